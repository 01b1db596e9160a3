/// The outcome of a write, for the last lines of a build.
package struct WriteSummary: Hashable, Sendable {
  /// Files that are new or have other bytes than before.
  package var written = 0
  /// Files that already had the right bytes and were not touched.
  package var unchanged = 0
  /// Files of an earlier build that this one no longer has.
  package var removed = 0
  /// Their paths below the site folder, sorted.
  package var gone: [String] = []
  /// Files of an earlier build that this one no longer has and that were changed by hand: they
  /// stay. Paths below the site folder, sorted.
  package var kept: [String] = []
  /// The size of the written files together.
  package var bytes = 0
  /// Whether the archive was exchanged as a whole; otherwise its files were replaced one by one.
  package var exchangedArchive = false

  package init() {}
}

/// What a write would do. Paths are below the site folder, sorted by their bytes.
package struct WritePreview: Hashable, Sendable {
  package var written: [String]
  package var removed: [String]
  /// As in ``WriteSummary/kept``.
  package var kept: [String]
}
