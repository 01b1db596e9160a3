internal import Bytes
internal import Vocabulary

/// When an action item is due, as its author wrote it.
enum DueDate {
  /// The day of a due date as people write it; `nil` for one without a year or in words.
  static func day(_ text: String) -> CalendarDay? {
    CalendarDay(text) ?? StatedDate.first(in: text, order: { nil })
  }

  /// The day of "Dec 10": the first such day after the incident, or up to a month before it.
  static func day(_ text: String, after incident: CalendarDay) -> CalendarDay? {
    let bytes = Array(text.utf8)
    guard let reading = DateReading(leading: bytes[...]), reading.length == bytes.count,
      reading.year == nil, !reading.isMisspelt, let month = reading.month, let day = reading.day
    else { return nil }
    return [incident.year, incident.year + 1]
      .compactMap { CalendarDay(year: $0, month: month, day: day) }
      .first { $0.number >= incident.number - 31 }
  }

  /// The length in bytes of a date at the start of a text: with its year, "Dec 10", or words such as "next
  /// week", "end of Q1", "Friday".
  static func length(leading text: Substring) -> Int? {
    let bytes = Array(text.utf8.prefix(48))
    if let reading = DateReading(leading: bytes[...]), reading.isCertain,
      reading.day != nil || (reading.pair != nil && reading.year != nil)
        || (reading.month != nil && reading.pair == nil)
    {
      return reading.length
    }
    return lengthOfWords(leading: text)
  }

  /// Whether a whole text is a date.
  static func isDate(_ text: String) -> Bool { length(leading: text[...]) == text.utf8.count }

  /// Whether a date has a year and a day.
  static func isWhole(_ date: String) -> Bool {
    guard let reading = DateReading(leading: Array(date.utf8)[...]) else { return false }
    return reading.year != nil && (reading.day != nil || reading.pair != nil)
  }

  /// "two weeks", "10 days".
  static func isAmount(_ date: String) -> Bool {
    let first = String(date.lowercased().prefix { $0 != " " })
    return DateReading(leading: Array(date.utf8)[...]) == nil
      && (isNumber(first) || numbers.contains(first) || first == "in" || first == "within")
  }

  // MARK: Words

  private static func lengthOfWords(leading text: Substring) -> Int? {
    let bytes = text.utf8.prefix(48).map(\.lowercased).prefix { byte in
      isInside(byte) || byte == 0x20 || byte == UInt8(ascii: "-")
    }
    let words = bytes.split(maxSplits: 5) { !isInside($0) }.prefix(5)
    return length(of: words.map { String(decoding: $0, as: UTF8.self) }).map {
      words[$0 - 1].endIndex
    }
  }

  /// Whether a byte is of a word.
  private static func isInside(_ byte: UInt8) -> Bool { byte.isAlphanumeric || byte >= 0x80 }

  /// How many words belong to a date.
  private static func length(of words: [String]) -> Int? {
    guard let first = words.first else { return nil }
    let next = words.dropFirst().first ?? ""
    switch first {
    case "next", "this", "coming", "following", "every", "each":
      return periods.contains(next) || WeekdayNames.all.contains(next) ? 2 : nil
    case "end", "start", "beginning", "middle", "mid":
      let skipped = next == "of" ? 2 : 1
      if let more = length(of: Array(words.dropFirst(skipped))) { return skipped + more }
      return words.dropFirst(skipped).first.map(periods.contains) == true ? skipped + 1 : nil
    case "the": return length(of: Array(words.dropFirst())).map { $0 + 1 }
    case "in", "within":
      return next.isEmpty ? nil : length(of: Array(words.dropFirst())).map { $0 + 1 }
    case "q1", "q2", "q3", "q4", "h1", "h2": return next.utf8.count == 4 && isNumber(next) ? 2 : 1
    case _ where alone.contains(first) || WeekdayNames.all.contains(first): return 1
    case _ where MonthNames.number(of: first) != nil && first != "may": return 1
    case _ where isNumber(first) || numbers.contains(first): return periods.contains(next) ? 2 : nil
    default: return nil
    }
  }

  private static func isNumber(_ text: String) -> Bool { text.utf8.allSatisfy(\.isDigit) }

  private static let periods: Set<String> = [
    "day", "days", "week", "weeks", "month", "months", "quarter", "quarters", "year", "years",
    "sprint", "sprints", "release", "iteration", "iterations", "cycle", "weekend", "milestone",
  ]
  private static let alone: Set<String> = [
    "tomorrow", "today", "tonight", "asap", "soon", "eod", "eow", "eom", "eoq", "eoy",
  ]
  private static let numbers: Set<String> = [
    "a", "one", "two", "three", "four", "five", "six", "eight", "ten", "few",
  ]
}

extension ActionItem {
  /// Finds the day of a due date without a year, once the day of the incident is known.
  mutating func settleDue(after incident: CalendarDay) {
    guard due == nil, let dueWritten else { return }
    due = DueDate.day(dueWritten, after: incident)
  }
}
