internal import Vocabulary

extension DecisionDraft {
  /// The parts between the arrows of a line, trimmed; a line without an arrow is one part.
  ///
  /// "Deployed? Yes → Roll back" counts as "Deployed? → Yes → Roll back".
  static func parts(of line: String) -> [String] {
    let bytes = Array(line.utf8)
    var parts: [String] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      let length = arrowLength(in: bytes, at: index)
      if length > 0 {
        parts.append(String(decoding: bytes[start..<index], as: UTF8.self).trimmed)
        start = index + length
      }
      index += max(1, length)
    }
    parts.append(String(decoding: bytes[start...], as: UTF8.self).trimmed)
    guard parts.count > 1, let mark = parts[0].lastIndex(of: "?") else { return parts }
    let label = parts[0][parts[0].index(after: mark)...].trimmed
    guard isLabel(label) else { return parts }
    return [String(parts[0][...mark]), label] + parts.dropFirst()
  }

  private static func arrowLength(in bytes: [UInt8], at index: Int) -> Int {
    // The first bytes of the arrows listed below.
    guard [0xE2, 0x2D, 0x3D].contains(bytes[index]) else { return 0 }
    return arrows.first { bytes[index...].starts(with: $0) }?.count ?? 0
  }

  private static let arrows = ["→", "⟶", "➔", "➜", "-->", "->", "=>"].map { Array($0.utf8) }

  /// `false` for most texts after one look at each byte: every arrow contains one of these.
  static func mayHaveArrows(_ text: String) -> Bool {
    text.utf8.contains { $0 == 0x3E || $0 == 0xE2 }
  }

  /// Whether a line gives an answer in arrow notation.
  static func isArrowLine(_ text: String) -> Bool {
    guard mayHaveArrows(text) else { return false }
    return text.numberedLines.contains { _, line in
      let parts = parts(of: line)
      return parts.count > 1 && (isLabel(parts[0]) || isLabel(parts[1]))
    }
  }

  /// Whether a word is an answer on its own.
  static func isLabel(_ word: String) -> Bool {
    ["yes", "no", "y", "n", "maybe", "unsure", "unknown", "unclear"].contains(word.lowercased())
  }
}
