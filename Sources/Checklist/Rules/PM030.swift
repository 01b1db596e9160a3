internal import Diagnostics
internal import Incidents

extension Rule {
  package static let missingSummary = Rule(
    code: "PM030", name: "missing summaries", level: .warning, lesserLevel: .note,
    rationale: """
      Most readers see only the first lines of a review. Three sentences (what users saw, why it \
      happened, what was changed) decide whether the right person reads on two years later.
      """,
    bad: ExampleReview.whole(without: "Summary"),
    good: ExampleReview.whole,
    check: .incident { subject in
      if subject.isInformal || subject.opensWithProse { return [] }
      return RequiredSection.findings(
        .summary, in: subject, example: "what users saw, why it happened, and what was changed")
    })
}
