package import Files

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
  /// The site as the write left it, for the next run to see whether it is still so; `nil` when the disk would not
  /// say.
  package var outputs: [Input]?

  package init() {}

  /// What the same write would do to the site that it left.
  package var repeated: WriteSummary {
    var summary = WriteSummary()
    summary.unchanged = written + unchanged
    summary.kept = kept
    return summary
  }
}

/// What a write would do. Paths are below the site folder, sorted by their bytes.
package struct WritePreview: Hashable, Sendable {
  package var written: [String]
  package var removed: [String]
  /// As in ``WriteSummary/kept``.
  package var kept: [String]
  /// The files that are written and then those that are removed, if they were asked for.
  package var changes: [Change] = []

  /// A file before and after the write; `nil` where it is not there.
  package struct Change: Hashable, Sendable {
    package let path: String
    package let before: [UInt8]?
    package let after: [UInt8]?
  }
}
