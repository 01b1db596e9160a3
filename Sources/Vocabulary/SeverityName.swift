internal import Bytes

/// The name of a severity at the start of a cell, a list item or a heading of a policy.
package struct SeverityName: Hashable, Sendable {
  /// `SEV-1` of "SEV-1 (critical): all is down".
  package let name: String
  /// Whether the name says by itself that it is one: a short word with a number, or a word such as "Critical".
  package let isTelling: Bool
  /// `critical`, when a known word follows.
  package let alias: String?

  private static let longest = 24

  /// - Returns: `nil` for an empty text and a long one.
  package init?(leading text: some StringProtocol) {
    let bytes = Array(text.utf8.drop { $0 < 0x80 && !$0.isAlphanumeric })
    var end = Self.numberedLength(bytes)
    let isNumbered = end > 0
    if end == 0 { end = bytes.firstIndex(where: Self.ends) ?? bytes.count }
    if !isNumbered, let dash = Self.dash(in: bytes[..<end]) { end = dash }
    let name = String(decoding: bytes[..<end], as: UTF8.self).trimmed
    guard !name.isEmpty, name.utf8.count <= Self.longest else { return nil }
    self.name = name
    let rest = Self.letters(after: end, in: bytes)
    alias = isNumbered && Self.words.contains(rest.lowercased()) ? rest : nil
    isTelling = isNumbered || Self.words.contains(name.lowercased())
  }

  /// The length of a short word and its number, as in `SEV-1`, `P0`, `Level 2`; 0 for another text.
  private static func numberedLength(_ bytes: [UInt8]) -> Int {
    let letters = bytes.prefix { $0.isLetter }
    guard prefixes.contains(String(decoding: letters, as: UTF8.self).lowercased()) else { return 0 }
    var rest = bytes[letters.endIndex...]
    if let byte = rest.first, byte == 0x20 || byte == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let digits = rest.prefix { $0.isDigit }
    guard !digits.isEmpty, digits.count <= 2 else { return 0 }
    if let next = bytes[digits.endIndex...].first, next.isLetter { return 0 }
    return digits.endIndex
  }

  private static func ends(_ byte: UInt8) -> Bool {
    [UInt8(ascii: "("), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "/")]
      .contains(byte) || byte.isLineEnding
  }

  /// Where a dash with a blank before it begins.
  private static func dash(in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.indices.dropFirst().first { index in
      bytes[index - 1] == 0x20
        && (bytes[index] == UInt8(ascii: "-") || bytes[index...].starts(with: [0xE2, 0x80]))
    }
  }

  private static func letters(after end: Int, in bytes: [UInt8]) -> String {
    let rest = bytes[end...].drop { !$0.isLetter }
    return String(decoding: rest.prefix { $0.isLetter }, as: UTF8.self)
  }

  private static let prefixes: Set<String> = [
    "p", "s", "l", "sev", "severity", "prio", "priority", "level", "tier", "class", "cat",
  ]

  /// Words that name a severity in public incident policies.
  private static let words: Set<String> = [
    "blocker", "emergency", "critical", "severe", "urgent", "high", "major", "medium", "moderate",
    "normal", "low", "minor", "trivial", "kritisch", "hoch", "mittel", "niedrig", "critique",
    "majeur", "mineur", "alta", "media", "baja", "crítica",
  ]
}
