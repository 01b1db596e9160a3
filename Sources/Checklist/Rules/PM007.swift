internal import Diagnostics
internal import Incidents

extension Rule {
  package static let unownedActionItems = Rule(
    code: "PM007", name: "action items without an owner", level: .warning,
    rationale: """
      Work that belongs to nobody is seldom done. The owner, a person or a team, answers for the work, and is not \
      to blame when it is late.
      """,
    bad: """
      # Checkout down

      ## Action items

      ⟦- [ ] Alert on pool use due 2026-02-01⟧
      - [ ] Cap the pool @data due 2026-02-01

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
        subject: subject, noun: "owner", help: "name one person or team, as in '@ada'",
        isAskedOfAll: subject.process != nil || items.contains { $0.state == .open }
      ).findings(in: items.filter { $0.state != .dropped }) { $0.owner != nil }
    })
}
