internal import Diagnostics
internal import Incidents
internal import Runbooks
internal import Vocabulary

extension Rule {
  package static let lateAcknowledgement = Rule(
    code: "PM050", name: "late acknowledgements", level: .warning, lesserLevel: .note,
    rationale: """
      Between the alert and the acknowledgement nobody knows whether anybody is on it, so either nobody \
      is, or two are. The window is the runbook's: 5 minutes where it says nothing. A missed window is a \
      question for the review, not a fault.
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
      ⟦- 10:09 - @oncall acknowledging - investigating⟧
      - 10:09 - Incident declared: `/incident create "API errors"`, severity P1
      - 10:10 - #customer-success notified
      - 10:15 - Initiating rollback
      - 10:20 - Mitigation applied: rollback complete
      - 10:25 - #customer-success notified: errors are over
      - 10:30 - RESOLVED

      """,
    good: ExampleReview.record,
    check: .incident { subject in
      let milestones = subject.incident.milestones
      let policy = subject.policy[.acknowledge]
      guard subject.process != nil, let mark = milestones[.acknowledged],
        let minutes = milestones.minutes(to: .acknowledge), minutes > policy.minutes
      else { return [] }
      return [
        subject.at(
          mark,
          "acknowledged \(Wording.length(minutes)) after the detection; the runbook says \(Wording.length(policy.minutes)) \(policy.place)",
          help:
            "say in the review what would have made it sooner, or correct the time if it is wrong")
      ].compactMap(\.self)
    })
}
