internal import Diagnostics
internal import Incidents
internal import Learning

extension Rule {
  package static let overdueActionItems = Rule(
    code: "PM072", name: "overdue action items", level: .note,
    rationale: """
      The day that was agreed on has passed. That is no fault: either the work still matters and gets a \
      new day, or it does not and is dropped with a reason. Days are compared with the newest day in the \
      content, or with --now.
      """,
    bad: """
      ---
      date: 2026-01-10
      reviewed: 2026-01-12
      ---
      # Checkout down

      ## Action items

      ⟦- [ ] Alert on pool use @mira due 2026-01-11⟧

      """,
    good: """
      ---
      date: 2026-01-10
      reviewed: 2026-01-12
      ---
      # Checkout down

      ## Action items

      - [x] Alert on pool use @mira due 2026-01-11
      - [ ] Cap the pool @data due 2026-02-01

      """,
    check: .library { library in
      library.ledger.overdue.map { entry in
        let place = SourceLocation(line: entry.item.line, column: 1)
        let days = library.today.flatMap { today in entry.item.due.map { today.number - $0.number }
        }
        return Diagnostic(
          code: "PM072", level: .note, path: library.incidents[entry.incident].path,
          range: place..<place,
          message:
            "'\(Wording.shortened(entry.item.title))' was due \(Wording.days(days ?? 0)) ago",
          help: "finish it, agree on a new day, or drop it with a reason")
      }
    })
}
