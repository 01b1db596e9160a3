internal import Bytes

/// Bare addresses in running text.
extension InlineScanner {
  /// Moves past the archive's next bare address if it begins here.
  mutating func readArchivedAddress() -> Bool {
    guard let next = links.next, let close = links.end(at: position, in: bytes, until: end) else {
      return false
    }
    links.advance()
    // Inside an open bracket, Docusaurus' parser looks for addresses only later, by different rules.
    let isAlike =
      !isInBrackets && ArchiveLinks.isLinkedAlike(position..<close, in: bytes, until: end)
    tokens.append(.bareLink(position..<close, next, isAlike: isAlike))
    // An emoji may begin inside the address and end after it.
    for offset in position..<close where bytes[offset] == .colon {
      if let closing = Emoji.closing(after: offset, in: bytes, until: end), closing >= close {
        tokens.append(.emoji(closing))
      }
    }
    position = close
    return true
  }

  /// What looked like addresses after a bracket opened is the text of a link, where Docusaurus looks for
  /// directives and emoji.
  mutating func forgetAddresses(since count: Int) {
    // An array of its own: with a slice of them, removing tokens would copy all that came before.
    let found = Array(tokens[count...])
    tokens.removeSubrange(count...)
    for token in found {
      guard case .bareLink(let range, _, _) = token else {
        tokens.append(token)
        continue
      }
      for offset in range {
        if bytes[offset] == .colon { noteColon(at: offset) }
        if let place = bytes.addressBreak(at: offset, until: end) { tokens.append(.address(place)) }
      }
    }
  }

  /// In an alternative text, a directive disappears before it can become text again.
  mutating func escapeNames(in text: Range<Int>, since count: Int) {
    let known = Set(tokens[count...].compactMap(\.directive))
    for offset in text.dropLast()
    where bytes[offset] == .colon && bytes[offset + 1].isLetter && !known.contains(offset)
      && bytes[offset - 1] != .backslash
    {
      tokens.append(.directive(offset))
    }
  }
}

extension InlineToken {
  fileprivate var directive: Int? {
    if case .directive(let offset) = self { offset } else { nil }
  }
}
