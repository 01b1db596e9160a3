internal import Bytes

/// How many of a unit: `5`, `1.5`, `1,5`, `1½`, `1/2`, `1:30`, `an`, `two and a half`, `half an`.
struct LengthAmount {
  var value: Double
  /// Written with a colon: parts of an hour or of a minute.
  var isClock = false
  /// A whole number below 60 with at most two digits.
  var isMinutes = false

  init(value: Double) { self.value = value }

  /// `clockDigits` is how many digits the hours of `1:30` may have at most.
  init?(_ cursor: inout TextCursor, clockDigits: Int) {
    guard let first = cursor.next else { return nil }
    self.init(value: 0)
    var ahead = cursor
    let isRead =
      if first.isDigit {
        readNumber(&ahead, clockDigits: clockDigits)
      } else if let fraction = LengthGrammar.fraction(ahead.rest) {
        take(fraction, &ahead)
      } else {
        first.isLetter && readWords(&ahead)
      }
    guard isRead else { return nil }
    cursor = ahead
  }

  /// The "and a half" after an amount or a unit.
  static func takeAndHalf(_ cursor: inout TextCursor) -> Bool {
    var ahead = cursor
    ahead.skipBlanks()
    guard ahead.take(word: "and") else { return false }
    ahead.skipBlanks()
    guard ahead.take(word: "a") else { return false }
    ahead.skipBlanks()
    guard ahead.take(word: "half") else { return false }
    cursor = ahead
    return true
  }

  // MARK: - Digits

  private mutating func readNumber(_ cursor: inout TextCursor, clockDigits: Int) -> Bool {
    let digits = cursor.digitCount
    guard let whole = cursor.number(digits: 1...9) else { return false }
    value = Double(whole)
    isMinutes = digits <= 2 && whole < 60
    guard let next = cursor.next else { return true }
    let isNumber = cursor.peek(1).map(\.isDigit) ?? false
    switch next {
    case UInt8(ascii: "."), UInt8(ascii: ","):
      guard isNumber else { return true }
      isMinutes = false
      return readDecimals(&cursor, wholeDigits: digits)
    case UInt8(ascii: ":"):
      guard isNumber else { return true }
      isMinutes = false
      return digits <= clockDigits && readClock(&cursor)
    case UInt8(ascii: "/"):
      return readQuotient(of: whole, &cursor)
    default:
      readFraction(&cursor)
      return true
    }
  }

  /// `1.5`, `1,25`, `1,500`: three digits after a comma are thousands.
  private mutating func readDecimals(_ cursor: inout TextCursor, wholeDigits: Int) -> Bool {
    let isComma = cursor.take(",")
    if !isComma { cursor.skip(1) }
    let digits = cursor.digitCount
    guard let decimals = cursor.number(digits: 1...(isComma ? 3 : 4)) else { return false }
    if isComma, digits == 3 {
      guard wholeDigits <= 3 else { return false }
      value = value * 1_000 + Double(decimals)
    } else {
      value += Double(decimals) / [1, 10, 100, 1_000, 10_000][digits]
    }
    return !goesOn(cursor)
  }

  /// `1:30`, `1:30:00`: in hours, or in minutes when the last part is missing.
  private mutating func readClock(_ cursor: inout TextCursor) -> Bool {
    isClock = true
    var part = 60.0
    while cursor.take(":") {
      guard part <= 3_600, let minutes = cursor.number(digits: 2...2), minutes < 60 else {
        return false
      }
      value += Double(minutes) / part
      part *= 60
    }
    return !goesOn(cursor)
  }

  /// `1/2`, `3/4`.
  private mutating func readQuotient(of whole: Int, _ cursor: inout TextCursor) -> Bool {
    cursor.skip(1)
    guard let parts = cursor.number(digits: 1...1), (2...4).contains(parts), whole < parts else {
      return false
    }
    value = Double(whole) / Double(parts)
    isMinutes = false
    return !goesOn(cursor) && cursor.next != UInt8(ascii: "/")
  }

  /// The rest of `1½`, `1 ½`, `1 1/2` and "2 and a half".
  private mutating func readFraction(_ cursor: inout TextCursor) {
    var ahead = cursor
    ahead.skipBlanks()
    let whole = value
    if let fraction = LengthGrammar.fraction(ahead.rest) {
      value += fraction.value
      ahead.skip(fraction.width)
    } else if let top = ahead.number(digits: 1...1), ahead.next == UInt8(ascii: "/"),
      readQuotient(of: top, &ahead)
    {
      value += whole
    } else {
      value = whole
      if Self.takeAndHalf(&cursor) { value += 0.5 }
      isMinutes = isMinutes && value == whole
      return
    }
    isMinutes = false
    cursor = ahead
  }

  /// Whether more digits follow a number that is already complete: a version, a date, an address.
  private func goesOn(_ cursor: TextCursor) -> Bool {
    guard let next = cursor.next, ".,:".utf8.contains(next) else { return false }
    return cursor.peek(1).map(\.isDigit) ?? false
  }

  private mutating func take(_ fraction: (value: Double, width: Int), _ cursor: inout TextCursor)
    -> Bool
  {
    value = fraction.value
    cursor.skip(fraction.width)
    skipArticle(&cursor)
    return true
  }

  // MARK: - Words

  private mutating func readWords(_ cursor: inout TextCursor) -> Bool {
    let word = cursor.word
    var count = 1.0
    if let number = Self.numbers[word] {
      cursor.skip(word.utf8.count)
      count = number
      if number >= 20, number < 60 { count += takeOnes(&cursor) }
      value = count
      if Self.takeAndHalf(&cursor) {
        value += 0.5
        return true
      }
    }
    var ahead = cursor
    ahead.skipBlanks()
    let part: Double
    if ahead.take(word: "half") {
      part = 0.5
    } else if ahead.take(word: "quarter") || ahead.take(word: "quarters") {
      part = 0.25
    } else {
      return value > 0
    }
    value = count * part
    skipArticle(&ahead)
    cursor = ahead
    return true
  }

  /// "of an", "a".
  private func skipArticle(_ cursor: inout TextCursor) {
    var ahead = cursor
    ahead.skipBlanks()
    if ahead.take(word: "of") { ahead.skipBlanks() }
    if ahead.take(word: "an") || ahead.take(word: "a") { cursor = ahead }
  }

  /// The "five" of "forty-five".
  private func takeOnes(_ cursor: inout TextCursor) -> Double {
    var ahead = cursor
    if !ahead.takeDash() { ahead.skipBlanks() }
    let word = ahead.word
    guard let number = Self.numbers[word], number < 10, word.utf8.count > 2 else { return 0 }
    ahead.skip(word.utf8.count)
    cursor = ahead
    return number
  }

  private static let numbers: [String: Double] = [
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90,
  ]
}
