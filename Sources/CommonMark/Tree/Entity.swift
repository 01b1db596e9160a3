internal import Bytes

/// A character that is written as its name or number, as in `&amp;` or `&#58;`.
package struct Entity {
  package let text: String
  /// The byte after its semicolon.
  package let end: Int
}

extension [UInt8] {
  /// The entity at `offset`; `nil` when there is none that cmark knows. Browsers also accept some without a
  /// semicolon, even at the start of longer words.
  package func entity(at offset: Int, until limit: Int? = nil) -> Entity? {
    let limit = limit ?? count
    guard offset < limit, self[offset] == 0x26 else { return nil }
    let name = self[(offset + 1)..<limit].prefix(32).prefix { $0.isAlphanumeric || $0 == 0x23 }
    let end = name.endIndex
    guard !name.isEmpty, end < limit, self[end] == 0x3B else { return nil }
    let common = Self.common.first { name.elementsEqual($0.name.utf8) }?.text
    return (common ?? decodedEntity(self[offset...end])).map { Entity(text: $0, end: end + 1) }
  }

  private static let common: [(name: String, text: String)] = [
    ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("nbsp", "\u{A0}"),
  ]
}

extension String {
  /// The text with entities decoded, as in an attribute.
  package var decodingEntities: String {
    let bytes = Array(utf8)
    guard bytes.contains(0x26) else { return self }
    var result: [UInt8] = []
    var next = 0
    while next < bytes.count {
      if bytes[next] == 0x26, let entity = bytes.entity(at: next) {
        result += Array(entity.text.utf8)
        next = entity.end
      } else {
        result.append(bytes[next])
        next += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// What cmark makes of the text, when that is something different.
private func decodedEntity(_ text: ArraySlice<UInt8>) -> String? {
  let tree = SyntaxTree(parsing: text)
  guard let literal = tree.root.firstChild?.firstChild?.literal, !literal.utf8.elementsEqual(text)
  else {
    return nil
  }
  return literal
}
