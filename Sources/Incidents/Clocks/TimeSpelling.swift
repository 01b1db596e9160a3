internal import Bytes
internal import Vocabulary

/// How an entry's time is written, as in `2026-01-10 10:05`, and which other forms mean the same.
package enum TimeSpelling {
  /// The usual spelling of a day or a time that is complete in itself.
  ///
  /// A date needs its year, and a day and month that cannot be swapped. Anything unknown, approximate or
  /// finer than needed (weekdays, ranges, fractions of a second) is left as the author wrote it.
  ///
  /// - Returns: `nil` when the text is already in the usual spelling, or its meaning is not certain.
  package static func usual(for written: String) -> String? {
    let bytes = Array(written.utf8)[...]
    guard let point = TimePoint(leading: bytes), point.length == bytes.count, !point.isApproximate
    else { return nil }
    guard point.date != nil else {
      guard let (clock, rest) = clock(leading: bytes) else { return nil }
      return changed(clock + text(rest), from: written)
    }
    guard let date = DateReading(leading: bytes), date == point.date,
      let day = day(date, written: bytes.prefix(date.length))
    else { return nil }
    let behind = bytes.dropFirst(date.length)
    guard point.clock != nil else {
      return behind.isEmpty ? changed(day, from: written) : nil
    }
    for joint in 1...6 where joint < behind.count {
      guard let (clock, rest) = clock(leading: behind.dropFirst(joint)) else { continue }
      // RFC 3339 joins date and time with a "T"; otherwise a space is enough.
      let isJoined = joint == 1 && behind.first == UInt8(ascii: "T")
      let usual = day + (isJoined ? "T" : " ") + clock + text(rest)
      let isUsual = written.hasPrefix(day) && written.hasSuffix(clock + text(rest))
      return isUsual ? nil : changed(usual, from: written)
    }
    return nil
  }

  private static func changed(_ usual: String, from written: String) -> String? {
    usual == written ? nil : usual
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  /// `HH:MM` or `HH:MM:SS`, followed by an optional zone.
  private static func clock(
    leading bytes: ArraySlice<UInt8>
  ) -> (usual: String, rest: ArraySlice<UInt8>)? {
    guard let first = bytes.first, first.isDigit, let clock = ClockTime(leading: bytes),
      let second = clock.second, !clock.isUnknown, !clock.isWord
    else { return nil }
    let written = bytes.prefix(clock.length)
    // 24:00 is the end of a day, which no other spelling can express.
    guard !written.starts(with: "24".utf8), !hasFraction(written) else { return nil }
    let parts = [second / 3600, second / 60 % 60] + (isToTheSecond(written) ? [second % 60] : [])
    return (parts.map(Digits.padded).joined(separator: ":"), bytes.dropFirst(clock.length))
  }

  private static func isToTheSecond(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count { $0 == UInt8(ascii: ":") } > 1
  }

  /// `10:05:30.250`; in `10.05` the period separates hours and minutes.
  private static func hasFraction(_ bytes: ArraySlice<UInt8>) -> Bool {
    isToTheSecond(bytes)
      && bytes.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
  }

  /// `YYYY-MM-DD`.
  private static func day(_ date: DateReading, written: ArraySlice<UInt8>) -> String? {
    let runs = written.split { !$0.isDigit }
    guard let day = date.calendarDay(order: nil),
      runs.contains(where: { $0.count == 4 || $0.count == 8 }), !namesWeekday(written)
    else { return nil }
    return day.description
  }

  /// Whether it contains anything except digits, signs, the name of a month and an ordinal.
  private static func namesWeekday(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.contains(UInt8(ascii: "(")) { return true }
    return bytes.split { !$0.isLetter }.contains { word in
      let name = String(decoding: word, as: UTF8.self).lowercased()
      let isOrdinal = ["st", "nd", "rd", "th", "of", "de"].contains(name)
      return !isOrdinal && MonthNames.number(of: name) == nil
    }
  }
}
