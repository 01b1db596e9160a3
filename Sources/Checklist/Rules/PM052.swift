internal import Diagnostics
internal import Incidents
internal import Learning
internal import Runbooks
internal import Vocabulary

extension Rule {
  package static let noticeGaps = Rule(
    code: "PM052", name: "gaps between notices to customers", level: .warning, lesserLevel: .note,
    rationale: """
      A customer who has been told once expects to be told again. From the first notice to the \
      resolution there is one at least as often as the runbook asks (by default every 15 minutes).
      """,
    bad: ExampleReview.edited(
      ExampleReview.record,
      [
        "- 10:25 - #customer-success notified: errors are over": "- 10:25 - Errors are over",
        "- 10:30 - RESOLVED": "⟦- 10:30 - RESOLVED⟧",
      ]),
    good: ExampleReview.record,
    check: .incident { subject in
      let policy = subject.policy[.externalUpdate]
      let incident = subject.incident
      guard subject.process != nil, !incident.isNearMiss,
        let end = subject.record.minute(of: .resolved), let last = incident.milestones[.resolved]
      else { return [] }
      let notices = Set(
        incident.communications.filter { $0.audience == .customers || $0.audience == .statusPage }
          .map(\.line))
      guard let first = subject.record.events.first(where: { notices.contains($0.line) }),
        first.minute <= end
      else { return [] }
      let gaps = subject.record.gaps(over: policy.minutes, in: first.minute...end) {
        notices.contains($0.line) || $0.line == last.line
      }
      guard let gap = gaps.longest else { return [] }
      return [
        subject.at(
          line: gap.after.line,
          "no notice to customers for \(Wording.length(gap.minutes)), from \(gap.before.time) (line \(gap.before.line)) to \(gap.after.time) (line \(gap.after.line)); \(policy.asks("asks for one every"))",
          help: "add the notices that were sent, or say in the review why there were none"
        )
      ].compactMap(\.self)
    })
}
