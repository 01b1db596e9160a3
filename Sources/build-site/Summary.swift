internal import Files
internal import Publishing

/// The last lines of a build.
enum Summary {
  static func text(
    of summary: WriteSummary, site: String, since start: ContinuousClock.Instant
  ) -> String {
    var text =
      "\(site): \(summary.written) written, \(summary.unchanged) unchanged, \(summary.removed) removed in \(Verdict.seconds(since: start)) s\n"
    for path in summary.kept { text += "kept \(site)/\(path): it was edited by hand\n" }
    text += "open \(site)/static/archive/index.html\n"
    return text
  }

  /// One line a path: what would happen to it.
  static func text(of preview: WritePreview) -> String {
    preview.written.map { "write \($0)\n" }.joined()
      + preview.removed.map { "remove \($0)\n" }.joined()
      + preview.kept.map { "keep \($0)\n" }.joined()
  }
}
