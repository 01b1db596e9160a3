/// The name of an incident: `incident-YYYY-MM-DD-NNN`, as the chat's `/incident create` makes it.
package struct IncidentID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let day: CalendarDay
  /// The number of the incident on its day, from 1 to 999.
  package let number: Int

  /// - Returns: `nil` unless the text is exactly `incident-`, a day that exists, `-` and three digits.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    let prefix = Array("incident-".utf8)
    guard bytes.count == 23, bytes.starts(with: prefix), bytes[19] == UInt8(ascii: "-"),
      let day = CalendarDay(leading: bytes[9..<19]), let number = Digits.value(bytes[20..<23]),
      number > 0
    else { return nil }
    self.day = day
    self.number = number
  }

  /// The first id among the words of a text.
  static func first(in text: String) -> IncidentID? {
    text.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.lazy.compactMap { IncidentID($0) }
      .first
  }

  package var description: String {
    let digits = String(number)
    return "incident-\(day)-\(String(repeating: "0", count: 3 - digits.count))\(digits)"
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.day, left.number) < (right.day, right.number)
  }
}
