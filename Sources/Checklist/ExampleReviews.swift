/// Reviews that the examples of several rules share, as whole texts and as edits of them.
///
/// In an example `⟦ ⟧` encloses what is reported.
enum ExampleReview {
  /// A record of an incident in which the runbook was followed.
  static let record = """
    ---
    date: 2026-01-10
    severity: P1
    ---
    # Checkout down

    ## Timeline (UTC)

    - 09:58 - Error rate starts to rise
    - 10:01 - Alert ApiErrorRateHigh fires
    - 10:02 - @oncall acknowledging - investigating
    - 10:02 - Incident declared: `/incident create "API errors"`
    - 10:10 - #customer-success notified
    - 10:15 - Initiating rollback
    - 10:20 - Mitigation applied: rollback complete
    - 10:25 - #customer-success notified: errors are over
    - 10:30 - RESOLVED

    """

  static let reviewedRecord = edited(
    record, ["severity: P1": "severity: P1\nreviewed: 2026-01-12 10:00 UTC"])

  /// An incident of the highest severity without a notice to leadership or on the status page.
  static let untoldRecord = edited(
    record, ["severity: P1": "severity: P0", "Timeline (UTC)": "⟦Timeline (UTC)⟧"])

  static let toldRecord = edited(
    record,
    [
      "severity: P1": "severity: P0",
      "- 10:10": "- 10:03 - @leadership tagged\n- 10:04 - Status page: checkout fails\n- 10:10",
    ])

  /// An incident in which nothing moved for half an hour, until the lead was called.
  static let stalledRecord = edited(
    record,
    [
      "- 10:10 -": "- 10:10 - Nothing in the logs, escalated to @devops-lead\n- 10:10 -",
      "- 10:15": "- 10:45", "- 10:20": "- 10:50", "- 10:25": "- 10:55", "- 10:30": "- 11:00",
    ])

  /// A review with every section that is asked for.
  static let whole = review(sections.map(\.key))

  /// ``whole`` without a section, which is reported at the title.
  static func whole(without missing: String) -> String {
    edited(
      review(sections.map(\.key).filter { $0 != missing }), ["Checkout down": "⟦Checkout down⟧"])
  }

  private static func review(_ names: [String]) -> String {
    let parts = sections.filter { names.contains($0.key) }
    return "# Checkout down\n" + parts.map { "\n## \($0.key)\n\n\($0.value)\n" }.joined()
  }

  private static let sections: KeyValuePairs = [
    "Summary":
      "A quarter of all requests failed for half an hour, because a release held connections too long.",
    "Impact": "About 76,000 requests failed.",
    "Detection": "An alert fired after three minutes.",
    "Root cause": "The new release opened two connections per request.",
    "Lessons learned": "Never hold a connection while waiting for another service.",
  ]

  /// A text with each of some pieces, which it has once, replaced in order.
  static func edited(_ text: String, _ edits: KeyValuePairs<String, String>) -> String {
    edits.reduce(text) { text, edit in
      precondition(text.ranges(of: edit.key).count == 1, "'\(edit.key)' is not there once")
      return text.replacing(edit.key, with: edit.value)
    }
  }
}
