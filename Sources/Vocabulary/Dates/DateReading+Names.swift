internal import Bytes

extension DateReading {
  mutating func readNamed(_ cursor: inout TextCursor) -> Bool {
    let isVague = Self.skipPartOfMonth(&cursor)
    let word = cursor.word
    guard let value = MonthNames.number(of: word) else { return false }
    cursor.skip(word.utf8.count)
    _ = cursor.take(".")
    month = value
    let behindMonth = cursor
    let isHyphenated = cursor.next == UInt8(ascii: "-") && cursor.peek(1)?.isDigit == true
    if isHyphenated { cursor.skip(1) }
    cursor.skipBlanks()
    _ = cursor.take(",")
    cursor.skipBlanks()
    if !isVague, let value = cursor.number(digits: 1...2), value >= 1, value <= 31,
      !Self.isTimeOfDay(cursor)
    {
      day = value
      isCertain = true
      Self.skipOrdinal(&cursor)
      if isHyphenated, cursor.next == UInt8(ascii: "-") {
        cursor.skip(1)
      } else {
        Self.skipLastDay(&cursor)
      }
      readYearBehind(&cursor)
      return true
    }
    cursor = behindMonth
    readYearBehind(&cursor)
    isCertain = year != nil || isVague
    return isCertain
  }

  /// Whether the number just read was an hour, as in "May 10:05".
  static func isTimeOfDay(_ cursor: TextCursor) -> Bool {
    cursor.next == UInt8(ascii: ":") && (cursor.peek(1).map(\.isDigit) ?? false)
  }

  /// `10 January 2026`, `10th of January`, `10. Januar`, `10-Jan-2026`.
  mutating func readMonthName(after value: Int, _ cursor: inout TextCursor) -> Bool {
    guard (1...31).contains(value) else { return false }
    var ahead = cursor
    Self.skipOrdinal(&ahead)
    Self.skipSecondDay(&ahead)
    _ = ahead.take(".")
    let isHyphenated = ahead.next == UInt8(ascii: "-")
    if isHyphenated { ahead.skip(1) } else { ahead.skipBlanks() }
    if ahead.take(word: "of") || ahead.take(word: "de") { ahead.skipBlanks() }
    let word = ahead.word
    guard let number = MonthNames.number(of: word) else { return false }
    ahead.skip(word.utf8.count)
    _ = ahead.take(".")
    (day, month, isCertain) = (value, number, true)
    if isHyphenated, ahead.next == UInt8(ascii: "-") { ahead.skip(1) }
    readYearBehind(&ahead)
    cursor = ahead
    return true
  }

  mutating func readYearBehind(_ cursor: inout TextCursor) {
    var ahead = cursor
    ahead.skipBlanks()
    _ = ahead.take(",")
    ahead.skipBlanks()
    if ahead.take(word: "of") || ahead.take(word: "de") { ahead.skipBlanks() }
    guard let value = ahead.number(digits: 4...4), (1970...2199).contains(value) else { return }
    year = value
    cursor = ahead
  }

  static func skipOrdinal(_ cursor: inout TextCursor) {
    if cursor.take("º") || cursor.take("ª") { return }
    let word = cursor.word
    if ["st", "nd", "rd", "th", "er"].contains(word) { cursor.skip(2) }
  }

  /// The second day of `May 4-5, 2026`.
  static func skipLastDay(_ cursor: inout TextCursor) {
    var ahead = cursor
    let isJoined =
      ahead.takeDash() || takesSecond(&ahead, "&") || takesSecond(&ahead, "and")
      || takesSecond(&ahead, "et") || takesSecond(&ahead, "und")
    guard isJoined, ahead.number(digits: 1...2) != nil, ahead.next != UInt8(ascii: ":")
    else { return }
    skipOrdinal(&ahead)
    cursor = ahead
  }

  /// Takes a word between two days with the blanks around it.
  private static func takesSecond(_ cursor: inout TextCursor, _ word: String) -> Bool {
    var ahead = cursor
    ahead.skipBlanks()
    guard word == "&" ? ahead.take("&") : ahead.take(word: word) else { return false }
    ahead.skipBlanks()
    guard ahead.next?.isDigit == true else { return false }
    cursor = ahead
    return true
  }

  /// The second day of "23rd and 24th October" or "11–13 November", where the name of a month follows.
  static func skipSecondDay(_ cursor: inout TextCursor) {
    var ahead = cursor
    ahead.skipBlanks()
    let isJoined =
      ahead.takeDash() || ahead.take("&") || ahead.take(word: "and") || ahead.take(word: "to")
      || ahead.take(word: "e") || ahead.take(word: "y") || ahead.take(word: "et")
      || ahead.take(word: "und") || ahead.take(word: "bis") || ahead.take(word: "au")
      || ahead.take(word: "al") || ahead.take(word: "a") || ahead.take(word: "tot")
      || ahead.take(word: "do")
    guard isJoined else { return }
    ahead.skipBlanks()
    guard ahead.number(digits: 1...2) != nil else { return }
    skipOrdinal(&ahead)
    _ = ahead.take(".")
    var behind = ahead
    behind.skipBlanks()
    if behind.take(word: "of") || behind.take(word: "de") { behind.skipBlanks() }
    guard MonthNames.number(of: behind.word) != nil else { return }
    cursor = ahead
  }

  /// The "mid-" before a month whose day nobody knows.
  static func skipPartOfMonth(_ cursor: inout TextCursor) -> Bool {
    var ahead = cursor
    let word = ahead.word
    guard ["mid", "early", "late", "beginning", "end", "start"].contains(word) else { return false }
    ahead.skip(word.utf8.count)
    if ahead.next == UInt8(ascii: "-") { ahead.skip(1) }
    ahead.skipBlanks()
    if ahead.take(word: "of") { ahead.skipBlanks() }
    guard MonthNames.number(of: ahead.word) != nil else { return false }
    cursor = ahead
    return true
  }

  static func skipWeekday(_ cursor: inout TextCursor) -> Bool {
    var ahead = cursor
    let word = ahead.word
    guard WeekdayNames.all.contains(word) else { return false }
    ahead.skip(word.utf8.count)
    _ = ahead.take(".")
    _ = ahead.take(",")
    ahead.skipBlanks()
    if ahead.take(word: "the") { ahead.skipBlanks() }
    cursor = ahead
    return true
  }

  /// The weekday of `2026-01-10 (Saturday)` or `2026-01-10, Saturday`.
  static func skipWeekdayBehind(_ cursor: inout TextCursor) {
    var ahead = cursor
    ahead.skipBlanks()
    let isBracketed = ahead.take("(")
    if !isBracketed, ahead.take(",") { ahead.skipBlanks() }
    let word = ahead.word
    guard WeekdayNames.all.contains(word) else { return skipCharacterWeekday(&cursor) }
    ahead.skip(word.utf8.count)
    if isBracketed, !ahead.take(")") { return }
    cursor = ahead
  }

  /// The weekday of `2026-01-10 (土)`.
  static func skipCharacterWeekday(_ cursor: inout TextCursor) {
    var ahead = cursor
    ahead.skipBlanks()
    let isWide = ahead.take("（")
    guard isWide || ahead.take("(") else { return }
    let days: [StaticString] = ["月", "火", "水", "木", "金", "土", "日"]
    guard days.contains(where: { ahead.take($0) }) else { return }
    if isWide ? ahead.take("）") : ahead.take(")") { cursor = ahead }
  }
}
