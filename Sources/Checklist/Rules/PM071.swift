internal import Diagnostics
internal import Incidents

extension Rule {
  package static let unlinkedActionItems = Rule(
    code: "PM071", name: "action items without a tracker link", level: .warning,
    lesserLevel: .note,
    rationale: """
      Nobody works from a review. An item that is not in the tracker is not planned, and one that \
      is there but not linked cannot be followed from here.
      """,
    bad: """
      # Checkout down

      ## Action items

      - [ ] Alert on pool use @mira due 2026-02-01 [#12](https://git.example.com/12)
      ⟦- [ ] Cap the pool @data due 2026-02-01⟧

      """,
    good: """
      # Checkout down

      ## Action items

      - [ ] Alert on pool use @mira due 2026-02-01 [#12](https://git.example.com/12)
      - [ ] Cap the pool @data due 2026-02-01 [#13](https://git.example.com/13)

      """,
    check: .incident { subject in
      let items = subject.incident.actionItems
      let open = items.filter { $0.state == .open }
      return ActionItemFindings(
        subject: subject, noun: "tracker link",
        help: "link the issue, as in '[#413](https://…/413)'",
        isAskedOfAll: subject.process != nil
      ).findings(in: open, besides: items.filter(\.isDone)) { $0.link != nil }
    })
}
