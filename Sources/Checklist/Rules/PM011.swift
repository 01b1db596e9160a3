internal import Diagnostics
internal import Incidents

extension Rule {
  package static let missingReview = Rule(
    code: "PM011", name: "missing reviews", level: .warning,
    rationale: """
      The runbook asks for a post-incident review within 48 hours. A folder with a timeline but no \
      review is an incident that nobody has learned from yet.
      """,
    bad: "", good: "# Checkout down\n\n## Root cause\n\nA pool of ten connections.\n",
    remedies: ["write review.md beside the timeline; 'build-site new review ID' begins it"],
    check: .incident { subject in
      guard subject.review == nil, let timeline = subject.timeline else { return [] }
      let name = subject.incident.id?.description ?? subject.folder ?? "ID"
      return [
        Finding(
          path: timeline.path, range: subject.opening,
          message: "the incident has a timeline but no review",
          help: "write review.md beside it; 'build-site new review \(name)' begins it")
      ]
    })
}
