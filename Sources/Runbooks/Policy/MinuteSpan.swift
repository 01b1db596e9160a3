/// A length of time as people write it: "5 minutes", "15–30 min", "within 48 hours", ">1hr".
struct MinuteSpan: Hashable {
  /// The first number of a range, in minutes.
  var start: Int?
  /// The only or the last number, in minutes.
  var end: Int
  /// The words just before, lower case, nearest last; a `>` counts as one.
  var before: [String]

  /// Every length of time of a text in order. A number without a unit is none.
  static func all(in text: some StringProtocol) -> [MinuteSpan] {
    let tokens = tokens(of: text)
    var spans: [MinuteSpan] = []
    var index = 0
    while index < tokens.count {
      if let (span, next) = span(in: tokens, at: index) {
        spans.append(span)
        index = next
      } else {
        index += 1
      }
    }
    return spans
  }

  private enum Token {
    case number(Int)
    case word(String)
    case mark(Unicode.Scalar)
  }

  private static func span(in tokens: [Token], at start: Int) -> (MinuteSpan, next: Int)? {
    guard let first = number(tokens[start]) else { return nil }
    var index = start + 1
    var second: Int?
    if index + 1 < tokens.count, isRangeMark(tokens[index]),
      let number = number(tokens[index + 1])
    {
      second = number
      index += 2
    }
    guard index < tokens.count, case .word(let word) = tokens[index], let unit = minutes(in: word)
    else { return nil }
    let (end, endOverflows) = (second ?? first).multipliedReportingOverflow(by: unit)
    let (begin, beginOverflows) = first.multipliedReportingOverflow(by: unit)
    guard !endOverflows, !beginOverflows else { return nil }
    let before = tokens[max(0, start - 4)..<start].compactMap { token in
      switch token {
      case .word(let word): word
      case .mark(">"), .mark("≥"): ">"
      default: nil
      }
    }
    return (MinuteSpan(start: second == nil ? nil : begin, end: end, before: before), index + 1)
  }

  private static func number(_ token: Token) -> Int? {
    switch token {
    case .number(let number): number
    case .word(let word): numbers[word]
    case .mark: nil
    }
  }

  private static let numbers = [
    "an": 1, "one": 1, "two": 2, "three": 3, "five": 5, "ten": 10, "fifteen": 15, "twenty": 20,
    "thirty": 30, "sixty": 60,
  ]

  private static func isRangeMark(_ token: Token) -> Bool {
    switch token {
    case .mark(let scalar): scalar.isDash
    case .word("to"): true
    default: false
    }
  }

  private static func minutes(in unit: String) -> Int? {
    switch unit {
    case "m", "min", "mins", "minute", "minutes": 1
    case "h", "hr", "hrs", "hour", "hours": 60
    case "d", "day", "days": 1440
    case "week", "weeks": 10_080
    default: nil
    }
  }

  /// Numbers, words and marks; a number ends where a letter starts, as in "30min".
  private static func tokens(of text: some StringProtocol) -> [Token] {
    var tokens: [Token] = []
    var word = ""
    var number: Int?
    func endToken() {
      if let value = number { tokens.append(.number(value)) }
      if !word.isEmpty { tokens.append(.word(word.lowercased())) }
      number = nil
      word = ""
    }
    for scalar in text.unicodeScalars {
      if word.isEmpty, ("0"..."9").contains(scalar) {
        // Capped: no window is longer, and the sum must not overflow.
        number = min((number ?? 0) * 10 + Int(scalar.value - 48), 100_000_000)
      } else if scalar.isWordPart {
        if number != nil { endToken() }
        word.unicodeScalars.append(scalar)
      } else {
        endToken()
        if !scalar.properties.isWhitespace { tokens.append(.mark(scalar)) }
      }
    }
    endToken()
    return tokens
  }
}
