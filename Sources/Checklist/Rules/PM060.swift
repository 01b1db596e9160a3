internal import Diagnostics
internal import Incidents

extension Rule {
  package static let unrecordedReview = Rule(
    code: "PM060", name: "reviews whose day is not recorded", level: .note,
    rationale: """
      The runbook asks for the review within a window, and nobody can tell from this page whether it was \
      held in it, or at all.
      """,
    bad: """
      ---
      date: 2026-01-10
      severity: P1
      ---
      # ⟦Checkout down⟧

      ## Timeline (UTC)

      - 09:58 - Error rate starts to rise
      - 10:01 - Alert ApiErrorRateHigh fires
      - 10:02 - @oncall acknowledging - investigating
      - 10:02 - Incident declared: `/incident create "API errors"`, severity P1
      - 10:10 - #customer-success notified
      - 10:15 - Initiating rollback
      - 10:20 - Mitigation applied: rollback complete
      - 10:25 - #customer-success notified: errors are over
      - 10:30 - RESOLVED

      """,
    good: ExampleReview.reviewedRecord,
    check: .incident { subject in
      let milestones = subject.incident.milestones
      let isDraft = subject.incident.frontMatter.status?.lowercased() == "draft"
      guard subject.process != nil, let review = subject.review, !isDraft,
        milestones[.resolved] != nil, milestones[.reviewed] == nil
      else { return [] }
      return [
        Finding(
          path: review.path, range: subject.opening,
          message: "when the review was held is not recorded",
          help: "add 'reviewed: 2026-01-12 14:00 UTC' to the front matter")
      ]
    })
}
