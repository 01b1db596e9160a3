/// A piece of raw HTML: a tag, a comment, or what stands between them.
package struct HTMLToken {
  package enum Kind: Equatable, Sendable {
    case text
    case comment
    case opening
    case closing
    /// An element without content.
    case void
  }

  package var kind: Kind
  /// In lower case; empty for text and comments.
  var name = ""
  /// The bytes as they are in the file.
  package var source: ArraySlice<UInt8>
  /// The tag as the page may have it; `nil` when it may not.
  var safe: String?

  /// The text of an image, entities and all.
  var alternative = ""

  package var isTag: Bool { kind != .text && kind != .comment }

  /// Cuts HTML up. A `<` that begins neither a tag nor a comment is text, and so is all of an
  /// instruction, a declaration or a CDATA section that comes first: what looks like a tag in it is none.
  package static func all(in bytes: [UInt8]) -> [HTMLToken] {
    var tokens: [HTMLToken] = []
    var textStart = 0
    var index = instructionEnd(in: bytes)
    // No comment ends after this, so that many openings take no time by the square.
    let lastComment =
      bytes.indices.last { bytes[$0] == 0x3E && $0 > 1 && bytes[$0 - 1] == 0x2D } ?? 0
    while index < bytes.count {
      guard bytes[index] == 0x3C,
        let token = token(in: bytes, at: index, lastComment: lastComment)
      else {
        index += 1
        continue
      }
      if textStart < index {
        tokens.append(HTMLToken(kind: .text, source: bytes[textStart..<index]))
      }
      tokens.append(token)
      index = token.source.endIndex
      textStart = index
    }
    if textStart < bytes.count {
      tokens.append(HTMLToken(kind: .text, source: bytes[textStart...]))
    }
    return tokens
  }

  private static func instructionEnd(in bytes: [UInt8]) -> Int {
    let start = bytes.firstIndex { !$0.isBlank } ?? 0
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
      return HTMLToken(kind: .comment, source: bytes[start..<end])
    }
    let isClosing = reader.take(0x2F)
    let name = reader.name()
    guard !name.isEmpty else { return nil }
    var attributes: [(name: String, value: ArraySlice<UInt8>?)] = []
    while let attribute = reader.attribute() { attributes.append(attribute) }
    reader.skipBlanks()
    let isEmpty = reader.take(0x2F)
    guard reader.take(0x3E) else { return nil }
    let isVoid = isEmpty || SafeHTML.voidElements.contains(name)
    var token = HTMLToken(
      kind: isClosing ? .closing : isVoid ? .void : .opening, name: name,
      source: bytes[start..<reader.index],
      safe: isClosing ? "</\(name)>" : SafeHTML.tag(name, attributes, isEmpty: isEmpty))
    if name == "img", let value = attributes.first(where: { $0.name == "alt" })?.value {
      token.alternative = String(decoding: value, as: UTF8.self)
    }
    return token
  }
}

extension RawTag {
  init(_ token: HTMLToken) {
    name = token.name
    isClosing = token.kind == .closing
    isLive = token.safe != nil
  }
}

/// Reads the parts of a tag.
private struct TagReader {
  let bytes: [UInt8]
  var index: Int

  private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  mutating func take(_ wanted: UInt8) -> Bool {
    guard byte == wanted else { return false }
    index += 1
    return true
  }

  mutating func skipBlanks() {
    while let byte, byte.isBlank { index += 1 }
  }

  mutating func name() -> String {
    let start = index
    guard let first = byte, first.isASCIILetter else { return "" }
    while let byte, byte.isASCIIAlphanumeric || byte == 0x2D { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
  }

  /// The end of the comment that begins at the `!`.
  func commentEnd() -> Int? {
    var place = index + 3
    while place + 2 < bytes.count {
      if bytes[place] == 0x2D, bytes[place + 1] == 0x2D, bytes[place + 2] == 0x3E {
        return place + 3
      }
      place += 1
    }
    return nil
  }

  mutating func attribute() -> (name: String, value: ArraySlice<UInt8>?)? {
    let start = index
    skipBlanks()
    let nameStart = index
    while let byte, byte.isASCIIAlphanumeric || [0x2D, 0x5F, 0x3A, 0x2E].contains(byte) {
      index += 1
    }
    guard index > nameStart, nameStart > start else {
      index = start
      return nil
    }
    let name = String(decoding: bytes[nameStart..<index], as: UTF8.self).lowercased()
    let afterName = index
    skipBlanks()
    guard take(0x3D) else {
      index = afterName
      return (name, nil)
    }
    skipBlanks()
    return (name, value())
  }

  private mutating func value() -> ArraySlice<UInt8> {
    if let quote = byte, quote == 0x22 || quote == 0x27 {
      let start = index + 1
      index = bytes[start...].firstIndex(of: quote) ?? bytes.count
      let value = bytes[start..<index]
      index = min(index + 1, bytes.count)
      return value
    }
    let start = index
    while let byte, !byte.isBlank, ![0x22, 0x27, 0x3C, 0x3D, 0x3E, 0x60].contains(byte) {
      index += 1
    }
    return bytes[start..<index]
  }
}
