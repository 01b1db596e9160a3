internal import Bytes

/// A piece of raw HTML: a tag, a comment, or the text between them.
package struct HTMLToken: Hashable, Sendable {
  package enum Kind: Equatable, Sendable {
    /// Also an instruction, a declaration or a CDATA section.
    case text
    case comment
    case opening
    case closing
    /// An element without content.
    case void
  }

  package private(set) var kind: Kind
  /// In lower case; empty for text and comments.
  package let name: String
  /// As they are written, in order.
  package internal(set) var attributes: [HTMLAttribute]
  /// The bytes without the quote and list marks before their lines.
  package let source: ArraySlice<UInt8>
  /// Where it is in the file, including the quote and list marks between its lines; `nil` when it is not
  /// found there.
  package internal(set) var range: Range<Int>?
  /// Whether it stays a tag on the page; otherwise it is shown as text.
  package internal(set) var isLive: Bool
  /// Whether it is inside a link, which cannot contain another link.
  var isInLink = false
  /// The elements that end before it because HTML does not need their closing tags, innermost first.
  package internal(set) var impliedClosings: [String] = []
  /// How a page shows it, if it is an image.
  var imageForm = ImageForm.image
  /// Whether it is written `<br />`.
  let isSelfClosed: Bool

  init(
    _ kind: Kind, _ source: ArraySlice<UInt8>, name: String = "",
    attributes: [HTMLAttribute] = [], isSelfClosed: Bool = false
  ) {
    self.kind = kind
    self.name = name
    self.attributes = attributes
    self.source = source
    self.isSelfClosed = isSelfClosed
    range = nil
    isLive = false
    if isTag { isLive = SafeHTML.isAllowed(self) }
  }

  /// Makes the start of a place to link to the whole of it.
  mutating func endAnchor() { kind = .void }

  package var isTag: Bool { kind != .text && kind != .comment }
}

/// How a page shows an image.
package enum ImageForm: Hashable, Sendable {
  case image
  /// A link to it with its alternative text.
  case link
  /// Its alternative text.
  case text

  /// The text of a link to an image without an alternative text.
  static let label = "image"
}

extension HTMLToken {
  /// Splits HTML into tokens. A `<` that begins neither a tag nor a comment is text, and so is the whole of
  /// an instruction, a declaration or a CDATA section at the start: what looks like a tag in it is not one.
  static func all(in bytes: [UInt8]) -> [HTMLToken] {
    var tokens: [HTMLToken] = []
    var textStart = 0
    var index = instructionEnd(in: bytes)
    // No comment ends after this, so that many openings do not take quadratic time.
    let lastComment =
      bytes.indices.last { bytes[$0] == 0x3E && $0 > 1 && bytes[$0 - 1] == 0x2D } ?? 0
    while index < bytes.count {
      guard bytes[index] == 0x3C,
        let token = token(in: bytes, at: index, lastComment: lastComment)
      else {
        index += 1
        continue
      }
      if textStart < index { tokens.append(HTMLToken(.text, bytes[textStart..<index])) }
      tokens.append(token)
      index = token.source.endIndex
      textStart = index
    }
    if textStart < bytes.count { tokens.append(HTMLToken(.text, bytes[textStart...])) }
    return tokens
  }

  private static func instructionEnd(in bytes: [UInt8]) -> Int {
    let start = bytes.firstIndex { !$0.isCmarkSpace } ?? 0
    let text = bytes[start...]
    let kinds = [("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">")]
    guard !text.starts(with: "<!--".utf8),
      let (opening, closing) = kinds.first(where: { text.starts(with: $0.0.utf8) }),
      let end = text.dropFirst(opening.utf8.count).firstRange(of: Array(closing.utf8))
    else { return 0 }
    return end.upperBound
  }

  private static func token(in bytes: [UInt8], at start: Int, lastComment: Int) -> HTMLToken? {
    var reader = TagReader(bytes: bytes, index: start + 1)
    if bytes[(start + 1)...].starts(with: "!--".utf8) {
      guard start < lastComment, let end = reader.commentEnd() else { return nil }
      return HTMLToken(.comment, bytes[start..<end])
    }
    guard let tag = reader.tag() else { return nil }
    let name = tag.name.lowercased()
    let isVoid = tag.isSelfClosed || SafeHTML.voidElements.contains(name)
    return HTMLToken(
      tag.isClosing ? .closing : isVoid ? .void : .opening, bytes[start..<reader.index],
      name: name, attributes: tag.attributes, isSelfClosed: tag.isSelfClosed)
  }

  /// Moves the token and its attributes to their places in the file.
  mutating func place(_ places: LiteralPlaces) {
    range = places.range(source.startIndex..<source.endIndex)
    for index in attributes.indices {
      attributes[index].range = attributes[index].literalRange.map(places.range)
    }
  }
}
