internal import Diagnostics
internal import Incidents
internal import Learning
internal import Runbooks
internal import Vocabulary

extension Rule {
  package static let unkeptRunbookPromises = Rule(
    code: "PM076", name: "promised runbook changes that are not visible", level: .note,
    rationale: """
      A review that promises a runbook change is believed by the next responder. A page that was \
      last verified before the incident cannot contain what was learned from it.
      """,
    bad: """
      ---
      date: 2026-01-10
      ---
      # Checkout down

      ## Action items

      ⟦- [x] Put the phone numbers into the incident response runbook @mira⟧

      """,
    good: """
      ---
      date: 2026-01-10
      ---
      # Checkout down

      ## Action items

      - [ ] Put the phone numbers into the incident response runbook @mira

      """,
    check: .library { library in
      library.ledger.done.compactMap { entry in
        guard entry.item.isAboutRunbook, let day = library.incidents[entry.incident].day,
          let runbook = RunbookNames.named(in: entry.item.title, among: library.runbooks),
          let verified = runbook.lastVerified.flatMap({ CalendarDay($0) }), verified < day
        else { return nil }
        let place = SourceLocation(line: entry.item.line, column: 1)
        return Diagnostic(
          code: "PM076", level: .note, path: library.incidents[entry.incident].path,
          range: place..<place,
          message:
            "\(runbook.path) was last verified on \(verified), before the incident that promised to change it",
          help: "check the runbook, change it where needed, and update 'last_verified'")
      }
    })
}
