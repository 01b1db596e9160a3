internal import Diagnostics
internal import Incidents

extension Rule {
  package static let unusedStatusPage = Rule(
    code: "PM055", name: "missing notices on the status page", level: .warning,
    rationale: """
      Customers who find nothing on the status page open a ticket, or complain to others. The \
      communication matrix says from which severity on, and after how long, the page is used.
      """,
    bad: ExampleReview.untoldRecord,
    good: ExampleReview.toldRecord,
    check: .incident { subject in
      DutyFindings.findings(
        to: .statusPage, ("notice on the status page", "the status page was updated"), in: subject)
    })
}
