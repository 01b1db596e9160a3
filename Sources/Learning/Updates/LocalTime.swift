package import Incidents
package import Vocabulary

/// A time on the clock of a timeline.
package struct LocalTime: Hashable, Sendable {
  /// Seconds since 1970 on that clock.
  package let clock: Int
  /// Minutes east of UTC; `nil` when the timeline does not say, and the clock is that of UTC.
  package let offset: Int?

  package init(clock: Int, offset: Int?) {
    self.clock = clock
    self.offset = offset
  }

  package var day: CalendarDay { CalendarDay(number: Self.dayNumber(of: clock)) }

  /// `HH:MM`.
  package var time: String { Moment.timeOfDay(clock) }

  /// `HH:MM` some minutes later.
  package func time(after minutes: Int) -> String { Moment.timeOfDay(clock + minutes * 60) }

  /// Days since 1970 of a clock.
  package static func dayNumber(of clock: Int) -> Int {
    Int((Double(clock) / 86_400).rounded(.down))
  }

  /// How far the clock of a timeline is from UTC at an instant, in minutes east; `nil` when neither the timeline nor
  /// the team's settings say.
  package static func offset(of timeline: Timeline?, at instant: Int, _ clock: TeamClock) -> Int? {
    var resolver = ZoneResolver(clock.database)
    let last = timeline?.entries.last { $0.moment?.offset != nil }?.moment?.offset
    let zone = timeline?.zone.flatMap { ZoneName.first(in: $0) } ?? clock.zone
    let local = instant + (last ?? 0) * 60
    return zone.flatMap { resolver.offset(of: $0, at: local).offset } ?? last
  }
}

extension LocalTime {
  /// Whether a moment of the same timeline is not later; also when the two cannot be compared.
  package func isAtOrAfter(_ moment: Moment?) -> Bool {
    guard let moment, moment.hasDay else { return true }
    let shift = (offset ?? 0) - (moment.offset ?? offset ?? 0)
    return moment.clock + shift * 60 <= clock + 59
  }
}
