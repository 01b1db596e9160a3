/// A time at the start of a text, as `10:05`, `~10:05:30 UTC` or `2026-01-10 10:05`.
struct ClockReading {
  /// As written, without brackets.
  var written: String
  var day: CalendarDay?
  /// Seconds since midnight; `nil` when the time is impossible (`25:70`).
  var second: Int?
  /// Minutes east of UTC; `nil` when no zone follows the time.
  var offset: Int?
  var isApproximate: Bool
  /// The bytes after the time and the separator.
  var rest: String

  /// - Returns: `nil` when the text does not start with a time.
  init?(leading text: String) {
    var bytes = Array(text.utf8)[...]
    bytes = bytes.drop { $0 == 0x20 || $0 == 0x09 }
    let isBracketed = bytes.first == UInt8(ascii: "[") || bytes.first == UInt8(ascii: "(")
    if isBracketed { bytes = bytes.dropFirst() }
    let whole = bytes
    isApproximate = bytes.first == UInt8(ascii: "~")
    if isApproximate { bytes = bytes.dropFirst() }
    day = CalendarDay(leading: bytes)
    if day != nil {
      bytes = bytes.dropFirst(10)
      guard let separator = bytes.first, separator == 0x20 || separator == UInt8(ascii: "T") else {
        return nil
      }
      bytes = bytes.dropFirst()
    }
    guard let clock = Self.clock(&bytes) else { return nil }
    second = clock.second
    let zone = Self.zone(bytes)
    if let zone { bytes = bytes.dropFirst(zone.length) }
    offset = zone?.offset
    written = String(decoding: whole.prefix(bytes.startIndex - whole.startIndex), as: UTF8.self)
    if isBracketed {
      guard let close = bytes.first, close == UInt8(ascii: "]") || close == UInt8(ascii: ")") else {
        return nil
      }
      bytes = bytes.dropFirst()
    }
    guard let rest = Self.afterSeparator(bytes) else { return nil }
    self.rest = rest
  }

  /// `H:MM` or `HH:MM` with `:SS`, and `AM` or `PM`.
  private static func clock(_ bytes: inout ArraySlice<UInt8>) -> (second: Int?, Void)? {
    let hourDigits = bytes.prefix(3).prefix(while: Digits.isDigit).count
    guard (1...2).contains(hourDigits), let hour = Digits.value(bytes.prefix(hourDigits)) else {
      return nil
    }
    var rest = bytes.dropFirst(hourDigits)
    guard rest.first == UInt8(ascii: ":"),
      let minute = Digits.value(rest.dropFirst().prefix(2)), rest.count >= 3
    else { return nil }
    rest = rest.dropFirst(3)
    var second = 0
    if rest.first == UInt8(ascii: ":"), rest.count >= 3,
      let value = Digits.value(rest.dropFirst().prefix(2))
    {
      second = value
      rest = rest.dropFirst(3)
    }
    if let next = rest.first, Digits.isDigit(next) { return nil }
    var hours = hour
    if let half = Self.halfDay(rest) {
      guard (1...12).contains(hour) else { return nil }
      hours = hour % 12 + (half.isAfternoon ? 12 : 0)
      rest = rest.dropFirst(half.length)
    }
    bytes = rest
    guard hours < 24, minute < 60, second < 60 else { return (nil, ()) }
    return (hours * 3600 + minute * 60 + second, ())
  }

  private static func halfDay(_ bytes: ArraySlice<UInt8>) -> (isAfternoon: Bool, length: Int)? {
    let blanks = bytes.prefix(1).prefix { $0 == 0x20 }.count
    let word = bytes.dropFirst(blanks).prefix(3).map { $0 | 0x20 }
    guard word.count >= 2, word[1] == UInt8(ascii: "m"),
      word[0] == UInt8(ascii: "a") || word[0] == UInt8(ascii: "p"),
      word.count == 2 || !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(word[2])
    else { return nil }
    return (word[0] == UInt8(ascii: "p"), blanks + 2)
  }

  /// A zone right after a time: `Z`, `UTC`, `GMT`, `UTC+2`, `+02:00`.
  private static func zone(_ bytes: ArraySlice<UInt8>) -> (offset: Int, length: Int)? {
    let blanks = bytes.prefix(1).prefix { $0 == 0x20 }.count
    let text = bytes.dropFirst(blanks)
    guard let zone = ZoneName(leading: text) else { return nil }
    return (zone.offset, blanks + zone.length)
  }

  /// The text after ` - `, ` – `, `:` or blanks; `nil` when the time runs into a word (`10:05abc`).
  private static func afterSeparator(_ bytes: ArraySlice<UInt8>) -> String? {
    var rest = bytes
    guard let first = rest.first else { return "" }
    let isLetter = (first | 0x20) >= UInt8(ascii: "a") && (first | 0x20) <= UInt8(ascii: "z")
    if isLetter || Digits.isDigit(first) { return nil }
    let dash: [UInt8] = [0xE2, 0x80]
    while let byte = rest.first {
      if byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-") {
        rest = rest.dropFirst()
      } else if rest.starts(with: dash), let third = rest.dropFirst(2).first,
        (0x90...0x95).contains(third)
      {
        rest = rest.dropFirst(3)
      } else {
        break
      }
    }
    return String(decoding: rest, as: UTF8.self)
  }
}
