internal import Bytes
package import Vocabulary

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

  /// The ID at the start of a text, or right after a day; an ID further on belongs to another incident.
  init?(leading text: String) {
    var bytes = Array(text.utf8)[...].drop { !$0.isAlphanumeric }
    if let day = DateReading(leading: bytes) {
      bytes = bytes.dropFirst(day.length).drop { !$0.isAlphanumeric }
    }
    let word = bytes.prefix { $0.isAlphanumeric || $0 == UInt8(ascii: "-") }
    self.init(String(decoding: word, as: UTF8.self))
  }

  /// The ID that makes up a whole text, apart from marks around it: "#incident-2026-01-10-001."
  init?(whole text: String) {
    var word = text.utf8[...].drop { !$0.isAlphanumeric }
    while let last = word.last, !last.isAlphanumeric { word.removeLast() }
    self.init(Substring(word))
  }

  /// The text without any IDs.
  static func removed(from text: String) -> String {
    text.split(separator: " ").filter { IncidentID(whole: String($0)) == nil }
      .joined(separator: " ")
  }

  package var description: String {
    let digits = String(number)
    return "incident-\(day)-\(String(repeating: "0", count: 3 - digits.count))\(digits)"
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.day, left.number) < (right.day, right.number)
  }
}
