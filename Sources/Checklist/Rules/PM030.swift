internal import Diagnostics
internal import Incidents

extension Rule {
  package static let missingSummary = Rule(
    code: "PM030", name: "missing summaries", level: .warning, lesserLevel: .note,
    rationale: """
      Most readers of a review read its first lines only. Three sentences (what users saw, why, what was \
      changed) decide whether the right person reads on, two years later.
      """,
    bad: """
      # ⟦Checkout down⟧

      ## Impact

      About 76,000 requests failed.

      ## Detection

      An alert fired after three minutes.

      ## Root cause

      The new release opened two connections a request.

      ## Lessons learned

      Hold nothing while waiting for somebody else.

      """,
    good: ExampleReview.whole,
    check: .incident { subject in
      if subject.isInformal || subject.opensWithProse { return [] }
      return RequiredSection.findings(
        .summary, in: subject, example: "what users saw, why, and what was changed")
    })
}
