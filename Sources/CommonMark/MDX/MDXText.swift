internal import Bytes

/// Goes through text written as MDX, skipping escapes, code and HTML comments.
struct MDXText {
  enum Piece: Equatable {
    /// `{/* … */}`.
    case comment
    /// A `{` and what belongs to it, up to its `}` or the end of the line.
    case expression
    /// A `<` before a capitalized name, a name with a dot, or no name at all, up to its `>` or the end of
    /// the line.
    case element
  }

  private let bytes: [UInt8]
  /// Where the last comment of each kind ends, so that nothing looks for an end that is not there.
  private let lastEnds: [String: Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var ends: [String: Int] = [:]
    for (offset, byte) in bytes.enumerated() where byte == 0x2A || byte == 0x2D {
      for end in ["*/}", "-->"] where bytes[offset...].starts(with: end.utf8) {
        ends[end] = offset
      }
    }
    lastEnds = ends
  }

  /// The pieces of MDX in some text; a comment may end after it.
  func pieces(in text: MDXOutline.Text, from start: Int) -> [(kind: Piece, range: Range<Int>)] {
    var pieces: [(kind: Piece, range: Range<Int>)] = []
    var next = max(start, text.range.lowerBound)
    // What begins inside another piece is not considered separately.
    var last = next
    let end = text.range.upperBound
    while next < end {
      switch bytes[next] {
      case 0x5C: next += 2
      case 0x60 where text.hasCode: next = codeEnd(at: next, until: end)
      case 0x3C where has("<!--", at: next):
        next = position(of: "-->", from: next + 4).map { $0 + 3 } ?? next + 1
      case 0x3C:
        if next >= last, isElement(at: next, until: end) {
          last = lineEnd(after: next, closing: 0x3E, until: end)
          pieces.append((.element, next..<last))
        }
        next += 1
      case 0x7B:
        if has("{/*", at: next), let close = position(of: "*/}", from: next + 3) {
          pieces.append((.comment, next..<close + 3))
          next = close + 3
        } else {
          // An id is not an expression.
          if next >= last, !has("{#", at: next) {
            last = lineEnd(after: next, closing: 0x7D, until: end)
            pieces.append((.expression, next..<last))
          }
          next += 1
        }
      default: next += 1
      }
    }
    return pieces
  }

  private func has(_ text: String, at offset: Int) -> Bool {
    bytes[offset...].starts(with: text.utf8)
  }

  private func position(of text: String, from start: Int) -> Int? {
    guard let last = lastEnds[text], start <= last, let first = text.utf8.first else { return nil }
    return (start...last).first { bytes[$0] == first && has(text, at: $0) }
  }

  /// cmark treats longer runs as text.
  private static let mostTicks = 80

  /// The place after code in backticks, or after the backticks when they do not begin code.
  private func codeEnd(at start: Int, until end: Int) -> Int {
    let open = bytes[start..<end].prefix { $0 == 0x60 }.endIndex
    guard open - start <= Self.mostTicks else { return open }
    var next = open
    while next < end {
      let close = bytes[next..<end].prefix { $0 == 0x60 }.endIndex
      if close - next == open - start { return close }
      next = close + 1
    }
    return open
  }

  private func isElement(at start: Int, until end: Int) -> Bool {
    let rest = bytes[(start + 1)..<end]
    let name = (rest.first == 0x2F ? rest.dropFirst() : rest)
    guard let first = name.first else { return false }
    if first == 0x3E { return true }
    let word = name.prefix { $0.isAlphanumeric || $0 == 0x2E || $0 == 0x5F || $0 == 0x24 }
    return SafeHTML.isComponent(rest) && !isDeclaredType(name)
      || first.isLetter && word.contains(0x2E) && word.last != 0x2E
  }

  /// `<T>` and the like directly after a name, as in `List<String>`.
  private func isDeclaredType(_ name: ArraySlice<UInt8>) -> Bool {
    let before = name.startIndex - 2
    return before >= 0 && bytes[before].isAlphanumeric
  }

  private func lineEnd(after start: Int, closing: UInt8, until end: Int) -> Int {
    let stop = bytes[start..<end].firstIndex { $0 == closing || $0.isLineEnding } ?? end
    return stop < end && bytes[stop] == closing ? stop + 1 : stop
  }
}
