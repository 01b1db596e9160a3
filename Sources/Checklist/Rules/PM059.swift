internal import Diagnostics
internal import Incidents
internal import Learning
internal import Runbooks
internal import Vocabulary

extension Rule {
  package static let lateReview = Rule(
    code: "PM059", name: "late reviews", level: .warning, lesserLevel: .note,
    rationale: """
      After two days people remember the story they have told, and after a week the one they have read. \
      The window is the runbook's: 48 hours where it says nothing, counted from the resolution.
      """,
    bad: """
      ---
      date: 2026-01-10
      severity: P1
      ⟦reviewed: 2026-01-14 10:00 UTC⟧
      ---
      # Checkout down

      ## Timeline (UTC)

      - 09:58 - Error rate starts to rise
      - 10:01 - Alert ApiErrorRateHigh fires
      - 10:02 - @oncall acknowledging - investigating
      - 10:02 - Incident declared: `/incident create "API errors"`, severity P1
      - 10:10 - #customer-success notified
      - 10:15 - Initiating rollback
      - 10:20 - Mitigation applied: rollback complete
      - 10:25 - #customer-success notified: errors are over
      - 10:30 - RESOLVED

      """,
    good: ExampleReview.reviewedRecord,
    check: .incident { subject in
      let policy = subject.policy[.review]
      guard subject.process != nil, let mark = subject.incident.milestones[.reviewed],
        case .late(let minutes, let days)? = ReviewLag(of: subject.incident, policy: subject.policy)
      else { return [] }
      let lag = minutes.map(Wording.length) ?? Wording.days(days)
      return [
        subject.at(
          mark,
          "reviewed \(lag) after the resolution; the runbook says \(Wording.length(policy.minutes)) \(policy.place)",
          help: "say in the review why it was later, or correct the day if it is wrong")
      ].compactMap(\.self)
    })
}
