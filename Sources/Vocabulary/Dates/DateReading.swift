internal import Bytes

/// A date at the start of a text, in any spelling that reviews use.
///
/// It reads `2026-01-10`, `2026/1/5`, `20260110`, `2026年1月10日`, `January 10th, 2026`, `Jan 10`,
/// `10 January 2026`, `10-Jan-2026`, `10.01.2026`, `01/10/2026`, all with a weekday before or after, and
/// dates with parts that nobody knows: `2026-01-??`, `mid-January 2026`.
package struct DateReading: Hashable, Sendable {
  /// `nil` when it is not written or not known; the same holds for the month and the day.
  package internal(set) var year: Int?
  package internal(set) var month: Int?
  package internal(set) var day: Int?
  /// The two numbers of `01/10/2026`, where the country decides which one is the month.
  package internal(set) var pair: NumberPair?
  /// In bytes, including the weekday.
  package internal(set) var length = 0
  /// Whether the year has two digits, as in `21.10.15`, which may be a version.
  package internal(set) var hasShortYear = false
  /// Whether its form alone makes it a date: it contains a year or the name of a month.
  package internal(set) var isCertain = false

  package struct NumberPair: Hashable, Sendable {
    package let first: Int
    package let second: Int
    /// With a period between the two numbers, the day always comes first.
    package let isDotted: Bool
  }

  /// - Returns: `nil` when the text does not start with a date.
  package init?(leading bytes: ArraySlice<UInt8>) {
    var cursor = TextCursor(bytes)
    let isWord = cursor.next.map { !$0.isDigit } ?? true
    let hasWeekday = isWord && Self.skipWeekday(&cursor)
    guard let first = cursor.next else { return nil }
    let isRead: Bool
    if first.isDigit {
      isRead = readNumbers(&cursor)
    } else {
      isRead = readNamed(&cursor)
    }
    guard isRead else { return nil }
    if let next = cursor.next, next.isDigit { return nil }
    if !hasWeekday { Self.skipWeekdayBehind(&cursor) }
    length = cursor.length
  }

  /// The day itself. Without a year it is the one nearest to `near`.
  ///
  /// - Parameters:
  ///   - order: Decides `01/10/2026` when the numbers do not.
  ///   - near: A day of the same document.
  /// - Returns: `nil` when a part is unknown, the day does not exist, or nothing decides the order.
  package func calendarDay(order: DateOrder?, near: CalendarDay? = nil) -> CalendarDay? {
    var month = month
    var day = day
    if let pair {
      guard let order = self.order(of: pair) ?? order ?? nearOrder(of: pair, near: near) else {
        return nil
      }
      (day, month) =
        order == .dayFirst ? (pair.first, pair.second) : (pair.second, pair.first)
    }
    guard let month, let day else { return nil }
    if let year { return CalendarDay(year: year, month: month, day: day) }
    guard let near, isYearOpen else { return nil }
    return [near.year, near.year - 1, near.year + 1]
      .compactMap { CalendarDay(year: $0, month: month, day: day) }
      .min { abs($0.number - near.number) < abs($1.number - near.number) }
  }

  /// The order that puts a day without a year beside a known one, when the other is weeks away: `08-01`
  /// close to August 2.
  private func nearOrder(of pair: NumberPair, near: CalendarDay?) -> DateOrder? {
    guard let near, year == nil, isYearOpen else { return nil }
    func distance(_ month: Int, _ day: Int) -> Int {
      [near.year - 1, near.year, near.year + 1]
        .compactMap { CalendarDay(year: $0, month: month, day: day) }
        .map { abs($0.number - near.number) }.min() ?? .max
    }
    let monthFirst = distance(pair.first, pair.second)
    let dayFirst = distance(pair.second, pair.first)
    if monthFirst <= 3, dayFirst > 20 { return .monthFirst }
    return dayFirst <= 3 && monthFirst > 20 ? .dayFirst : nil
  }

  /// Sets the year, which is stated elsewhere.
  package mutating func complete(year: Int) {
    if self.year == nil, isYearOpen { self.year = year }
  }

  /// The order of the two numbers, when the date itself shows it.
  package var decidedOrder: DateOrder? { pair.flatMap(order(of:)) }

  /// Whether something else has to decide which number is the day.
  package var isUndecided: Bool {
    guard let pair, isYearOpen || year != nil else { return false }
    return pair.first != pair.second && order(of: pair) == nil
      && (1...12).contains(pair.first) && (1...12).contains(pair.second)
  }

  /// Whether the year is written but not a valid one: `11/03/202`.
  package var isMisspelt: Bool { year == nil && !isYearOpen }

  /// Whether the year was left out and can be found from other days; a misspelt year stays unknown.
  var isYearOpen = true

  private func order(of pair: NumberPair) -> DateOrder? {
    if pair.isDotted || pair.first == pair.second { return .dayFirst }
    if pair.first > 12, pair.second <= 12 { return .dayFirst }
    if pair.second > 12, pair.first <= 12 { return .monthFirst }
    return nil
  }
}
