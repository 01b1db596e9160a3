internal import Bytes
internal import CommonMark
package import Diagnostics
internal import Runbooks

/// Puts the marks of headings, lists and commands back into a process page that was pasted as plain text.
package enum PastedMarks {
  /// The page with its marks, and how many lines differ.
  ///
  /// - Returns: `nil` for a page that has its marks, and for one that would be read differently with them.
  package static func fixed(_ file: SourceFile) -> (file: SourceFile, edits: Int)? {
    guard let restored = PastedPage.restored(file) else { return nil }
    let wanted = understanding(of: restored)
    for candidate in [tidied(restored), restored]
    where PastedPage.restored(candidate) == nil && understanding(of: candidate) == wanted {
      let lines = zip(1...max(1, file.lineCount), 1...max(1, candidate.lineCount))
      let edits = lines.count { file.text(ofLine: $0) != candidate.text(ofLine: $1) }
      return (candidate, edits)
    }
    return nil
  }

  /// The page without its findings, which quote its lines: their codes and lines stand for them.
  private static func understanding(of file: SourceFile) -> (Runbook, [String]) {
    var runbook = Runbook(reading: MarkdownDocument(parsing: file))
    let findings = runbook.diagnostics.map { "\($0.code) \($0.range?.lowerBound.line ?? 0)" }
    runbook.diagnostics = []
    return (runbook, findings)
  }

  /// Without the blanks that keep two lines apart where nothing would join them.
  private static func tidied(_ file: SourceFile) -> SourceFile {
    var lines = (1...max(1, file.lineCount)).map { file.text(ofLine: $0) }
    for index in lines.indices where lines[index].hasSuffix("  ") {
      let next = index + 1 < lines.count ? lines[index + 1].drop { $0 == " " } : ""
      guard next.isEmpty || ["#", "- ", "|"].contains(where: next.hasPrefix) else { continue }
      lines[index] = String(lines[index].dropLast(2))
    }
    return SourceFile(path: file.path, text: lines.joined(separator: "\n") + "\n")
  }
}
