internal import Bytes

/// Which of the numbers of `01/10/2026` comes first.
package enum DateOrder: Hashable, Sendable {
  case dayFirst
  case monthFirst

  /// What the dates of a document decide together.
  ///
  /// - Parameters:
  ///   - bytes: the document; read once from start to end.
  ///   - known: the day of the incident.
  /// - Returns: `nil` when nothing decides, or when two dates contradict each other.
  package static func decided(in bytes: [UInt8], known: CalendarDay?) -> DateOrder? {
    NumericDates(in: bytes).order(known: known)
  }
}

/// The dates of a document that are two numbers beside a year, and what they say of their order: one day
/// above 12 tells the order of all.
package struct NumericDates: Sendable {
  /// The orders that single dates decide.
  private var votes: Set<DateOrder> = []
  /// The dates that fit both orders.
  private var undecided: [DateReading] = []

  package init() {}

  /// - Parameter bytes: a document; read once from start to end.
  package init(in bytes: [UInt8]) {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index].isDigit else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.endIndex, bytes[index].isDigit { index += 1 }
      // A number within an address, a version or a range is no date.
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

  /// Whether the dates decide it without the day of the incident.
  package var isDecided: Bool { votes.count == 1 }

  /// - Parameter known: the day of the incident. A date that is that day in one order only decides as well.
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
