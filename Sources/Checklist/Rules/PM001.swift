internal import CommonMark
internal import Diagnostics
internal import Incidents

extension Rule {
  package static let missingTimeline = Rule(
    code: "PM001", name: "missing timelines", level: .error,
    rationale: """
      Every duration is derived from the timeline, and readers follow the incident along it. A \
      review without one cannot be checked against the response policy, and the next responder \
      cannot see how fast things happened.
      """,
    bad: "# ⟦Checkout down⟧\n\n## Root cause\n\nA pool of ten connections.\n",
    good: "# Checkout down\n\n## Timeline\n\n- 10:05 - Error rate at 25%\n",
    check: .incident { subject in
      if subject.incident.timeline != nil { return [] }
      if let file = subject.timeline, subject.incident.section(.timeline) == nil {
        return [
          Finding(
            path: file.path, range: file.range(ofLine: file.blocks.first?.lines.lowerBound ?? 1),
            message: "timeline is empty",
            help: "write one line per event, as in '- 10:05 - error rate at 25%'")
        ]
      }
      guard let review = subject.review, let section = subject.incident.section(.timeline) else {
        if let unmarked = subject.unmarked([.timeline]) { return [unmarked] }
        return [
          Finding(
            path: subject.openingPath, range: subject.opening, message: "timeline is missing",
            help:
              "add a section '## Timeline' with lines such as '- 10:05 - error rate at 25%', or a timeline.md beside the review"
          )
        ]
      }
      let isWritten = section.content == .written
      return [
        Finding(
          path: review.path, range: review.textRange(ofLine: section.line),
          message: isWritten ? "timeline has no entry with a time" : "timeline is empty",
          help: "begin each entry with its time, as in '- 10:05 - error rate at 25%'")
      ]
    })
}
