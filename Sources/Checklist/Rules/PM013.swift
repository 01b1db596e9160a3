internal import Diagnostics
internal import Incidents

extension Rule {
  package static let sharedFiles = Rule(
    code: "PM013", name: "several incidents in one file", level: .note,
    rationale: """
      The incidents of a log are read and judged one by one, but a file is one page: it has one date, one \
      severity and one place in lists and figures, so all but one of its incidents are hard to find.
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
      return [
        Finding(
          path: document.path, range: document.textRange(ofLine: first),
          message: "the file holds \(subject.logLines.count) incidents and is one page",
          help: "give each incident a file of its own, as in '2026-01-10-checkout-down.md'")
      ]
    })
}
