internal import Diagnostics
internal import Incidents

extension Rule {
  package static let unusedStatusPage = Rule(
    code: "PM055", name: "status pages that were not used", level: .warning,
    rationale: """
      A customer who finds nothing on the status page opens a ticket, or tells others. The communication \
      matrix says from which severity and after how long the page is used.
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
        to: .statusPage, ("a notice on the status page", "the status page was used"), in: subject)
    })
}
