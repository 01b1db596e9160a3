internal import Diagnostics
internal import Incidents

extension Rule {
  package static let undatedActionItems = Rule(
    code: "PM070", name: "action items without a due date", level: .warning, lesserLevel: .note,
    rationale: """
      Work without a due date is done after all the work that has one. Of 618 action items in \
      public reviews, one in two hundred had a date; most teams that look back find half of theirs \
      still open.
      """,
    bad: """
      # Checkout down

      ## Action items

      - [ ] Alert on pool use @mira due 2026-02-01
      ⟦- [ ] Cap the pool @data⟧

      """,
    good: """
      # Checkout down

      ## Action items

      - [ ] Alert on pool use @mira due 2026-02-01
      - [ ] Cap the pool @data due 2026-02-01

      """,
    check: .incident { subject in
      let items = subject.incident.actionItems
      return ActionItemFindings(
        subject: subject, noun: "due date", help: "add the date, as in 'due 2026-02-01'",
        isAskedOfAll: subject.process != nil
      ).findings(in: items.filter { $0.state != .dropped }) { $0.dueWritten != nil }
    })
}
