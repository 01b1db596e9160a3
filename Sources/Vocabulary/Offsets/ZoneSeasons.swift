internal import Bytes

/// The rule of a zone for the years after the last change that its file lists: `CET-1CEST,M3.5.0,M10.5.0/3`
/// (POSIX.1, section 8.3; hours from -167 to 167 as RFC 8536 allows).
struct ZoneSeasons: Hashable, Sendable {
  /// Minutes east of UTC.
  private let standard: Int
  /// `nil` when the zone has one offset all year.
  private let summer: Summer?

  private struct Summer: Hashable, Sendable {
    var offset: Int
    var start: Change
    var end: Change
  }

  /// A day of the year with the seconds after its midnight, on the clock before the change.
  private struct Change: Hashable, Sendable {
    enum Day: Hashable, Sendable {
      /// The n-th weekday of a month, 0 for Sunday; the fifth is the last.
      case weekday(month: Int, week: Int, weekday: Int)
      /// From 1 to 365, without 29 February.
      case julian(Int)
      /// From 0 to 365.
      case ordinal(Int)
    }
    var day: Day
    var second: Int
  }

  /// `footer` is the line after the last block of a zone file, between line feeds.
  init?(_ footer: ArraySlice<UInt8>) {
    let line = footer.drop { $0 == 0x0A }.prefix { $0 != 0x0A }
    var cursor = TextCursor(line)
    guard Self.skipName(&cursor), let west = Self.seconds(&cursor) else { return nil }
    standard = -west / 60
    guard cursor.next != nil else {
      summer = nil
      return
    }
    guard Self.skipName(&cursor) else { return nil }
    var offset = standard + 60
    if cursor.next != UInt8(ascii: ",") {
      guard let west = Self.seconds(&cursor) else { return nil }
      offset = -west / 60
    }
    guard let start = Self.change(&cursor), let end = Self.change(&cursor), cursor.next == nil
    else {
      return nil
    }
    summer = Summer(offset: offset, start: start, end: end)
  }

  func offset(at instant: Int) -> Int {
    guard let summer else { return standard }
    let local = instant + standard * 60
    let number = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    let year = CalendarDay(number: number).year
    let start = Self.second(of: summer.start, in: year) - standard * 60
    let end = Self.second(of: summer.end, in: year) - summer.offset * 60
    // South of the equator summer goes over the turn of the year.
    let isSummer =
      start < end ? start <= instant && instant < end : instant >= start || instant < end
    return isSummer ? summer.offset : standard
  }

  /// Seconds since 1970 on the zone's clock.
  private static func second(of change: Change, in year: Int) -> Int {
    let newYear = CalendarDay.number(year: year, month: 1, day: 1)
    let number: Int
    switch change.day {
    case .ordinal(let day): number = newYear + day
    case .julian(let day):
      let isLeap = CalendarDay.number(year: year, month: 3, day: 1) - newYear == 60
      number = newYear + day - 1 + (isLeap && day > 59 ? 1 : 0)
    case .weekday(let month, let week, let weekday):
      let first = CalendarDay.number(year: year, month: month, day: 1)
      let next =
        month == 12
        ? CalendarDay.number(year: year + 1, month: 1, day: 1)
        : CalendarDay.number(year: year, month: month + 1, day: 1)
      // 1970-01-01 was a Thursday.
      let ahead = (weekday - (first + 4) % 7 + 7) % 7
      var day = first + ahead + (week - 1) * 7
      if day >= next { day -= 7 }
      number = day
    }
    return number * 86_400 + change.second
  }

  // MARK: - Notation

  private static func skipName(_ cursor: inout TextCursor) -> Bool {
    let isQuoted = cursor.take("<")
    let name = cursor.rest.prefix {
      isQuoted ? $0 != UInt8(ascii: ">") : $0.isLetter
    }
    cursor.skip(name.count)
    return !name.isEmpty && (!isQuoted || cursor.take(">"))
  }

  /// `-1`, `5:30`, `+02:00:00`; positive west of Greenwich.
  private static func seconds(_ cursor: inout TextCursor) -> Int? {
    let isNegative = cursor.take("-")
    if !isNegative { _ = cursor.take("+") }
    guard let hours = cursor.number(digits: 1...3) else { return nil }
    var seconds = hours * 3600
    for unit in [60, 1] where cursor.take(":") {
      guard let value = cursor.number(digits: 1...2) else { return nil }
      seconds += value * unit
    }
    return isNegative ? -seconds : seconds
  }

  private static func change(_ cursor: inout TextCursor) -> Change? {
    guard cursor.take(","), let day = day(&cursor) else { return nil }
    guard cursor.take("/") else { return Change(day: day, second: 7200) }
    return seconds(&cursor).map { Change(day: day, second: $0) }
  }

  private static func day(_ cursor: inout TextCursor) -> Change.Day? {
    if cursor.take("M") {
      guard let month = cursor.number(digits: 1...2), (1...12).contains(month), cursor.take("."),
        let week = cursor.number(digits: 1...1), (1...5).contains(week), cursor.take("."),
        let weekday = cursor.number(digits: 1...1), (0...6).contains(weekday)
      else { return nil }
      return .weekday(month: month, week: week, weekday: weekday)
    }
    if cursor.take("J") {
      return cursor.number(digits: 1...3).flatMap { (1...365).contains($0) ? .julian($0) : nil }
    }
    return cursor.number(digits: 1...3).flatMap { (0...365).contains($0) ? .ordinal($0) : nil }
  }
}
