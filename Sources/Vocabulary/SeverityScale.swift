internal import Bytes

/// The severities that a team uses, the worst first, and the words that mean them.
package struct SeverityScale: Hashable, Sendable {
  /// Who wrote the scale.
  package enum Source: Hashable, Sendable {
    /// Nobody: P0 to P3 are understood, but are not the team's.
    case standard
    /// `severities:` in `site.yml`.
    case settings
    /// A line of the policy.
    case stated(path: String, line: Int)
  }

  /// A severity with the other words for it.
  package struct Entry: Hashable, Sendable {
    package var name: String
    package var aliases: [String]

    package init(_ name: String, aliases: [String] = []) {
      self.name = name
      self.aliases = aliases
    }
  }

  /// The worst first.
  package let severities: [Severity]
  package let source: Source
  /// Every word with its severity, the longest first.
  let words: [SeverityWord]

  /// Entries come worst first; of two equal words the first one counts.
  package init(_ entries: [Entry], source: Source) {
    let severities = entries.enumerated().map { rank, entry in
      Severity(name: entry.name, rank: rank, of: entries.count)
    }
    self.severities = severities
    self.source = source
    let texts = entries.map { SeverityWord.spellings(of: $0.name) + $0.aliases }
    var seen: Set<[UInt8]> = []
    let words = zip(texts, severities).flatMap { texts, severity in
      texts.map { SeverityWord($0, severity) }
    }
    .filter { !$0.bytes.isEmpty && seen.insert($0.bytes).inserted }
    self.words = words.enumerated().sorted {
      ($1.element.bytes.count, $0.offset) < ($0.element.bytes.count, $1.offset)
    }.map(\.element)
  }

  /// P0 to P3, which are understood where no scale is stated.
  package static let standard = SeverityScale(
    [Entry("P0"), Entry("P1"), Entry("P2"), Entry("P3")], source: .standard)

  package var names: [String] { severities.map(\.name) }
  package var isStandard: Bool { source == .standard }

  /// The severity that a text names, whatever its letter case and the marks between a word and its number:
  /// `SEV-1`, `sev 1`, `Sev1`. In a stated scale with one number for each severity, its number alone does too.
  package func severity(named text: some StringProtocol) -> Severity? {
    let bytes = SeverityWord.folded(text)
    return words.first { $0.bytes == bytes }?.severity ?? severity(numbered: bytes)
  }

  private func severity(numbered bytes: [UInt8]) -> Severity? {
    guard !isStandard, !bytes.isEmpty, bytes.allSatisfy(\.isDigit) else { return nil }
    let numbered = words.filter { $0.number.map { $0 == bytes } ?? false }.map(\.severity)
    return Set(numbered).count == 1 ? numbered.first : nil
  }

  /// The severity at the start of a text, after any marks: `P1: high`, `P1/Critical`, `**P0** (all down)`.
  ///
  /// - Returns: `nil` for a longer word or number: `P10`, `P1.5`.
  package func severity(leading text: some StringProtocol) -> Severity? {
    let bytes = Array(text.utf8)
    let plain = bytes.drop { $0 < 0x80 && !$0.isAlphanumeric }
    if let word = words.first(where: { $0.leads(plain) }) { return word.severity }
    let ascii = plain.drop { !$0.isAlphanumeric }
    if ascii.count < plain.count, let word = words.first(where: { $0.leads(ascii) }) {
      return word.severity
    }
    return severity(numbered: Array(plain))
  }
}

/// A word of a scale in the form in which it is looked up.
struct SeverityWord: Hashable, Sendable {
  /// Letters and digits in lower case.
  let bytes: [UInt8]
  let severity: Severity

  init(_ text: String, _ severity: Severity) {
    bytes = Self.folded(text)
    self.severity = severity
  }

  static func folded(_ text: some StringProtocol) -> [UInt8] {
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
    let lower = isPlain ? Array(text.utf8) : Array(text.lowercased().utf8)
    return lower.compactMap { byte in
      byte >= 0x80 || byte.isAlphanumeric ? byte.lowercased : nil
    }
  }

  /// `1` of `sev1`; `nil` for another word.
  var number: [UInt8]? {
    let letters = bytes.prefix { $0.isLetter }
    let digits = bytes[letters.endIndex...]
    return !letters.isEmpty && !digits.isEmpty && digits.allSatisfy(\.isDigit) ? Array(digits) : nil
  }

  /// The name and, for a short form with a number, its long one.
  static func spellings(of name: String) -> [String] {
    let bytes = folded(name)
    let letters = String(decoding: bytes.prefix { $0.isLetter }, as: UTF8.self)
    let digits = String(decoding: bytes.dropFirst(letters.utf8.count), as: UTF8.self)
    let isNumbered = !digits.isEmpty && digits.utf8.allSatisfy(\.isDigit)
    guard isNumbered, let group = forms.first(where: { $0.contains(letters) }) else {
      return [name]
    }
    return [name] + group.filter { $0 != letters }.map { $0 + digits }
  }

  private static let forms = [["sev", "severity"], ["p", "prio", "priority"], ["l", "level"]]

  /// Whether a text begins with the word and goes on with another one, or ends.
  func leads(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    var last: UInt8 = 0
    for wanted in bytes {
      // Between words, and between a word and its number.
      while let byte = rest.first, last != 0, byte == 0x20 || byte == UInt8(ascii: "-"),
        last.isLetter != wanted.isLetter || severity.name.utf8.contains(byte)
      {
        rest.removeFirst()
      }
      guard let byte = rest.popFirst(), byte.lowercased == wanted else {
        return false
      }
      last = wanted
    }
    guard let next = rest.first else { return true }
    if next.isAlphanumeric || next == UInt8(ascii: "_") { return false }
    let isDecimal = rest.dropFirst().first.map(\.isDigit) ?? false
    return !(next == UInt8(ascii: ".") && isDecimal)
  }
}
