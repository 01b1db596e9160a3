internal import Diagnostics
internal import Incidents
internal import Vocabulary

extension Rule {
  package static let timelineOrder = Rule(
    code: "PM020", name: "timeline entries out of order", level: .warning,
    rationale: """
      A time that is earlier than the one above it is usually a typo, and every duration derived \
      from it is wrong. Timelines that start with the latest event, and times past midnight, are \
      understood.
      """,
    bad: """
      ---
      date: 2026-01-10
      ---
      # Checkout down

      ## Timeline (UTC)

      - 10:05 - Error rate at 25%
      ⟦- 09:20 - Rollback complete⟧
      - 10:45 - Resolved

      """,
    good: """
      ---
      date: 2026-01-10
      ---
      # Checkout down

      ## Timeline (UTC)

      - 10:05 - Error rate at 25%
      - 10:20 - Rollback complete
      - 10:45 - Resolved

      """,
    check: .incident { subject in
      guard let timeline = subject.incident.timeline,
        let document = subject.document(at: timeline.path)
      else { return [] }
      return timeline.backwardSteps.compactMap { step in
        let (entry, other) = (timeline.entries[step.entry], timeline.entries[step.before])
        if namesDay(between: other.line, and: entry.line, in: document) { return nil }
        return Finding(
          path: timeline.path, range: document.range(ofLine: entry.line),
          message: "'\(entry.written)' is earlier than '\(other.written)' above it",
          help: "correct the time, or move the entry to its place")
      }
    })

  /// Whether a line such as "Monday 18th February" begins another day between two entries.
  private static func namesDay(
    between first: Int, and second: Int, in document: DocumentReading
  ) -> Bool {
    guard first < second else { return false }
    return (first + 1..<second).contains { line in
      let words = Words(document.file.text(ofLine: line))
      return weekdays.contains { words.begins(with: $0) }
    }
  }

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
}
