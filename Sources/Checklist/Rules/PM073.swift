internal import Diagnostics
internal import Incidents

extension Rule {
  package static let unprovenActionItems = Rule(
    code: "PM073", name: "completed action items without a link", level: .note,
    rationale: """
      "Done" without a link to the change or the issue is only a memory. In a year nobody can tell \
      what was changed, or whether it is still there.
      """,
    bad: """
      # Checkout down

      ## Action items

      ⟦- [x] Alert on pool use @mira due 2026-02-01⟧
      - [x] Cap the pool @data due 2026-02-01 [#13](https://git.example.com/13)

      """,
    good: """
      # Checkout down

      ## Action items

      - [x] Alert on pool use @mira due 2026-02-01 [#12](https://git.example.com/12)
      - [x] Cap the pool @data due 2026-02-01 [#13](https://git.example.com/13)

      """,
    check: .incident { subject in
      let items = subject.incident.actionItems
      return ActionItemFindings(
        subject: subject, noun: "link to the change",
        help: "link the change or the issue, as in '[#413](https://…/413)'",
        isAskedOfAll: subject.process != nil
      ).findings(in: items.filter(\.isDone), besides: items.filter { $0.state == .open }) {
        $0.link != nil
      }
    })
}
