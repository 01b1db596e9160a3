internal import Diagnostics
internal import Incidents
internal import Runbooks
internal import Vocabulary

extension Rule {
  package static let updateGaps = Rule(
    code: "PM051", name: "gaps between updates", level: .warning, lesserLevel: .note,
    rationale: """
      Whoever waits for an update and hears nothing asks, and whoever answers does not mitigate. From the \
      declaration to the resolution something is said at least as often as the runbook asks for (every 10 \
      minutes where it is silent), even when there is nothing new. Every entry of the record counts as \
      said.
      """,
    bad: """
      ---
      date: 2026-01-10
      severity: P1
      ---
      # Checkout down

      ## Timeline (UTC)

      - 09:58 - Error rate starts to rise
      - 10:01 - Alert ApiErrorRateHigh fires
      - 10:02 - @oncall acknowledging - investigating
      - 10:02 - Incident declared: `/incident create "API errors"`, severity P1
      ⟦- 10:15 - Initiating rollback⟧
      - 10:20 - Mitigation applied: rollback complete
      - 10:25 - #customer-success notified: errors are over
      - 10:30 - RESOLVED

      """,
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
          "no update is recorded for \(Wording.length(gap.minutes)), from \(gap.before.time) (line \(gap.before.line)) to \(gap.after.time) (line \(gap.after.line))\(more)",
          help:
            "the runbook asks for one every \(Wording.length(policy.minutes)) \(policy.place); add what was said, if it was"
        )
      ].compactMap(\.self)
    })
}
