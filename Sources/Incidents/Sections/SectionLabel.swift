internal import Bytes
internal import CommonMark
internal import Diagnostics
internal import Vocabulary

/// Words at the start of a line that serve as a heading: "**Impact:** …", "- Impact: …".
struct SectionLabel {
  let words: String
  /// The text that follows on the same line.
  let rest: String
  let isBold: Bool
  /// Whether it is a whole line without any mark of a label.
  private(set) var isLine = false

  /// The most bytes that a label may have.
  private static let longest = 80

  /// A label at the start of a source line, after list marks and quote marks.
  init?(line bytes: ArraySlice<UInt8>) {
    var text = Self.withoutMarks(bytes)
    if text.starts(with: "**".utf8) || text.starts(with: "__".utf8) {
      let mark = text.prefix(2)
      text = text.dropFirst(2)
      guard let close = Self.firstIndex(of: mark, in: text.prefix(Self.longest + 2)) else {
        return nil
      }
      let inner = text[..<close]
      let behind = text[(close + 2)...].drop { $0.isSpaceOrTab }
      let isOpen = inner.last.map { $0 == UInt8(ascii: ":") } ?? false
      let isColon = behind.first == UInt8(ascii: ":") || behind.starts(with: Self.wideColon)
      let endsWide = inner.count > 3 && inner.suffix(3).elementsEqual(Self.wideColon)
      guard isOpen || endsWide || isColon || behind.allSatisfy(\.isWhitespace) else { return nil }
      self.init(words: inner, rest: isColon ? behind.dropFirst() : behind, isBold: true)
      return
    }
    guard let colon = text.prefix(Self.longest).firstIndex(of: UInt8(ascii: ":")),
      text.endIndex == colon + 1 || text[colon + 1].isWhitespace
    else { return nil }
    self.init(words: text[..<colon], rest: text[(colon + 1)...], isBold: false)
  }

  /// A short line on its own, for documents without any marks of headings.
  init?(alone bytes: ArraySlice<UInt8>) {
    // A line that begins with a small letter continues a sentence.
    guard bytes.count <= Self.longest, let first = bytes.first, !first.isLowercase
    else {
      return nil
    }
    self.init(words: bytes.withoutEnd(\.isWhitespace), rest: [], isBold: false)
    isLine = true
  }

  private init?(words: ArraySlice<UInt8>, rest: ArraySlice<UInt8>, isBold: Bool) {
    guard !words.isEmpty else { return nil }
    self.words = String(decoding: words, as: UTF8.self)
    self.rest = String(decoding: rest.drop(while: \.isWhitespace), as: UTF8.self)
    self.isBold = isBold
  }

  private static let wideColon = Array("：".utf8)

  /// The line without spaces, `>` and one list mark: `-`, `*`, `+`, `1.` or `1)`.
  private static func withoutMarks(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let text = bytes.drop { $0.isWhitespace || $0 == UInt8(ascii: ">") }
    guard let first = text.first else { return text }
    if first == 0x2D || first == 0x2A || first == 0x2B {
      guard text.dropFirst().first?.isWhitespace == true else { return text }
      return text.dropFirst().drop(while: \.isWhitespace)
    }
    let digits = text.prefix(4).prefix(while: \.isDigit)
    guard !digits.isEmpty, let mark = text.dropFirst(digits.count).first,
      mark == 0x2E || mark == 0x29
    else { return text }
    return text.dropFirst(digits.count + 1).drop(while: \.isWhitespace)
  }

  private static func firstIndex(of pair: ArraySlice<UInt8>, in bytes: ArraySlice<UInt8>) -> Int? {
    guard let mark = pair.first else { return nil }
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      if bytes[index] == mark, bytes[index + 1] == mark { return index }
      index += 1
    }
    return nil
  }
}
