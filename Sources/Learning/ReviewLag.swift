package import Incidents
package import Runbooks
internal import Vocabulary

/// Whether the review was held in time.
package enum ReviewLag: Hashable, Sendable {
  /// Whole minutes from the resolution; `nil` when only the days are known.
  case inTime(minutes: Int?)
  case late(minutes: Int?, days: Int)

  /// - Returns: `nil` when the review or the resolution is not recorded.
  package init?(of incident: Incident, policy: ResponsePolicy) {
    guard let resolved = incident.milestones[.resolved]?.moment,
      let reviewed = incident.milestones[.reviewed]?.moment
    else { return nil }
    let limit = policy[.review].minutes
    let days = resolved.day.flatMap { from in reviewed.day.map { $0.number - from.number } }
    if let minutes = reviewed.minutes(since: resolved), minutes >= 0 {
      self = minutes > limit ? .late(minutes: minutes, days: days ?? 0) : .inTime(minutes: minutes)
    } else if let days {
      // With days alone, the shortest possible time between them counts.
      self = (days - 1) * 1440 >= limit ? .late(minutes: nil, days: days) : .inTime(minutes: nil)
    } else {
      return nil
    }
  }
}
