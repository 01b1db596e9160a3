internal import Bytes

extension DateReading {
  mutating func readNumbers(_ cursor: inout TextCursor) -> Bool {
    switch cursor.digitCount {
    case 4, 5: readYearFirst(&cursor)
    case 8: readEightDigits(&cursor)
    case 1, 2: readDayOrMonthFirst(&cursor)
    default: false
    }
  }

  /// `2026-01-10`; a year of five digits is a misspelling.
  mutating func readYearFirst(_ cursor: inout TextCursor) -> Bool {
    let digits = cursor.digitCount
    guard let value = cursor.number(digits: 4...5) else { return false }
    if digits == 4 {
      guard (1970...2199).contains(value) else { return false }
      year = value
    } else {
      isYearOpen = false
    }
    isCertain = true
    if cursor.take("年") { return readJapaneseMonth(&cursor) }
    if cursor.take("년") { return readKoreanMonth(&cursor) }
    guard Self.takeSeparator(&cursor), Self.isComponent(cursor) else { return false }
    month = Self.component(&cursor)
    let hadSeparator = cursor
    guard Self.takeSeparator(&cursor) else { return digits == 4 && month != nil }
    if Self.isComponent(cursor) {
      day = Self.component(&cursor)
    } else if let byte = cursor.next, byte >= 0x80 {
      while let byte = cursor.next, byte >= 0x80 { cursor.skip(1) }
    } else {
      cursor = hadSeparator
    }
    return true
  }

  mutating func readJapaneseMonth(_ cursor: inout TextCursor) -> Bool {
    guard let value = cursor.number(digits: 1...2), cursor.take("月") else { return false }
    month = value
    isCertain = true
    if let value = cursor.number(digits: 1...2), cursor.take("日") { day = value }
    return true
  }

  /// `1월 10일` after the year; also alone.
  mutating func readKoreanMonth(_ cursor: inout TextCursor) -> Bool {
    cursor.skipBlanks()
    guard let value = cursor.number(digits: 1...2), cursor.take("월") else { return false }
    return readKoreanDay(of: value, &cursor)
  }

  private mutating func readKoreanDay(of month: Int, _ cursor: inout TextCursor) -> Bool {
    self.month = month
    isCertain = true
    var ahead = cursor
    ahead.skipBlanks()
    if let value = ahead.number(digits: 1...2), ahead.take("일") {
      day = value
      cursor = ahead
    }
    return true
  }

  mutating func readEightDigits(_ cursor: inout TextCursor) -> Bool {
    guard let value = cursor.number(digits: 8...8),
      let found = CalendarDay(year: value / 10_000, month: value / 100 % 100, day: value % 100),
      found.year < 2100
    else { return false }
    (year, month, day, isCertain) = (found.year, found.month, found.day, true)
    return true
  }

  mutating func readDayOrMonthFirst(_ cursor: inout TextCursor) -> Bool {
    guard let first = cursor.number(digits: 1...2) else { return false }
    if cursor.take("月") {
      month = first
      isCertain = true
      if let value = cursor.number(digits: 1...2), cursor.take("日") { day = value }
      return true
    }
    if cursor.take("월") { return readKoreanDay(of: first, &cursor) }
    if readMonthName(after: first, &cursor) { return true }
    guard let separator = cursor.next, Self.separators.contains(separator) else { return false }
    cursor.skip(1)
    if Self.isMarks(cursor) { return false }
    guard let second = cursor.number(digits: 1...2), first > 0, second > 0, first <= 31,
      second <= 31, min(first, second) <= 12
    else { return false }
    pair = NumberPair(first: first, second: second, isDotted: separator == UInt8(ascii: "."))
    guard cursor.next == separator, let digit = cursor.peek(1), digit.isDigit else {
      return true
    }
    cursor.skip(1)
    return readYearLast(&cursor)
  }

  mutating func readYearLast(_ cursor: inout TextCursor) -> Bool {
    let digits = cursor.digitCount
    guard let value = cursor.number(digits: 2...5) else { return false }
    isCertain = true
    switch digits {
    case 2: (year, hasShortYear) = (2000 + value, true)
    case 4 where (1970...2199).contains(value): year = value
    default: isYearOpen = false
    }
    return true
  }

  static let separators = Array("-/.".utf8)

  static func takeSeparator(_ cursor: inout TextCursor) -> Bool {
    guard let byte = cursor.next else { return false }
    if separators.contains(byte) {
      cursor.skip(1)
      return true
    }
    // The two hyphens of Unicode, which word processors write.
    guard byte == 0xE2, cursor.peek(1) == 0x80, let last = cursor.peek(2), last | 1 == 0x91 else {
      return false
    }
    cursor.skip(3)
    return true
  }

  static func isMarks(_ cursor: TextCursor) -> Bool {
    // `??`, `xx`, and the `MM-DD` of a pattern that nobody filled in.
    guard let byte = cursor.next,
      byte == UInt8(ascii: "?") || "xmd".utf8.contains(byte | 0x20)
    else { return false }
    return cursor.peek(1) == byte && cursor.peek(2)?.isLetter != true
  }

  static func isComponent(_ cursor: TextCursor) -> Bool {
    (1...2).contains(cursor.digitCount) || isMarks(cursor)
  }

  /// A month or a day; `nil` for `??`.
  static func component(_ cursor: inout TextCursor) -> Int? {
    if isMarks(cursor) {
      cursor.skip(2)
      return nil
    }
    return cursor.number(digits: 1...2)
  }
}
