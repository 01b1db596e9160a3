internal import Diagnostics
internal import Incidents

extension Rule {
  package static let missingImpact = Rule(
    code: "PM031", name: "missing impacts", level: .warning, lesserLevel: .note,
    rationale: """
      Who was affected, how many, for how long: without it nobody can tell whether the severity was right, \
      or which of two action items matters more.
      """,
    bad: """
      # ⟦Checkout down⟧

      ## Summary

      For half an hour a quarter of all requests failed, since a release held connections too long.

      ## Detection

      An alert fired after three minutes.

      ## Root cause

      The new release opened two connections a request.

      ## Lessons learned

      Hold nothing while waiting for somebody else.

      """,
    good: ExampleReview.whole,
    check: .incident { subject in
      if subject.isInformal { return [] }
      if subject.process == nil, subject.incident.customerImpact != nil { return [] }
      return RequiredSection.findings(
        .impact, in: subject, example: "who was affected, how many and how long, in numbers")
    })
}
