internal import Bytes

/// Finds raw HTML in running text by the rules of CommonMark 0.30, section 6.6.
struct MarkupScanner {
  /// Ends that were looked for and are not there, so that each is looked for once.
  private var vainEnds: Set<String> = []

  /// The offset after the tag, comment or the like that starts at the `<` at `start`.
  mutating func end(at start: Int, in bytes: [UInt8], until end: Int) -> Int? {
    guard start + 1 < end else { return nil }
    switch bytes[start + 1] {
    case .exclamation: return declarationEnd(at: start, in: bytes, until: end)
    case UInt8(ascii: "?"): return find("?>", from: start + 2, in: bytes, until: end)
    case .slash: return closingTagEnd(at: start + 2, in: bytes, until: end)
    default: return openingTagEnd(at: start + 1, in: bytes, until: end)
    }
  }

  private mutating func declarationEnd(at start: Int, in bytes: [UInt8], until end: Int) -> Int? {
    if bytes.has("<!--", at: start) {
      let text = start + 4
      if bytes.has(">", at: text) || bytes.has("->", at: text) { return nil }
      guard let close = find("--", from: text, in: bytes, until: end), close < end,
        bytes[close] == .greaterThan
      else { return nil }
      return close + 1
    }
    if bytes.has("<![CDATA[", at: start) {
      return find("]]>", from: start + 9, in: bytes, until: end)
    }
    // cmark wants capitals and a blank after them.
    var name = start + 2
    while name < end, bytes[name].isUppercase { name += 1 }
    guard name > start + 2, name < end, bytes[name].isWhitespace else { return nil }
    return find(">", from: name, in: bytes, until: end)
  }

  private func closingTagEnd(at name: Int, in bytes: [UInt8], until end: Int) -> Int? {
    guard var next = nameEnd(at: name, in: bytes, until: end) else { return nil }
    while next < end, bytes[next].isWhitespace { next += 1 }
    return next < end && bytes[next] == .greaterThan ? next + 1 : nil
  }

  private func openingTagEnd(at name: Int, in bytes: [UInt8], until end: Int) -> Int? {
    guard var next = nameEnd(at: name, in: bytes, until: end) else { return nil }
    while true {
      let blank = next
      while next < end, bytes[next].isWhitespace { next += 1 }
      guard next < end else { return nil }
      if bytes[next] == .greaterThan { return next + 1 }
      if bytes[next] == .slash {
        return next + 1 < end && bytes[next + 1] == .greaterThan ? next + 2 : nil
      }
      guard next > blank, let attribute = attributeEnd(at: next, in: bytes, until: end) else {
        return nil
      }
      next = attribute
    }
  }

  private func nameEnd(at start: Int, in bytes: [UInt8], until end: Int) -> Int? {
    guard start < end, bytes[start].isLetter else { return nil }
    var next = start + 1
    while next < end, bytes[next].isAlphanumeric || bytes[next] == .hyphen { next += 1 }
    return next
  }

  private func attributeEnd(at start: Int, in bytes: [UInt8], until end: Int) -> Int? {
    let first = bytes[start]
    guard first.isLetter || first == .underscore || first == .colon else { return nil }
    var next = start + 1
    while next < end,
      bytes[next].isNamePart || bytes[next] == .colon || bytes[next] == UInt8(ascii: ".")
    {
      next += 1
    }
    var equals = next
    while equals < end, bytes[equals].isWhitespace { equals += 1 }
    guard equals < end, bytes[equals] == UInt8(ascii: "=") else { return next }
    var value = equals + 1
    while value < end, bytes[value].isWhitespace { value += 1 }
    guard value < end else { return nil }
    let quote = bytes[value]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let close = bytes[(value + 1)..<end].firstIndex(of: quote)
      return close.map { $0 + 1 }
    }
    var last = value
    while last < end, !bytes[last].isWhitespace, !Self.unquotable.contains(bytes[last]) {
      last += 1
    }
    return last > value ? last : nil
  }

  private static let unquotable = Set("\"'=<>`".utf8)

  private mutating func find(_ text: String, from start: Int, in bytes: [UInt8], until end: Int)
    -> Int?
  {
    guard !vainEnds.contains(text) else { return nil }
    let needle = Array(text.utf8)
    var next = start
    while next + needle.count <= end {
      if bytes[next] == needle[0], bytes[next..<next + needle.count].elementsEqual(needle) {
        return next + needle.count
      }
      next += 1
    }
    vainEnds.insert(text)
    return nil
  }
}
