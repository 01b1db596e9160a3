/// How lengths of time are made up of amounts and units.
enum LengthGrammar {
  /// The longest length that is accepted: 100 years, in seconds.
  private static let longest = 3_155_760_000.0

  /// One length, or a range of two, in seconds. `before` holds the words in front of it.
  static func length(
    _ cursor: inout TextCursor, after before: [String]
  ) -> (first: Int?, last: Int)? {
    var ahead = cursor
    guard
      let amount = LengthAmount(&ahead, clockDigits: clockDigits(after: before))
        ?? every(ahead, before)
    else { return nil }
    // "15–30 min": one unit for both.
    var behind = ahead
    if takeRangeMark(&behind, before), !amount.isClock,
      let second = LengthAmount(&behind, clockDigits: 0), !second.isClock,
      let unit = LengthUnit(&behind, of: second)
    {
      cursor = behind
      return seconds(amount.value * unit.seconds, second.value * unit.seconds)
    }
    guard let first = sum(amount, &ahead) else { return nil }
    behind = ahead
    if takeRangeMark(&behind, before), let amount = LengthAmount(&behind, clockDigits: 0),
      let second = sum(amount, &behind)
    {
      cursor = behind
      return seconds(first, second)
    }
    cursor = ahead
    return seconds(nil, first)
  }

  private static func seconds(_ first: Double?, _ last: Double) -> (first: Int?, last: Int)? {
    guard max(first ?? 0, last) <= longest else { return nil }
    return (first.map { Int($0.rounded()) }, Int(last.rounded()))
  }

  /// How many digits the hours of `1:30 h` may have. "13:30 h" may be a time of day: it is a length only
  /// where the word before it asks for one, and "at 9:30 h" never is.
  private static func clockDigits(after before: [String]) -> Int {
    guard let last = before.last else { return 2 }
    switch last {
    case "within", "every", "after", "over", "than", "for", "about", "lasted", "took", ">": return 2
    case "at", "from", "since", "until", "till", "by", "before", "between", "to": return 0
    default: return 1
    }
  }

  /// "every hour", which leaves out "one".
  private static func every(_ cursor: TextCursor, _ before: [String]) -> LengthAmount? {
    guard before.last == "every", ["minute", "hour", "day", "week"].contains(cursor.word) else {
      return nil
    }
    return LengthAmount(value: 1)
  }

  /// A dash, "to", or the "and" of "between 5 and 10 minutes".
  private static func takeRangeMark(_ cursor: inout TextCursor, _ before: [String]) -> Bool {
    var ahead = cursor
    ahead.skipBlanks()
    let isMark =
      ahead.takeDash() || ahead.take(word: "to")
      || (before.last == "between" && ahead.take(word: "and"))
    guard isMark else { return false }
    ahead.skipBlanks()
    cursor = ahead
    return true
  }

  /// The seconds of an amount with its unit, and of smaller ones after it: "1 h 30 min".
  private static func sum(_ amount: LengthAmount, _ cursor: inout TextCursor) -> Double? {
    guard var unit = LengthUnit(&cursor, of: amount) else { return nil }
    var total = amount.value * unit.seconds
    if LengthAmount.takeAndHalf(&cursor) { total += unit.seconds / 2 }
    while true {
      var ahead = cursor
      unit.skipPoint(&ahead)
      skipJoint(&ahead)
      guard let next = LengthAmount(&ahead, clockDigits: 0), !next.isClock else { return total }
      var behind = ahead
      if let smaller = LengthUnit(&behind, of: next, below: unit) {
        total += next.value * smaller.seconds
        (unit, cursor) = (smaller, behind)
      } else if unit == .hour, next.isMinutes, isEnd(ahead) {
        // "1 h 30": minutes follow hours.
        cursor = ahead
        return total + next.value * 60
      } else {
        return total
      }
    }
  }

  private static func skipJoint(_ cursor: inout TextCursor) {
    cursor.skipBlanks()
    if cursor.take(",") { cursor.skipBlanks() }
    if cursor.take(word: "and") || cursor.take("&") || cursor.take("+") { cursor.skipBlanks() }
  }

  /// Whether a number ends here without a word that gives it a meaning.
  private static func isEnd(_ cursor: TextCursor) -> Bool {
    var ahead = cursor
    ahead.skipBlanks()
    guard let next = ahead.next else { return true }
    return ").,;|]".utf8.contains(next) || next == 0x0A
  }

  /// The value of `½` and similar fractions, and their width in bytes; `nil` for anything else.
  static func fraction(_ bytes: ArraySlice<UInt8>) -> (value: Double, width: Int)? {
    guard let first = bytes.first, first == 0xC2 || first == 0xE2 else { return nil }
    for (sign, value) in fractions where bytes.starts(with: sign) { return (value, sign.count) }
    return nil
  }

  private static let fractions = [
    ("½", 0.5), ("¼", 0.25), ("¾", 0.75), ("⅓", 1.0 / 3), ("⅔", 2.0 / 3),
  ].map { (Array($0.0.utf8), $0.1) }
}
