internal import Bytes
internal import CommonMark

/// One tag of raw HTML, read from the author's bytes.
struct Tag: Sendable {
  enum Kind: Sendable {
    case opening
    case closing
    /// An element without content.
    case void
  }

  struct Attribute: Sendable {
    let name: String
    /// As written, without its quotes; `nil` for a name alone.
    let value: String?

    /// As the archive decides.
    func isSafe(in element: String) -> Bool {
      SafeHTML.isSafe((name, value.map { Array($0.utf8)[...] }), of: element)
    }
  }

  let kind: Kind
  /// In lower case.
  let name: String
  let attributes: [Attribute]
  /// In the file.
  let range: Range<Int>

  /// Reads one whole tag, from `<` to `>`; fails for a comment, a declaration or a processing
  /// instruction.
  init?(in bytes: [UInt8], _ range: Range<Int>) {
    var next = range.lowerBound + 1
    let isClosing = next < range.upperBound && bytes[next] == .slash
    if isClosing { next += 1 }
    let start = next
    while next < range.upperBound, bytes[next].isAlphanumeric || bytes[next] == .hyphen {
      next += 1
    }
    guard next > start, bytes[start].isLetter else { return nil }
    name = bytes.text(start..<next).lowercased()
    attributes = isClosing ? [] : Self.attributes(in: bytes, next..<range.upperBound - 1)
    kind = isClosing ? .closing : SafeHTML.voidElements.contains(name) ? .void : .opening
    self.range = range
  }

  private static func attributes(in bytes: [UInt8], _ range: Range<Int>) -> [Attribute] {
    var attributes: [Attribute] = []
    var next = range.lowerBound
    while next < range.upperBound {
      guard !bytes[next].isWhitespace, bytes[next] != .slash else {
        next += 1
        continue
      }
      let start = next
      while next < range.upperBound, !bytes[next].isWhitespace, bytes[next] != UInt8(ascii: "="),
        bytes[next] != .slash
      {
        next += 1
      }
      let name = bytes.text(start..<next).lowercased()
      var equals = next
      while equals < range.upperBound, bytes[equals].isWhitespace { equals += 1 }
      guard equals < range.upperBound, bytes[equals] == UInt8(ascii: "=") else {
        attributes.append(Attribute(name: name, value: nil))
        if next == start { next += 1 }
        continue
      }
      next = equals + 1
      while next < range.upperBound, bytes[next].isWhitespace { next += 1 }
      attributes.append(
        Attribute(name: name, value: value(in: bytes, at: &next, until: range.upperBound)))
    }
    return attributes
  }

  private static func value(in bytes: [UInt8], at next: inout Int, until end: Int) -> String {
    if next < end, bytes[next] == UInt8(ascii: "\"") || bytes[next] == UInt8(ascii: "'") {
      let start = next + 1
      let close = bytes[start..<max(start, end)].firstIndex(of: bytes[next]) ?? end
      next = min(close + 1, end)
      return bytes.text(start..<close)
    }
    let start = next
    while next < end, !bytes[next].isWhitespace { next += 1 }
    return bytes.text(start..<next)
  }

  subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }
}
