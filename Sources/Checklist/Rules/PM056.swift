internal import Diagnostics
internal import Incidents

extension Rule {
  package static let untoldCustomers = Rule(
    code: "PM056", name: "missing notices to customers", level: .warning,
    rationale: """
      Customers do not forget an outage that they learn of from their own customers. The \
      communication matrix says from which severity on they are told.
      """,
    bad: ExampleReview.edited(
      ExampleReview.untoldRecord,
      [
        "- 10:10 - #customer-success notified": "- 10:10 - Looking at the last release",
        "- 10:25 - #customer-success notified: errors are over": "- 10:25 - Errors are over",
      ]),
    good: ExampleReview.toldRecord,
    check: .incident { subject in
      DutyFindings.findings(
        to: .customers, ("notice to customers", "customers were told"), in: subject)
    })
}
