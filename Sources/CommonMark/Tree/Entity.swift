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
    let text = common ?? numberedCharacter(name) ?? decodedEntity(self[offset...end])
    return text.map { Entity(text: $0, end: end + 1) }
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

/// The character with the number in a name such as `#65` or `#x41`; U+FFFD for a number that no character has
/// (CommonMark 0.30, section 2.5).
private func numberedCharacter(_ name: ArraySlice<UInt8>) -> String? {
  guard name.first == 0x23 else { return nil }
  var digits = name.dropFirst()
  let isHexadecimal = digits.first.map { $0 | 0x20 } == 0x78
  if isHexadecimal { digits = digits.dropFirst() }
  guard (1...(isHexadecimal ? 6 : 7)).contains(digits.count),
    let number = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10)
  else { return nil }
  return String(number == 0 ? "\u{FFFD}" : Unicode.Scalar(number) ?? "\u{FFFD}")
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
