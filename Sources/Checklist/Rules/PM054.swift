internal import Diagnostics
internal import Incidents

extension Rule {
  package static let untoldLeadership = Rule(
    code: "PM054", name: "missing notices to leadership", level: .warning,
    rationale: """
      Leadership can decide what responders cannot (turn customers away, spend money, speak to the \
      press), but only if it knows. The communication matrix says when: for a P0 immediately, \
      which means within the time allowed for the acknowledgement.
      """,
    bad: ExampleReview.untoldRecord,
    good: ExampleReview.toldRecord,
    check: .incident { subject in
      DutyFindings.findings(
        to: .leadership, ("notice to leadership", "leadership was told"), in: subject)
    })
}
