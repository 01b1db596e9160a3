internal import Diagnostics
internal import Incidents

extension Rule {
  package static let missingDetection = Rule(
    code: "PM032", name: "missing words on detection", level: .warning, lesserLevel: .note,
    rationale: """
      What told us, and what could have told us earlier? It is the cheapest part of most incidents to \
      improve, and the one that is forgotten when the fix was interesting.
      """,
    bad: """
      # ⟦Checkout down⟧

      ## Summary

      For half an hour a quarter of all requests failed, since a release held connections too long.

      ## Impact

      About 76,000 requests failed.

      ## Root cause

      The new release opened two connections a request.

      ## Lessons learned

      Hold nothing while waiting for somebody else.

      """,
    good: ExampleReview.whole,
    check: .incident { subject in
      if subject.isInformal { return [] }
      if subject.process == nil, subject.incident.milestones[.detected] != nil { return [] }
      return RequiredSection.findings(
        .detection, in: subject, example: "what told you, and what could have told you earlier")
    })
}
