/// Reviews that several rules give as their example.
enum ExampleReview {
  /// A record in which the runbook was followed.
  static let record = record(keys: "severity: P1")
  static let reviewedRecord = record(keys: "severity: P1\nreviewed: 2026-01-12 10:00 UTC")
  /// An incident of the highest severity of which neither leadership nor the status page is told.
  static let untoldRecord = record(keys: "severity: P0", heading: "⟦Timeline (UTC)⟧")
  static let toldRecord = record(
    keys: "severity: P0",
    told: "- 10:03 - @leadership tagged\n- 10:04 - Status page: checkout fails\n")

  private static func record(
    keys: String, heading: String = "Timeline (UTC)", told: String = ""
  ) -> String {
    """
    ---
    date: 2026-01-10
    \(keys)
    ---
    # Checkout down

    ## \(heading)

    - 09:58 - Error rate starts to rise
    - 10:01 - Alert ApiErrorRateHigh fires
    - 10:02 - @oncall acknowledging - investigating
    - 10:02 - Incident declared: `/incident create "API errors"`, severity P1
    \(told)- 10:10 - #customer-success notified
    - 10:15 - Initiating rollback
    - 10:20 - Mitigation applied: rollback complete
    - 10:25 - #customer-success notified: errors are over
    - 10:30 - RESOLVED

    """
  }

  /// One with every section that is asked for.
  static let whole = """
    # Checkout down

    ## Summary

    For half an hour a quarter of all requests failed, since a release held connections too long.

    ## Impact

    About 76,000 requests failed.

    ## Detection

    An alert fired after three minutes.

    ## Root cause

    The new release opened two connections a request.

    ## Lessons learned

    Hold nothing while waiting for somebody else.

    """
}
