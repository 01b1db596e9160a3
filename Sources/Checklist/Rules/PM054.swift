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
    bad: ExampleReview.untoldRecord,
    good: ExampleReview.toldRecord,
    check: .incident { subject in
      DutyFindings.findings(
        to: .leadership, ("telling leadership", "leadership was told"), in: subject)
    })
}
