internal import Diagnostics
internal import Incidents

extension Rule {
  package static let missingLessons = Rule(
    code: "PM033", name: "missing lessons", level: .warning, lesserLevel: .note,
    rationale: """
      Action items help this service. A lesson helps the next one: it is what somebody who never touches \
      this code can take along.
      """,
    bad: """
      # ⟦Checkout down⟧

      ## Summary

      For half an hour a quarter of all requests failed, since a release held connections too long.

      ## Impact

      About 76,000 requests failed.

      ## Detection

      An alert fired after three minutes.

      ## Root cause

      The new release opened two connections a request.

      """,
    good: ExampleReview.whole,
    check: .incident { subject in
      let others: [SectionKind] = [.wentWell, .wentWrong, .lucky]
      if subject.isInformal { return [] }
      if subject.process == nil, others.contains(where: { !subject.incident.parts(of: $0).isEmpty })
      {
        return []
      }
      return RequiredSection.findings(
        .lessons, in: subject, example: "what holds elsewhere too")
    })
}
