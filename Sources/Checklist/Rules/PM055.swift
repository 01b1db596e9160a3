internal import Diagnostics
internal import Incidents

extension Rule {
  package static let unusedStatusPage = Rule(
    code: "PM055", name: "status pages that were not used", level: .warning,
    rationale: """
      A customer who finds nothing on the status page opens a ticket, or tells others. The communication \
      matrix says from which severity and after how long the page is used.
      """,
    bad: ExampleReview.untoldRecord,
    good: ExampleReview.toldRecord,
    check: .incident { subject in
      DutyFindings.findings(
        to: .statusPage, ("a notice on the status page", "the status page was used"), in: subject)
    })
}
