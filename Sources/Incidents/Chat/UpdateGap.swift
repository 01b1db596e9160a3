internal import Vocabulary

/// The longest time between two updates of an incident: how long those who waited heard nothing.
package struct UpdateGap: Hashable, Sendable {
  package let minutes: Int
  /// The line of the update that ended it.
  package let line: Int

  /// Between the updates when there are at least two, otherwise between the entries, from the first known
  /// time to the end of the incident. `nil` when fewer than two times can be compared.
  init?(timeline: Timeline, communications: [Communication], milestones: Milestones) {
    let updates = communications.filter { $0.audience == .channel }
    let times: [(moment: Moment, line: Int)]
    if updates.count > 1 {
      times = updates.compactMap { update in update.moment.map { ($0, update.line) } }
    } else {
      times = timeline.entries.compactMap { entry in
        entry.precision == .exact ? entry.moment.map { ($0, entry.line) } : nil
      }
    }
    let end = (milestones[.resolved] ?? milestones[.mitigated])?.moment
    var longest: (minutes: Int, line: Int)?
    let ordered = timeline.isNewestFirst ? times.reversed() : times
    for (before, after) in zip(ordered, ordered.dropFirst()) {
      if let end, let late = after.moment.seconds(since: end), late > 0 { break }
      guard let minutes = after.moment.minutes(since: before.moment),
        minutes > longest?.minutes ?? -1
      else { continue }
      longest = (minutes, after.line)
    }
    guard let longest else { return nil }
    minutes = longest.minutes
    line = longest.line
  }
}
