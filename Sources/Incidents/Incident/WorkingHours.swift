internal import Vocabulary

extension Incident {
  /// Whether it was noticed, or else began, outside Monday to Friday from 9:00 to 18:00 on the author's clock; `nil` when the
  /// day or the time is unknown.
  package var wasOutOfHours: Bool? {
    guard let moment = (milestones[.detected] ?? milestones[.started])?.moment,
      let day = moment.day,
      moment.clock % 86_400 != 0
    else { return nil }
    // Day 0, 1970-01-01, was a Thursday.
    let weekday = ((day.number + 3) % 7 + 7) % 7
    return weekday > 4 || !(9 * 3_600..<18 * 3_600).contains(moment.clock % 86_400)
  }
}
