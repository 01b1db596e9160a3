internal import Bytes

/// Which of the numbers in `01/10/2026` comes first: the day or the month.
package enum DateOrder: UInt8, Sendable {
  case dayFirst
  case monthFirst

  /// The order that the dates of a document together decide.
  ///
  /// - Parameters:
  ///   - bytes: The document; read once from start to end.
  ///   - known: The day of the incident.
  /// - Returns: `nil` when nothing decides, or when two dates contradict each other.
  package static func decided(in bytes: [UInt8], known: CalendarDay?) -> DateOrder? {
    NumericDates(in: bytes).order(known: known)
  }
}

/// The dates of a document that are two numbers beside a year, and the order they show: one day above 12
/// decides the order of all of them.
package struct NumericDates: Sendable {
  /// The orders decided by single dates.
  private var votes: Set<DateOrder> = []
  /// The dates that are valid in both orders.
  private var undecided: [DateReading] = []

  package init() {}

  /// - Parameter bytes: A document; read once from start to end.
  package init(in bytes: [UInt8]) {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index].isDigit else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.endIndex, bytes[index].isDigit { index += 1 }
      // A number in an address, a version or a range is not a date.
      let isInside =
        start > 0 && (Self.isPart(bytes[start - 1]) || bytes[start - 1].isLetter)
      guard !isInside, index - start <= 2, index < bytes.endIndex, Self.isPart(bytes[index]),
        let date = DateReading(leading: bytes[start..<min(start + 12, bytes.count)]),
        date.pair?.isDotted == false, date.year != nil
      else { continue }
      index = start + date.length
      count(date)
    }
  }

  /// Takes a date into account.
  package mutating func count(_ date: DateReading) {
    if let order = date.decidedOrder, date.pair?.first != date.pair?.second { votes.insert(order) }
    if date.isUndecided { undecided.append(date) }
  }

  /// Whether the dates decide the order without the day of the incident.
  package var isDecided: Bool { votes.count == 1 }

  /// - Parameter known: The day of the incident. A date that is this day in only one order also decides.
  /// - Returns: `nil` when nothing decides, or when two dates contradict each other.
  package func order(known: CalendarDay?) -> DateOrder? {
    if isDecided { return votes.first }
    guard votes.isEmpty, let known else { return nil }
    let hints: [DateOrder] = [.dayFirst, .monthFirst].filter { order in
      undecided.contains { $0.calendarDay(order: order) == known }
    }
    return hints.count == 1 ? hints.first : nil
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
  }
}
