/// A day of the proleptic Gregorian calendar, without a zone.
package struct CalendarDay: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let year: Int
  package let month: Int
  package let day: Int

  /// - Returns: `nil` for a day that does not exist, such as 30 February, and for years outside 1970 to
  ///   9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1970...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// A day written `YYYY-MM-DD` and nothing else.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, let day = CalendarDay(leading: bytes[...]) else { return nil }
    self = day
  }

  /// Whether a text is `YYYY-MM-DD` and a day that exists, in any year from 1.
  package static func isDay(_ text: some StringProtocol) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, let (year, month, day) = numbers(leading: bytes[...]), year > 0,
      (1...12).contains(month)
    else { return false }
    return (1...length(ofMonth: month, year: year)).contains(day)
  }

  /// A day written `YYYY-MM-DD` at the start of `bytes`.
  package init?(leading bytes: ArraySlice<UInt8>) {
    guard let (year, month, day) = Self.numbers(leading: bytes) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The numbers of `YYYY-MM-DD` at the start of `bytes`, whether or not there is such a day.
  package static func numbers(
    leading bytes: ArraySlice<UInt8>
  ) -> (year: Int, month: Int, day: Int)? {
    guard bytes.count >= 10 else { return nil }
    let start = bytes.startIndex
    guard bytes[start + 4] == UInt8(ascii: "-"), bytes[start + 7] == UInt8(ascii: "-"),
      let year = Digits.value(bytes[start..<start + 4]),
      let month = Digits.value(bytes[start + 5..<start + 7]),
      let day = Digits.value(bytes[start + 8..<start + 10])
    else { return nil }
    return (year, month, day)
  }

  /// Days since 1970-01-01.
  ///
  /// The algorithm counts years from March, so that the leap day is the last day of a year (Hinnant,
  /// "chrono-compatible low-level date algorithms", days_from_civil).
  package var number: Int { Self.number(year: year, month: month, day: day) }

  /// ``number`` of a day of the calendar.
  static func number(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The inverse of ``number``; clamps to 1970-01-01 below 0.
  package init(number: Int) {
    let shifted = max(number, 0) + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  package var description: String {
    "\(year)-\(Digits.padded(month))-\(Digits.padded(day))"
  }

  /// From 1 to 4.
  package var quarter: Int { (month + 2) / 3 }

  package static func < (left: Self, right: Self) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
