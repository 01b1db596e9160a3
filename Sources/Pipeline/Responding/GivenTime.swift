internal import Bytes
package import Learning
package import Vocabulary

/// A time that a person gives on the command line: `10:12`, `2026-01-10 10:12`, `2026-01-10T10:12Z` or
/// `2026-01-10T10:12+01:00`. What it does not say is that of the timeline it is meant for.
package struct GivenTime: Hashable, Sendable {
  package let day: CalendarDay?
  /// Since midnight.
  package let second: Int
  /// Minutes east of UTC.
  package let offset: Int?

  package init?(_ text: String) {
    var rest = text.trimmed[...]
    if rest.count > 10, let day = CalendarDay(String(rest.prefix(10))) {
      self.day = day
      rest = rest.dropFirst(10)
      guard let mark = rest.popFirst(), mark == "T" || mark == " " else { return nil }
    } else {
      day = nil
    }
    let parts = rest.prefix { $0.isNumber || $0 == ":" }.split(
      separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts.allSatisfy({ $0.utf8.count == 2 }),
      let hour = Digits.value(parts[0].utf8), let minute = Digits.value(parts[1].utf8),
      hour < 24, minute < 60
    else { return nil }
    second = hour * 3600 + minute * 60
    let zone = rest.drop { $0.isNumber || $0 == ":" }
    switch zone.first {
    case nil: offset = nil
    case "Z" where zone.count == 1: offset = 0
    case "+", "-":
      let numbers = zone.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
      guard numbers.count == 2, numbers.allSatisfy({ $0.utf8.count == 2 }),
        let hours = Digits.value(numbers[0].utf8), let minutes = Digits.value(numbers[1].utf8),
        hours < 15, minutes < 60
      else { return nil }
      offset = (hours * 60 + minutes) * (zone.first == "-" ? -1 : 1)
    default: return nil
    }
  }
}

extension LocalTime {
  /// What a person said, or else `now`, which is in seconds since 1970; `day` is the day of a time without one, and
  /// today when it is `nil`.
  package init(_ given: GivenTime?, now: Int, offset: Int?, day: CalendarDay?) {
    let here = now + (offset ?? 0) * 60
    guard let given else {
      self.init(clock: here, offset: offset)
      return
    }
    let number = given.day?.number ?? day?.number ?? Self.dayNumber(of: here)
    let shift = given.offset.map { ((offset ?? 0) - $0) * 60 } ?? 0
    self.init(clock: number * 86_400 + given.second + shift, offset: offset)
  }
}
