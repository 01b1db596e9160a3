internal import Diagnostics
internal import Incidents

extension Rule {
  package static let missingLessons = Rule(
    code: "PM033", name: "missing lessons", level: .warning, lesserLevel: .note,
    rationale: """
      Action items help this service. A lesson helps the next one: it is what somebody who never \
      touches this code can take away.
      """,
    bad: ExampleReview.whole(without: "Lessons learned"),
    good: ExampleReview.whole,
    check: .incident { subject in
      let others: [SectionKind] = [.wentWell, .wentWrong, .lucky]
      if subject.isInformal { return [] }
      if subject.process == nil, others.contains(where: { !subject.incident.parts(of: $0).isEmpty })
      {
        return []
      }
      return RequiredSection.findings(
        .lessons, in: subject, example: "what applies elsewhere too")
    })
}
