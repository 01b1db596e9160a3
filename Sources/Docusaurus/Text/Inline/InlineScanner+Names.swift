internal import Bytes
internal import CommonMark

/// What begins with a colon or an ampersand: directives, emoji and numeric character references.
extension InlineScanner {
  mutating func readColon() {
    noteColon(at: position)
    position += 1
  }

  /// Records what Docusaurus would take the colon at `colon` for.
  mutating func noteColon(at colon: Int) {
    noteEmoji(after: colon)
    guard colon + 1 < end, bytes[colon + 1].isLetter else { return }
    var next = colon + 1
    while next < end, bytes[next].isNamePart { next += 1 }
    let follower = next < end ? bytes[next] : .space
    let hasArgument = follower == .leftBracket || follower == .leftBrace
    // The id of a heading is made before a directive without an argument becomes text again.
    if hasArgument || isHeading { tokens.append(.directive(colon)) }
  }

  mutating func noteEmoji(after colon: Int) {
    if let closing = Emoji.closing(after: colon, in: bytes, until: end) {
      tokens.append(.emoji(closing))
    }
  }

  mutating func readNumber() {
    defer { position += 1 }
    guard bytes.has("&#", at: position), let entity = bytes.entity(at: position, until: end),
      let scalar = entity.text.unicodeScalars.first,
      scalar.properties.generalCategory == .control, !scalar.properties.isWhitespace
    else { return }
    tokens.append(.control(position..<entity.end, entity.text))
  }
}
