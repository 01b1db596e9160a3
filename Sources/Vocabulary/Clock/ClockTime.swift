internal import Bytes

/// A time of day at the start of a text, in any spelling that reviews use.
///
/// It reads `10:05`, `10:05:30.250`, `9h47`, `10.05`, `1005`, `10:05 PM`, `10am`, `14 Uhr`, `10時05分`,
/// `noon` and times that nobody knows: `??:??`, `10:??`.
package struct ClockTime {
  /// How the numbers are written, because some forms are a time only when other signs of a time are
  /// present.
  package enum Form {
    case sure
    /// `10.05`, which may be a version or a number.
    case dotted
    /// `1005`, which may be a year or an amount.
    case digits
  }

  /// Seconds since midnight; `nil` when the time is unknown or impossible.
  package let second: Int?
  package let isUnknown: Bool
  package let form: Form
  package let length: Int
  /// "noon" or "midnight".
  package let isWord: Bool

  package init?(leading bytes: ArraySlice<UInt8>) {
    var cursor = TextCursor(bytes)
    let half = Self.takeCharacters(&cursor)
    guard let byte = cursor.next else { return nil }
    if Self.takeVague(&cursor) {
      self.init(nil, isUnknown: true, isWord: false, length: cursor.length)
      return
    }
    if byte.isDigit {
      guard let numbers = Numbers(&cursor) else { return nil }
      if let next = cursor.next, next.isDigit { return nil }
      self.init(numbers, half: half, &cursor)
      return
    }
    if Self.takeMarks(&cursor) {
      self.init(nil, isUnknown: true, isWord: false, length: cursor.length)
    } else if byte.isLetter, let noon = Self.takeWord(&cursor) {
      self.init(noon, isUnknown: false, isWord: true, length: cursor.length)
    } else {
      return nil
    }
  }

  private init(_ second: Int?, isUnknown: Bool, isWord: Bool, length: Int) {
    self.isWord = isWord
    self.second = second
    self.isUnknown = isUnknown
    self.length = length
    form = .sure
  }

  private init?(_ numbers: Numbers, half said: Bool?, _ cursor: inout TextCursor) {
    isWord = false
    var hour = numbers.hour
    var isImpossible = false
    let half = said ?? Self.takeHalf(&cursor)
    if let isAfternoon = half {
      // "13:06 PM" is 13:06; "13:06 AM" is not a time.
      if hour > 12 {
        isImpossible = !isAfternoon
      } else {
        hour = hour % 12 + (isAfternoon ? 12 : 0)
      }
    } else if numbers.isBareHour {
      return nil
    } else {
      Self.skipUnit(&cursor)
    }
    isUnknown = numbers.isUnknown
    form = half != nil ? .sure : numbers.form
    // Midnight may be the end of a day.
    if hour == 24, numbers.minute == 0 { hour = 23 } else if hour > 23 { isImpossible = true }
    let isEndOfDay = numbers.hour == 24 && numbers.minute == 0
    if numbers.minute > 59 || numbers.second > 60 { isImpossible = true }
    second =
      isImpossible || isUnknown
      ? nil
      : isEndOfDay ? 86_399 : hour * 3600 + numbers.minute * 60 + min(numbers.second, 59)
    length = cursor.length
  }

  /// 上午, 下午: the half of the day, written before the time.
  private static func takeCharacters(_ cursor: inout TextCursor) -> Bool? {
    guard let byte = cursor.next, byte >= 0xE4 else { return nil }
    if cursor.take("오전") || cursor.take("새벽") || cursor.take("아침") {
      cursor.skipBlanks()
      return false
    }
    if cursor.take("오후") || cursor.take("저녁") || cursor.take("밤") {
      cursor.skipBlanks()
      return true
    }
    if cursor.take("上午") || cursor.take("午前") || cursor.take("凌晨") || cursor.take("早上") {
      return false
    }
    if cursor.take("下午") || cursor.take("午後") || cursor.take("晚上") { return true }
    return nil
  }

  /// `AM`, `p.m.`; returns whether it is the second half of the day.
  private static func takeHalf(_ cursor: inout TextCursor) -> Bool? {
    var ahead = cursor
    ahead.skipBlanks()
    let isAfternoon: Bool
    switch ahead.next.map({ $0 | 0x20 }) {
    case UInt8(ascii: "p"): isAfternoon = true
    case UInt8(ascii: "a"): isAfternoon = false
    default: return nil
    }
    let isAttached = ahead.length == cursor.length
    ahead.skip(1)
    // "9:27a" has no space and no "m".
    if isAttached, ahead.next.map({ $0.isSpaceOrTab }) ?? true {
      cursor = ahead
      return isAfternoon
    }
    let isDotted = ahead.take(".")
    guard ahead.next.map({ $0 | 0x20 }) == UInt8(ascii: "m") else { return nil }
    ahead.skip(1)
    if let next = ahead.next, next.isAlphanumeric { return nil }
    if isDotted { _ = ahead.take(".") }
    cursor = ahead
    return isAfternoon
  }

  /// "h", "hrs", "Uhr" after a time that is complete without it.
  private static func skipUnit(_ cursor: inout TextCursor) {
    var ahead = cursor
    if ahead.take(word: "h") {
      cursor = ahead
      return
    }
    ahead.skipBlanks()
    for unit in ["hrs", "hr", "hours", "uhr"] where ahead.take(word: unit) {
      cursor = ahead
      return
    }
  }

  /// `??:??`, `??`, `XX:XX`.
  private static func takeMarks(_ cursor: inout TextCursor) -> Bool {
    for marks: StaticString in [
      "??:??", "?:??", "XX:XX", "xx:xx", "--:--", "HH:MM", "HH:mm", "hh:mm", "??",
    ]
    where cursor.take(marks) {
      return true
    }
    return false
  }

  /// `2X:XX`, `1?:??`, `10:4x`: digits with marks in place of others.
  private static func takeVague(_ cursor: inout TextCursor) -> Bool {
    var ahead = cursor
    var marks = 0
    for part in [1...2, 2...2] {
      var count = 0
      while let byte = ahead.next, count < part.upperBound {
        let isMark = byte == UInt8(ascii: "?") || byte | 0x20 == UInt8(ascii: "x")
        guard isMark || byte.isDigit else { break }
        marks += isMark ? 1 : 0
        count += 1
        ahead.skip(1)
      }
      guard part.contains(count) else { return false }
      if part.lowerBound == 1, !ahead.take(":") { return false }
    }
    if let next = ahead.next, next.isAlphanumeric { return false }
    guard marks > 0 else { return false }
    cursor = ahead
    return true
  }

  private static func takeWord(_ cursor: inout TextCursor) -> Int? {
    if cursor.take(word: "noon") { return 12 * 3600 }
    if cursor.take(word: "midnight") { return 0 }
    return nil
  }
}
