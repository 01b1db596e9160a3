internal import Diagnostics
internal import Incidents

extension Rule {
  package static let untoldLeadership = Rule(
    code: "PM054", name: "leadership that was not told", level: .warning,
    rationale: """
      Leadership can decide what responders cannot (turn customers away, spend money, speak to the press), \
      when it knows. The communication matrix says when: at once for a P0, and within the time of an \
      acknowledgement counts as at once.
      """,
    bad: """
      ---
      date: 2026-01-10
      severity: P0
      ---
      # Checkout down

      ## ⟦Timeline (UTC)⟧

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
    good: """
      ---
      date: 2026-01-10
      severity: P0
      ---
      # Checkout down

      ## Timeline (UTC)

      - 09:58 - Error rate starts to rise
      - 10:01 - Alert ApiErrorRateHigh fires
      - 10:02 - @oncall acknowledging - investigating
      - 10:02 - Incident declared: `/incident create "API errors"`, severity P1
      - 10:03 - @leadership tagged
      - 10:04 - Status page: checkout fails
      - 10:10 - #customer-success notified
      - 10:15 - Initiating rollback
      - 10:20 - Mitigation applied: rollback complete
      - 10:25 - #customer-success notified: errors are over
      - 10:30 - RESOLVED

      """,
    check: .incident { subject in
      DutyFindings.findings(
        to: .leadership, ("telling leadership", "leadership was told"), in: subject)
    })
}
