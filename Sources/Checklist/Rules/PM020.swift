internal import Diagnostics
internal import Incidents

extension Rule {
  package static let timelineOrder = Rule(
    code: "PM020", name: "timelines out of order", level: .warning,
    rationale: """
      A time that is earlier than the one above it is most often a typing error, and every duration that is \
      derived from it is wrong. A record that begins with the last event, and times past midnight, are understood.
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
      return backwards(in: timeline).map { entry, other in
        Finding(
          path: timeline.path, range: document.range(ofLine: entry.line),
          message: "'\(entry.written)' is earlier than '\(other.written)' above it",
          help: "correct the time, or move the line to its place")
      }
    })

  /// Each entry that is on the wrong side of the one before it, with that one. What is not known exactly
  /// has no order.
  private static func backwards(
    in timeline: Timeline
  ) -> [(entry: TimelineEntry, other: TimelineEntry)] {
    var found: [(TimelineEntry, TimelineEntry)] = []
    var last: TimelineEntry?
    for entry in timeline.entries where entry.precision == .exact && !entry.isLabelled {
      defer { last = entry }
      guard !timeline.isNewestFirst, let last, let moment = entry.moment, let before = last.moment,
        let seconds = moment.seconds(since: before), seconds <= -60
      else { continue }
      found.append((entry, last))
    }
    return found
  }
}
