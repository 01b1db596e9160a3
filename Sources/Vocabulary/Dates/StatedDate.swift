internal import Bytes

/// Days in running text.
package enum StatedDate {
  /// The first day that is written out with its year. `order` decides `01/10/2026` when the numbers do not,
  /// and is called only then.
  package static func first(in text: String, order: () -> DateOrder?) -> CalendarDay? {
    // Most texts name no year.
    guard text.utf8.contains(where: \.isDigit) else { return nil }
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      guard isStart(index, of: bytes) else {
        index += 1
        continue
      }
      var reading = DateReading(leading: bytes[index..<min(index + longest, bytes.count)])
      if let year = reading.flatMap({ yearOfRange($0, behind: bytes[index...]) }) {
        reading?.complete(year: year)
      }
      if let reading, reading.year != nil,
        let day = reading.calendarDay(order: reading.isUndecided ? order() : nil)
      {
        return day
      }
      index += 1
    }
    return nil
  }

  /// The year of a range that states it only at its end: "between May 4 and May 6, 2026".
  private static func yearOfRange(_ start: DateReading, behind bytes: ArraySlice<UInt8>) -> Int? {
    guard start.year == nil, start.day != nil, start.isCertain else { return nil }
    var cursor = TextCursor(bytes)
    cursor.skip(start.length)
    cursor.skipBlanks()
    // A time of day and its zone may come between the two.
    if cursor.take(",") || cursor.take(word: "at") { cursor.skipBlanks() }
    if let clock = ClockTime(leading: cursor.rest) {
      cursor.skip(clock.length)
      cursor.skipBlanks()
      if let zone = ZoneName(leading: cursor.rest) { cursor.skip(zone.length) }
      cursor.skipBlanks()
    }
    let isJoined =
      cursor.takeDash() || cursor.take("&") || cursor.take(word: "and") || cursor.take(word: "to")
      || cursor.take(word: "until") || cursor.take(word: "through")
    guard isJoined else { return nil }
    cursor.skipBlanks()
    return DateReading(leading: cursor.rest.prefix(longest))?.year
  }

  /// The longest spelling of a date, in bytes: a weekday, a month and a year with their endings.
  private static let longest = 48

  /// Whether a digit or the first letter of a month or a weekday is here, at the start of a word.
  private static func isStart(_ index: Int, of bytes: [UInt8]) -> Bool {
    let byte = bytes[index]
    if index > 0 {
      let before = bytes[index - 1]
      let isInside =
        before.isAlphanumeric
        || before == UInt8(ascii: "/") || before == UInt8(ascii: ".")
      if isInside { return false }
    }
    return byte.isAlphanumeric
  }
}
