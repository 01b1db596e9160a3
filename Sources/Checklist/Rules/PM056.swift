internal import Diagnostics
internal import Incidents

extension Rule {
  package static let untoldCustomers = Rule(
    code: "PM056", name: "customers who were not told", level: .warning,
    rationale: """
      Customers who learn of an outage from their own customers do not forget it. The communication matrix \
      says from which severity on they are told.
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
      - 10:10 - hm
      - 10:15 - Initiating rollback
      - 10:20 - Mitigation applied: rollback complete
      - 10:25 - errors are over
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
      - 10:10 - #customer-success notified
      - 10:15 - Initiating rollback
      - 10:20 - Mitigation applied: rollback complete
      - 10:25 - #customer-success notified: errors are over
      - 10:30 - RESOLVED

      """,
    check: .incident { subject in
      DutyFindings.findings(
        to: .customers, ("telling customers", "customers were told"), in: subject)
    })
}
