internal import Bytes

/// How bad an incident is, on the runbook's own scale: P0 is a complete outage, P3 a nuisance.
package enum Severity: String, CaseIterable, Comparable, Sendable {
  case p0 = "P0"
  case p1 = "P1"
  case p2 = "P2"
  case p3 = "P3"

  /// The severity at the start of a text, in any letter case and after any marks: `P1`, `p1: high`,
  /// `P1/Critical`, `**P0** (everything down)`.
  ///
  /// - Returns: `nil` for any other scale, such as SEV1, and for a longer word or number: `P10`, `P1.5`.
  package init?(leading text: some StringProtocol) {
    let word = text.utf8.drop { !$0.isAlphanumeric }
    guard let first = word.first, first | 0x20 == UInt8(ascii: "p"),
      let digit = word.dropFirst().first
    else { return nil }
    let rest = word.dropFirst(2)
    if let next = rest.first {
      if next.isAlphanumeric || next == UInt8(ascii: "_") { return nil }
      let isDecimal = rest.dropFirst().first.map(\.isDigit) ?? false
      if next == UInt8(ascii: "."), isDecimal { return nil }
    }
    self.init(rawValue: String(decoding: [UInt8(ascii: "P"), digit], as: UTF8.self))
  }

  /// The worst severity is the smallest.
  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// The form used in URLs and tags.
  package var slug: String { rawValue.lowercased() }
}
