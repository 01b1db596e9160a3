internal import Bytes
internal import CommonMark

/// Text that Docusaurus must show exactly as it is: a title, a name, a line of a timeline.
enum PlainText {
  /// An element without content. It splits what Docusaurus would turn into an emoji or a link, and nobody
  /// copies it along with the text. A comment would not do, because it may be removed before Docusaurus
  /// looks.
  static let gap = "<span></span>"
  /// A word joiner, which has no width: it takes the place of ``gap`` in a title that would be lost with an
  /// element in it.
  static let joiner = "&#8288;"
  /// Takes the place of a comment that cannot stay.
  static let comment = "<!-- -->"

  /// Where a text is used, which decides what Docusaurus would find in it.
  enum Use {
    case text
    /// Inside a link, where no address becomes another link.
    case linked
    /// In the brackets of an image, where nothing becomes an emoji or a link.
    case alternative
    /// In the brackets of a box, which lose a title with an element in it.
    case title
  }

  /// One line of text, escaped wherever Markdown, a directive or an emoji would give it a meaning.
  ///
  /// It can be used in a paragraph, a list item, a link's text, a heading or a table cell.
  static func escaped(_ text: String, for use: Use = .text) -> String {
    if isPlain(text.utf8) { return text }
    let bytes = Array(text.utf8).onOneLine
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    let joints = joints(in: bytes, for: use)
    let joint = use == .title ? joiner : gap
    for (offset, byte) in bytes.enumerated() {
      if joints.contains(offset) { result += joint.utf8 }
      if byte == .backtick || TruncateMarker.end(at: offset, in: bytes) != nil {
        // A backtick that closes code would do so even after a backslash, and so would a marker.
        result += "&#\(byte);".utf8
        continue
      }
      if isSpecial(byte, at: offset, in: bytes) { result.append(.backslash) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a text is on one line and has no punctuation, so that nothing has to be escaped.
  private static func isPlain(_ text: String.UTF8View) -> Bool {
    var last = UInt8.space
    for byte in text {
      if byte == .space && last == .space || byte < .space || byte.isPunctuation { return false }
      last = byte
    }
    return last != .space || text.isEmpty
  }

  /// Where something has to be inserted between two characters, so that they do not become an emoji or a
  /// link.
  private static func joints(in bytes: [UInt8], for use: Use) -> Set<Int> {
    var joints: Set<Int> = []
    guard use != .alternative else { return joints }
    for (offset, byte) in bytes.enumerated() where byte.isPunctuation {
      if use != .linked, let place = bytes.addressBreak(at: offset, until: bytes.count) {
        joints.insert(place)
      }
      if byte == .colon, let close = Emoji.closing(after: offset, in: bytes, until: bytes.count) {
        joints.insert(close)
      }
    }
    return joints
  }

  /// Part of a line, as ``escaped(_:for:)`` gives it, with the spaces at each end kept as one.
  static func escapedPart(_ text: String, for use: Use = .text) -> String {
    let inner = escaped(text, for: use)
    guard let first = text.utf8.first, let last = text.utf8.last else { return "" }
    if inner.isEmpty { return " " }
    return (first.isWhitespace ? " " : "") + inner + (last.isWhitespace ? " " : "")
  }

  /// Text that is correct both in Markdown and in HTML: special characters are written as entities.
  static func named(_ text: String, keepingEntities: Bool = false) -> String {
    let bytes = Array(text.utf8)
    let joints = joints(in: bytes, for: .text)
    var result = ""
    var plain: [UInt8] = []
    var next = 0
    while next < bytes.count {
      let byte = bytes[next]
      if keepingEntities, let entity = bytes.entity(at: next) {
        plain += bytes[next..<entity.end]
        // A colon written as an entity is a colon again when Docusaurus looks for emoji.
        if entity.text == ":" { plain += gap.utf8 }
        next = entity.end
        continue
      }
      if joints.contains(next) || byte.isPunctuation && !harmless.contains(byte) {
        result += String(decoding: plain, as: UTF8.self)
        plain = []
        result += (joints.contains(next) ? gap : "") + "&#\(byte);"
      } else {
        plain.append(byte)
      }
      next += 1
    }
    return result + String(decoding: plain, as: UTF8.self)
  }

  private static let harmless = Set(",;/ ".utf8)

  /// White space of any kind and length becomes one space, and is removed at both ends.
  static func onOneLine(_ text: String) -> String {
    isOnOneLine(text.utf8)
      ? text : text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether the only white space is single spaces inside the text; `false` also when only a look at the
  /// scalars could tell.
  private static func isOnOneLine(_ bytes: String.UTF8View) -> Bool {
    var last = UInt8.space
    var isGeneralPunctuation = false
    for byte in bytes {
      switch byte {
      case .space where last == .space: return false
      case 0x00..<0x20: return false
      // The first bytes of white space outside ASCII: U+0085, U+00A0, U+1680, U+3000.
      case 0xC2, 0xE1, 0xE3: return false
      // U+2000 to U+200A, U+2028, U+2029, U+202F and U+205F are among dashes and quotation marks.
      case 0x80...0x8A, 0x9F, 0xA8, 0xA9, 0xAF: if isGeneralPunctuation { return false }
      default: break
      }
      isGeneralPunctuation = last == 0xE2 && (byte == 0x80 || byte == 0x81)
      last = byte
    }
    return last != .space || bytes.isEmpty
  }

  /// The beginning of a text, cut between words, with an ellipsis when something was cut.
  static func shortened(_ text: String, to longest: Int) -> String {
    let line = onOneLine(text)
    // A character takes at least one byte.
    guard line.utf8.count > longest, line.count > longest else { return line }
    let head = line.prefix(longest)
    let cut = head.lastIndex(of: " ") ?? head.endIndex
    return head[..<cut].trimmingEndPunctuation + "…"
  }

  private static func isSpecial(_ byte: UInt8, at offset: Int, in bytes: [UInt8]) -> Bool {
    switch byte {
    case .backslash, .lessThan, .leftBracket, .rightBracket, .pipe, .leftBrace,
      UInt8(ascii: "*"), .underscore, UInt8(ascii: "~"):
      true
    case UInt8(ascii: "&"): bytes.entity(at: offset) != nil
    case .hash, .plus, .hyphen, .greaterThan, UInt8(ascii: "="): offset == 0
    case .colon:
      offset == 0 || (offset + 1 < bytes.count && bytes[offset + 1].isLetter)
    case UInt8(ascii: "."), .rightParenthesis:
      offset > 0 && offset < 10 && bytes[..<offset].allSatisfy(\.isDigit)
    default: false
    }
  }
}

extension [UInt8] {
  /// Spaces and line endings become one space, and are removed at both ends. Other Unicode spaces stay.
  var onOneLine: [UInt8] {
    Array(split(whereSeparator: \.isWhitespace).joined(separator: [.space]))
  }
}

extension Substring {
  fileprivate var trimmingEndPunctuation: String {
    var text = self
    while let last = text.last, last == "," || last == ";" || last == "." || last == ":" {
      text.removeLast()
    }
    return String(text)
  }
}
