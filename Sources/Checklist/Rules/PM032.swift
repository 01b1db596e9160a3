internal import Diagnostics
internal import Incidents

extension Rule {
  package static let missingDetection = Rule(
    code: "PM032", name: "missing detection sections", level: .warning, lesserLevel: .note,
    rationale: """
      What alerted you, and what could have alerted you earlier? Detection is the cheapest part of \
      most incidents to improve, and the part that is forgotten when the fix was interesting.
      """,
    bad: ExampleReview.whole(without: "Detection"),
    good: ExampleReview.whole,
    check: .incident { subject in
      if subject.isInformal { return [] }
      if subject.process == nil, subject.incident.milestones[.detected] != nil { return [] }
      return RequiredSection.findings(
        .detection, in: subject,
        example: "what alerted you, and what could have alerted you earlier")
    })
}
