/// A point in time as the record gives it. Nothing is added: a zone that is not stated stays unknown.
package struct Moment: Hashable, Sendable {
  /// The time as the author wrote it.
  package let written: String
  /// Seconds on the author's clock since midnight on 1970-01-01 or, when no day is known, since the midnight
  /// before the first entry.
  package let clock: Int
  package let hasDay: Bool
  /// Minutes east of UTC; `nil` when no zone is stated.
  package let offset: Int?
  /// The author said "about" (`~10:05`).
  package let isApproximate: Bool

  package init(
    written: String, clock: Int, hasDay: Bool, offset: Int?, isApproximate: Bool = false
  ) {
    self.written = written
    self.clock = clock
    self.hasDay = hasDay
    self.offset = offset
    self.isApproximate = isApproximate
  }

  package var day: CalendarDay? { hasDay ? CalendarDay(number: clock / 86_400) : nil }

  /// `HH:MM` on the author's clock.
  package var timeOfDay: String { Self.timeOfDay(clock) }

  /// `HH:MM` of seconds on some clock.
  package static func timeOfDay(_ clock: Int) -> String {
    let second = ((clock % 86_400) + 86_400) % 86_400
    return "\(Digits.padded(second / 3600)):\(Digits.padded(second / 60 % 60))"
  }

  /// The same instant on a UTC clock; `nil` without a day or a zone.
  package var utc: Int? {
    guard hasDay, let offset else { return nil }
    return clock - offset * 60
  }

  /// RFC 3339, to the second; `nil` without a day or a zone.
  package var rfc3339: String? {
    guard let day, let offset else { return nil }
    let seconds = Digits.padded(((clock % 60) + 60) % 60)
    let zone =
      offset == 0
      ? "Z"
      : "\(offset < 0 ? "-" : "+")\(Digits.padded(abs(offset) / 60)):\(Digits.padded(abs(offset) % 60))"
    return "\(day)T\(timeOfDay):\(seconds)\(zone)"
  }

  /// Seconds from `other` to this moment, negative when this one is earlier.
  ///
  /// - Returns: `nil` when the two cannot be compared: one has a day or a zone that the other lacks.
  package func seconds(since other: Moment) -> Int? {
    guard hasDay == other.hasDay else { return nil }
    switch (offset, other.offset) {
    case (nil, nil): return clock - other.clock
    case (let mine?, let theirs?): return (clock - mine * 60) - (other.clock - theirs * 60)
    default: return nil
    }
  }

  /// Whole minutes since `other`, rounded down.
  package func minutes(since other: Moment) -> Int? {
    seconds(since: other).map { Int((Double($0) / 60).rounded(.down)) }
  }
}
