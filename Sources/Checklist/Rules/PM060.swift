internal import Diagnostics
internal import Incidents

extension Rule {
  package static let unrecordedReview = Rule(
    code: "PM060", name: "reviews without a recorded date", level: .note,
    rationale: """
      The runbook asks for the review within a window. From this page nobody can tell whether it \
      was held in time, or at all.
      """,
    bad: ExampleReview.edited(ExampleReview.record, ["Checkout down": "⟦Checkout down⟧"]),
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
          message: "the date of the review is not recorded",
          help: "add it to the front matter, as in 'reviewed: 2026-01-12 14:00 UTC'")
      ]
    })
}
