package import Incidents
internal import Vocabulary

/// The entries of a timeline whose times are known, in the order of time, with the start and end of the response.
package struct ResponseRecord: Sendable {
  /// An entry with its minute; minutes count from the first entry.
  package struct Event: Sendable {
    package let entry: TimelineEntry
    package let minute: Int

    package var line: Int { entry.line }
    /// On the author's clock.
    package var time: String { entry.moment?.timeOfDay ?? entry.written }
  }

  /// By minute, then in the order of the file. Empty when the times cannot be compared.
  package let events: [Event]
  /// Minutes of the milestones that can be compared with the events.
  private let minutes: [Milestone: Int]

  package init(of incident: Incident) {
    let entries = (incident.timeline?.entries ?? []).filter {
      !$0.isLabelled && !$0.isDecision && ($0.precision == .exact || $0.precision == .approximate)
    }
    guard let first = entries.first?.moment else {
      events = []
      minutes = [:]
      return
    }
    let events = entries.compactMap { entry in
      entry.moment.flatMap { $0.minutes(since: first) }.map { Event(entry: entry, minute: $0) }
    }
    let isSorted = zip(events, events.dropFirst()).allSatisfy { $0.minute <= $1.minute }
    self.events =
      isSorted
      ? events
      : events.enumerated().sorted {
        ($0.element.minute, $0.offset) < ($1.element.minute, $1.offset)
      }
      .map(\.element)
    var minutes: [Milestone: Int] = [:]
    for (milestone, mark) in incident.milestones.known {
      minutes[milestone] = mark.moment.minutes(since: first)
    }
    self.minutes = minutes
  }

  package func minute(of milestone: Milestone) -> Int? { minutes[milestone] }

  /// From the declaration, or else the acknowledgement or the detection, to the resolution; `nil` when
  /// either is not recorded.
  package var open: ClosedRange<Int>? {
    let start = minutes[.declared] ?? minutes[.acknowledged] ?? minutes[.detected]
    guard let start, let end = minutes[.resolved] ?? minutes[.mitigated], start <= end else {
      return nil
    }
    return start...end
  }

  /// From the first sign that somebody is on it to the mitigation; `nil` when either is not recorded.
  package var response: ClosedRange<Int>? {
    let start = minutes[.acknowledged] ?? minutes[.declared] ?? minutes[.detected]
    guard let start, let end = minutes[.mitigated] ?? minutes[.resolved], start <= end else {
      return nil
    }
    return start...end
  }

  /// Two neighbouring events that are too far apart.
  package struct Gap {
    package let minutes: Int
    package let before: Event
    package let after: Event
  }

  /// The gaps of more than `window` minutes between the events in `span` that `isCounted` accepts.
  package func gaps(
    over window: Int, in span: ClosedRange<Int>, where isCounted: (Event) -> Bool = { _ in true }
  ) -> [Gap] {
    let counted = events.filter { span.contains($0.minute) && isCounted($0) }
    return zip(counted, counted.dropFirst()).compactMap { before, after in
      let minutes = after.minute - before.minute
      return minutes > window ? Gap(minutes: minutes, before: before, after: after) : nil
    }
  }
}

extension [ResponseRecord.Gap] {
  /// The longest gap; among equals the first.
  package var longest: ResponseRecord.Gap? {
    self.max {
      $0.minutes < $1.minutes || ($0.minutes == $1.minutes && $0.before.line > $1.before.line)
    }
  }
}
