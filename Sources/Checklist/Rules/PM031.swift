internal import Diagnostics
internal import Incidents

extension Rule {
  package static let missingImpact = Rule(
    code: "PM031", name: "missing impact sections", level: .warning, lesserLevel: .note,
    rationale: """
      Who was affected, how many were they, and for how long? Without it nobody can tell whether \
      the severity was right, or which of two action items matters more.
      """,
    bad: ExampleReview.whole(without: "Impact"),
    good: ExampleReview.whole,
    check: .incident { subject in
      if subject.isInformal { return [] }
      if subject.process == nil, subject.incident.customerImpact != nil { return [] }
      return RequiredSection.findings(
        .impact, in: subject, example: "who was affected, how many and for how long, in numbers")
    })
}
