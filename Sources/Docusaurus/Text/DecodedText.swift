extension String {
  /// The text with the commonest entities decoded, as in an attribute.
  var decodingEntities: String {
    let bytes = Array(utf8)
    var result: [UInt8] = []
    var next = 0
    while next < bytes.count {
      if bytes[next] == UInt8(ascii: "&"),
        let (scalar, end) = bytes.entity(at: next, until: bytes.count)
      {
        result += Array(String(Character(scalar)).utf8)
        next = end
      } else {
        result.append(bytes[next])
        next += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension [UInt8] {
  /// The characters that a piece of Markdown stands for where it has no inline markup, as in the
  /// destination or the title of a link: escapes and the commonest entities are decoded.
  func decoded(_ range: Range<Int>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var next = range.lowerBound
    while next < range.upperBound {
      let byte = self[next]
      if byte == .backslash, next + 1 < range.upperBound, self[next + 1].isPunctuation {
        result.append(self[next + 1])
        next += 2
      } else if byte == UInt8(ascii: "&"),
        let (scalar, end) = entity(at: next, until: range.upperBound)
      {
        result += Array(String(Character(scalar)).utf8)
        next = end
      } else {
        result.append(byte)
        next += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The character of the entity at `start`, and where the text goes on.
  func entity(at start: Int, until end: Int) -> (Unicode.Scalar, Int)? {
    let limit = Swift.min(end, start + 12)
    guard let semicolon = self[start..<limit].firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = text(start + 1..<semicolon)
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
        .map { ($0, semicolon + 1) }
    }
    if name.hasPrefix("#") {
      return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init).map { ($0, semicolon + 1) }
    }
    return namedEntities[name].map { ($0, semicolon + 1) }
  }
}

private let namedEntities: [String: Unicode.Scalar] = [
  "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "colon": ":",
]
