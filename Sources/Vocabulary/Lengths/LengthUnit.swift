internal import Bytes

/// A unit of time; the largest comes last.
enum LengthUnit: Int, Comparable {
  case second, minute, hour, day, week

  /// Reads the unit of an amount, after spaces or a hyphen ("30-minute").
  ///
  /// `larger` is the unit before it when both belong to one length: "1 h 30 m".
  init?(_ cursor: inout TextCursor, of amount: LengthAmount, below larger: LengthUnit? = nil) {
    var ahead = cursor
    if ahead.next == UInt8(ascii: "-") { ahead.skip(1) } else { ahead.skipBlanks() }
    let first = ahead.next
    let word = ahead.word
    guard let unit = Self.names[word] else { return nil }
    ahead.skip(word.utf8.count)
    if let larger, unit >= larger { return nil }
    // "5M" is five million and "3D" is three dimensions; "1H 30M" and "24H" are lengths.
    if word.utf8.count == 1, unit != .hour, larger == nil, let first, first < 0x60 { return nil }
    guard Self.isEnd(ahead, of: unit) else { return nil }
    // "1:30 h" and "1:30 min" are lengths, "1:30 days" is not.
    if amount.isClock, unit != .hour, unit != .minute { return nil }
    cursor = ahead
    self = unit
  }

  /// In seconds.
  var seconds: Double {
    switch self {
    case .second: 1
    case .minute: 60
    case .hour: 3_600
    case .day: 86_400
    case .week: 604_800
    }
  }

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// Skips the period of an abbreviation, as in "1 hr. 30 min."
  func skipPoint(_ cursor: inout TextCursor) {
    if cursor.next == UInt8(ascii: "."), cursor.peek(1).map({ $0 == 0x20 || $0 == 0xC2 }) ?? false {
      cursor.skip(1)
    }
  }

  /// Whether what follows allows a unit here: `1h30` does, `5 m2` and `5 m/s` do not.
  private static func isEnd(_ cursor: TextCursor, of unit: LengthUnit) -> Bool {
    guard let next = cursor.next else { return true }
    if next.isDigit { return unit > .minute }
    if next == UInt8(ascii: "/") { return cursor.peek(1)?.isLetter != true || unit != .minute }
    return next != UInt8(ascii: "_")
  }

  private static let names: [String: LengthUnit] = {
    var names: [String: LengthUnit] = [:]
    for (unit, words) in [
      (LengthUnit.second, "s sec secs second seconds"), (.minute, "m min mins minute minutes"),
      (.hour, "h hr hrs hour hours"), (.day, "d day days"), (.week, "w wk wks week weeks"),
    ] {
      for word in words.split(separator: " ") { names[String(word)] = unit }
    }
    return names
  }()
}
