internal import Bytes

/// Which of the numbers of `01/10/2026` comes first.
package enum DateOrder: Hashable, Sendable {
  case dayFirst
  case monthFirst

  /// What the dates of a document decide together: one day above 12 tells the order of all.
  ///
  /// - Parameters:
  ///   - bytes: the document; read once from start to end.
  ///   - known: the day of the incident. A date that is that day in one order only decides as well.
  /// - Returns: `nil` when nothing decides, or when two dates contradict each other.
  package static func decided(in bytes: [UInt8], known: CalendarDay?) -> DateOrder? {
    var votes: Set<DateOrder> = []
    var hints: Set<DateOrder> = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index].isDigit else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.endIndex, bytes[index].isDigit { index += 1 }
      // A number within an address, a version or a range is no date.
      let isInside = start > 0 && (isPart(bytes[start - 1]) || bytes[start - 1].isLetter)
      guard !isInside, index - start <= 2, index < bytes.endIndex, isPart(bytes[index]),
        let date = DateReading(leading: bytes[start..<min(start + 12, bytes.count)]),
        date.pair?.isDotted == false, date.year != nil
      else { continue }
      index = start + date.length
      if let order = date.decidedOrder, date.pair?.first != date.pair?.second {
        votes.insert(order)
      }
      for order in [dayFirst, monthFirst] {
        guard let known, date.isUndecided else { continue }
        if date.calendarDay(order: order) == known { hints.insert(order) }
      }
    }
    if votes.count == 1 { return votes.first }
    return votes.isEmpty && hints.count == 1 ? hints.first : nil
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
  }
}
