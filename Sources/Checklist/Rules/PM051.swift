internal import Diagnostics
internal import Incidents
internal import Learning
internal import Runbooks
internal import Vocabulary

extension Rule {
  package static let updateGaps = Rule(
    code: "PM051", name: "gaps between updates", level: .warning, lesserLevel: .note,
    rationale: """
      Whoever waits for an update and hears nothing asks, and whoever answers is not mitigating. \
      From the declaration to the resolution there is an update at least as often as the runbook \
      asks (by default every 10 minutes), even when there is nothing new. Every entry of the \
      timeline counts as an update.
      """,
    bad: ExampleReview.edited(
      ExampleReview.record,
      [
        "- 10:10 - #customer-success notified\n": "",
        "- 10:15 - Initiating rollback": "⟦- 10:15 - Initiating rollback⟧",
      ]),
    good: ExampleReview.record,
    check: .incident { subject in
      let policy = subject.policy[.internalUpdate]
      guard subject.process != nil, !subject.incident.isNearMiss, let open = subject.record.open
      else { return [] }
      let gaps = subject.record.gaps(over: policy.minutes, in: open)
      guard let gap = gaps.longest else { return [] }
      let more = gaps.count == 1 ? "" : ", the longest of \(gaps.count) gaps"
      return [
        subject.at(
          line: gap.after.line,
          "no update for \(Wording.length(gap.minutes)), from \(gap.before.time) (line \(gap.before.line)) to \(gap.after.time) (line \(gap.after.line))\(more); \(policy.asks("asks for one every"))",
          help: "add the updates that were given, or say in the review why there were none"
        )
      ].compactMap(\.self)
    })
}
