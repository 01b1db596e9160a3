internal import Incidents
internal import Vocabulary

extension Library {
  /// The incidents whose day is so far from all others that its year must be wrong.
  package var misdated: [Int] {
    guard let usual = Self.usualDays(of: incidents) else { return [] }
    return incidents.indices.filter { index in
      incidents[index].day.map { !usual.contains($0.number) } ?? false
    }
  }

  /// The incidents that are later than the given "today", by more than the day that time zones explain;
  /// without one, nothing tells what the future is.
  package var future: [Int] {
    guard let today = origin.today else { return [] }
    return incidents.indices.filter { index in
      incidents[index].day.map { $0.number > today.number + 1 } ?? false
    }
  }

  /// The newest day of the incidents, their reviews and their closing; without days that are far from all
  /// incidents.
  static func newestDay(of incidents: [Incident]) -> CalendarDay? {
    let usual = usualDays(of: incidents)
    return incidents.lazy.flatMap { incident in
      [
        incident.day, incident.milestones[.reviewed]?.moment.day,
        incident.milestones[.closed]?.moment.day,
      ]
      .compactMap { $0 }
    }
    .filter { day in usual.map { day.number <= $0.upperBound } ?? true }.max()
  }

  /// Ten years: longer than teams go without an incident, and shorter than most slips of a digit in a year.
  private static let longestPause = 3653
  /// With fewer incidents nothing is usual.
  private static let fewest = 3

  /// The days between which the incidents are, in days since 1970; those ahead of or behind a pause of more
  /// than ten years are outside when they are at most a tenth, or one.
  ///
  /// `nil` when all are inside.
  private static func usualDays(of incidents: [Incident]) -> ClosedRange<Int>? {
    let days = incidents.compactMap { $0.day?.number }.sorted()
    guard days.count >= fewest, let first = days.first, let last = days.last,
      last - first > longestPause
    else { return nil }
    let most = max(1, days.count / 10)
    let early = (1...most).last { days[$0] - days[$0 - 1] > longestPause } ?? 0
    let late =
      (1...most).last { days[days.count - $0] - days[days.count - $0 - 1] > longestPause } ?? 0
    guard early + late > 0, early < days.count - late else { return nil }
    return days[early]...days[days.count - late - 1] + longestPause
  }
}
