internal import Bytes

/// The lines `[label]: destination "title"` of a document. The first of a label counts.
struct ReferenceDefinitions: Sendable {
  struct Definition: Sendable {
    /// From the `[` to the end of the last line.
    let range: Range<Int>
    let destination: Range<Int>
    let title: Range<Int>?
  }

  private var byLabel: [String: Definition] = [:]
  /// All of them, also those that another one hides.
  private(set) var all: [Definition] = []

  static let none = ReferenceDefinitions()
  private static let longestLabel = 999

  var isEmpty: Bool { byLabel.isEmpty }

  /// The definition for the label that stands in `range`.
  subscript(bytes: [UInt8], range: Range<Int>) -> Definition? {
    guard range.count <= Self.longestLabel else { return nil }
    return byLabel[Self.key(bytes, range)]
  }

  /// Reads the definitions that stand one after the other at `start`.
  ///
  /// - Returns: Where the text after them begins.
  mutating func read(at start: Int, in bytes: [UInt8], until end: Int) -> Int {
    var next = start
    while let definition = definition(at: next, in: bytes, until: end) {
      all.append(definition)
      if let label = Self.label(at: definition.range.lowerBound, in: bytes, until: end) {
        let key = Self.key(bytes, label)
        byLabel[key] = byLabel[key] ?? definition
      }
      next = definition.range.upperBound
      while next < end, bytes[next].isLineEnding { next += 1 }
    }
    return next
  }

  private func definition(at start: Int, in bytes: [UInt8], until end: Int) -> Definition? {
    var open = start
    while open < end, bytes[open].isSpaceOrTab || bytes[open] == .greaterThan { open += 1 }
    guard open < end, bytes[open] == .leftBracket, open + 1 < end,
      bytes[open + 1] != UInt8(ascii: "^"),
      let label = Self.label(at: open, in: bytes, until: end), label.upperBound + 1 < end,
      bytes[label.upperBound + 1] == .colon,
      let read = Destination(definitionAt: label.upperBound + 2, in: bytes, until: end)
    else { return nil }
    return Definition(range: open..<read.end, destination: read.range, title: read.title)
  }

  /// What stands between the brackets of a label at `start`; `nil` when it is no label or blank.
  static func label(at start: Int, in bytes: [UInt8], until end: Int) -> Range<Int>? {
    var next = start + 1
    let limit = min(end, start + longestLabel + 2)
    var isBlank = true
    while next < limit {
      switch bytes[next] {
      case .rightBracket: return isBlank ? nil : start + 1..<next
      case .leftBracket: return nil
      case .backslash:
        next += 1
        isBlank = false
      default: if !bytes[next].isWhitespace { isBlank = false }
      }
      next += 1
    }
    return nil
  }

  /// Labels match without regard to case and to the kind and number of blanks.
  private static func key(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    let words = bytes[range].split(whereSeparator: \.isCmarkSpace)
    return String(decoding: Array(words.joined(separator: [.space])), as: UTF8.self)
      .lowercased().uppercased()
  }
}
