internal import Diagnostics
internal import Incidents
internal import Vocabulary

extension Rule {
  package static let unreadableDueDates = Rule(
    code: "PM077", name: "due dates that are not days", level: .warning, lesserLevel: .note,
    rationale: """
      "Next week" means another day to every reader, and nothing can say when it has passed. Such an item is \
      never overdue.
      """,
    bad: """
      # Checkout down

      ## Action items

      ⟦- [ ] Alert on pool use @mira due next week⟧
      - [ ] Cap the pool @data due 2026-02-01

      """,
    good: """
      # Checkout down

      ## Action items

      - [ ] Alert on pool use @mira due 2026-01-23
      - [ ] Cap the pool @data due 2026-02-01

      """,
    check: .incident { subject in
      subject.incident.actionItems.compactMap { item in
        guard item.state == .open, let written = item.dueWritten, item.due == nil,
          !Rule.isOnNoCalendar(written)
        else { return nil }
        return subject.at(
          item, "due date '\(Wording.shortened(written))' is not a day",
          help: "write the day, as in 'due 2026-02-01'")
      }
    })
}
