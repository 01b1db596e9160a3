internal import Diagnostics
internal import Incidents

extension Rule {
  package static let sharedFiles = Rule(
    code: "PM013", name: "multiple incidents in one file", level: .note,
    rationale: """
      A file with one heading per incident is a log: each incident is checked on its own and gets \
      its own page and post. Text before, between or after the incidents belongs to none of them, \
      so no page shows it.
      """,
    bad: """
      # Incident log

      ## ⟦2026-01-10 Checkout down⟧

      ### Root cause

      A pool of ten connections.

      ## 2026-02-03 Disk full

      ### Root cause

      A log without rotation.

      """,
    good: """
      # 2026-01-10 Checkout down

      ## Root cause

      A pool of ten connections.

      """,
    check: .incident { subject in
      guard subject.logLines.count > 1, let first = subject.logLines.first,
        subject.incident.line == first, let document = subject.review
      else { return [] }
      let log = Finding(
        path: document.path, range: document.textRange(ofLine: first),
        message: "this file holds \(subject.logLines.count) incidents, each with its own page",
        help:
          "if it is one incident, give it one title and use headings such as '## Timeline' for its parts"
      )
      return [log] + loose(subject.looseLines, in: document)
    })

  /// The text of a log that no page shows, reported once per file.
  private static func loose(_ lines: [Int], in document: DocumentReading) -> [Finding] {
    guard let first = lines.first else { return [] }
    let places = lines.prefix(6).map { String($0) }.joined(separator: ", ")
    let more = lines.count > 6 ? " and \(lines.count - 6) more" : ""
    return [
      Finding(
        path: document.path, range: document.textRange(ofLine: first),
        message: "text outside the incidents is shown on no page"
          + (lines.count > 1 ? ": lines \(places)\(more)" : ""),
        help: "move it into an incident or a runbook", level: .warning)
    ]
  }
}
