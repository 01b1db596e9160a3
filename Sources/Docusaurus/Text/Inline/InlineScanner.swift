internal import Bytes
internal import CommonMark

/// Finds the inline markup of one paragraph, heading or cell by the rules of CommonMark 0.30.
///
/// It reads the author's bytes and keeps their offsets, which cmark's tree does not. Every search is
/// bounded, or remembered when it finds nothing, so that hostile input takes linear time.
struct InlineScanner {
  private struct Opener {
    let offset: Int
    let isImage: Bool
    /// How many tokens and bare addresses there were before it.
    let tokenCount: Int
    let linkPosition: Int
    var isActive = true
  }

  let bytes: [UInt8]
  private let definitions: ReferenceDefinitions
  let isHeading: Bool
  let end: Int
  var tokens: [InlineToken] = []
  var position: Int
  /// The archive's links from this position on.
  var links: ArchiveLinks
  private var openers: [Opener] = []
  /// Where each number of backticks in a row was last seen.
  private var lastTicks: [Int: Int] = [:]
  /// The same, after all of them have been seen.
  private var finalTicks: [Int: Int] = [:]
  private var hasSeenAllTicks = false
  var isInBrackets: Bool { !openers.isEmpty }
  /// The archive's raw HTML from this position on.
  private(set) var markup: ArchiveMarkup
  var delimiters = DelimiterRuns()

  init(
    _ bytes: [UInt8], in range: Range<Int>, definitions: ReferenceDefinitions,
    links: ArchiveLinks, markup: ArchiveMarkup, isHeading: Bool = false
  ) {
    self.bytes = bytes
    self.definitions = definitions
    self.links = links
    self.markup = markup
    self.isHeading = isHeading
    position = range.lowerBound
    end = range.upperBound
    while position < end {
      // Most bytes are letters, where only an address of the archive may begin.
      if links.next == nil {
        while position < end, Self.isPlain(bytes[position]) { position += 1 }
        guard position < end else { return }
      }
      step()
    }
  }

  /// Whether a byte begins nothing: no markup, and no address that Docusaurus would find.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == .space || byte >= 0x80
  }

  private mutating func step() {
    if readArchivedAddress() { return }
    if let place = bytes.addressBreak(at: position, until: end) { tokens.append(.address(place)) }
    switch bytes[position] {
    case .backslash: skipEscape()
    case .backtick: skipCode()
    case .lessThan: readAngle()
    case .colon: readColon()
    case .exclamation where position + 1 < end && bytes[position + 1] == .leftBracket:
      open(isImage: true)
    case .leftBracket: open(isImage: false)
    case .rightBracket: closeBracket()
    case .leftBrace: readMarker()
    case UInt8(ascii: "&"): readNumber()
    case UInt8(ascii: "*"), .underscore, UInt8(ascii: "~"): readDelimiters()
    default: position += 1
    }
  }

  private mutating func open(isImage: Bool) {
    openers.append(
      Opener(
        offset: position, isImage: isImage, tokenCount: tokens.count,
        linkPosition: links.position))
    position += isImage ? 2 : 1
  }

  /// `{/* truncate */}` is text, but Docusaurus would cut the post off there.
  private mutating func readMarker() {
    tokens.append(.sign(position))
    if let close = TruncateMarker.end(at: position, in: bytes) {
      tokens.append(.marker(position..<close))
    }
    position += 1
  }

  private mutating func skipEscape() {
    guard position + 1 < end, bytes[position + 1].isPunctuation else {
      position += 1
      return
    }
    // An escaped colon becomes a colon of the text, where Docusaurus looks for emoji.
    if bytes[position + 1] == .colon { noteEmoji(after: position + 1) }
    position += 2
  }

  /// Code ends at the same number of backticks with which it began. cmark 0.30 remembers where it last saw
  /// each number, and because of that takes some code that ends later for text; the posts follow cmark.
  private mutating func skipCode() {
    let start = position
    var open = position
    while open < end, bytes[open] == .backtick { open += 1 }
    let length = open - position
    position = open
    guard length <= Self.mostTicks else { return }
    if hasSeenAllTicks, (lastTicks[length] ?? 0) <= open {
      if (finalTicks[length] ?? 0) > open { tokens.append(.ticks(start..<open)) }
      return
    }
    var next = open
    while next < end {
      guard bytes[next] == .backtick else {
        next += 1
        continue
      }
      var close = next
      while close < end, bytes[close] == .backtick { close += 1 }
      lastTicks[close - next] = next
      if close - next == length {
        position = close
        if isHeading || bytes[open..<next].contains(.newline) {
          tokens.append(.code(start..<close))
        }
        return
      }
      next = close
    }
    if !hasSeenAllTicks { finalTicks = lastTicks }
    hasSeenAllTicks = true
  }

  private static let mostTicks = 80

  private mutating func readAngle() {
    if let (token, range) = markup.piece(at: position) {
      tokens.append(.markup(range, token))
      position = range.upperBound
    } else if let close = Autolink.end(at: position, in: bytes, until: end) {
      tokens.append(.autolink(position..<close))
      if let next = links.next, bytes.decoded(position + 1..<close - 1) == next.text {
        links.advance()
      }
      position = close
    } else {
      if position + 1 < end, Self.mayStartMarkup(bytes[position + 1]) {
        tokens.append(.angle(position))
      } else {
        tokens.append(.sign(position))
      }
      position += 1
    }
  }

  private static func mayStartMarkup(_ byte: UInt8) -> Bool {
    byte.isLetter || byte == .slash || byte == .exclamation || byte == UInt8(ascii: "?")
  }

  private mutating func closeBracket() {
    defer { position += 1 }
    guard let opener = openers.popLast() else { return }
    guard opener.isActive else { return noteBracket() }
    let text = (opener.offset + (opener.isImage ? 2 : 1))..<position
    // With a space in it, the label is that of a link.
    if !opener.isImage, !text.isEmpty, bytes[text.lowerBound] == UInt8(ascii: "^"),
      definitions.isEmpty || definitions[bytes, text] == nil
    {
      tokens.append(.footnote(opener.offset..<position + 1))
      return
    }
    guard var link = inlineLink(opener, text) ?? referenceLink(opener, text) else {
      return noteBracket()
    }
    forgetAddresses(since: opener.tokenCount)
    link.plainText = links.pass(
      link.destination, isImage: link.isImage, from: opener.linkPosition)
    // An alternative text is plain, and is rewritten when it contains markup.
    if link.isImage {
      if link.plainText == nil {
        escapeNames(in: text, since: opener.tokenCount)
      } else {
        tokens.removeSubrange(opener.tokenCount...)
      }
    }
    tokens.append(.link(link))
    position = link.range.upperBound - 1
    // A link cannot contain another link, but it can contain an image.
    if !opener.isImage {
      for index in openers.indices.reversed() where !openers[index].isImage {
        guard openers[index].isActive else { break }
        openers[index].isActive = false
      }
    }
  }

  private mutating func noteBracket() {
    guard position + 1 < end, [.leftParenthesis, .colon].contains(bytes[position + 1]) else {
      return
    }
    tokens.append(.bracket(position + 1))
  }

  private func inlineLink(_ opener: Opener, _ text: Range<Int>) -> InlineLink? {
    let open = text.upperBound + 1
    guard open < end, bytes[open] == .leftParenthesis,
      let read = Destination(inlineAt: open + 1, in: bytes, until: end)
    else { return nil }
    return InlineLink(
      isImage: opener.isImage, range: opener.offset..<read.end, text: text,
      destination: bytes.destination(read.range), destinationRange: read.range, title: read.title)
  }

  private func referenceLink(_ opener: Opener, _ text: Range<Int>) -> InlineLink? {
    guard !definitions.isEmpty else { return nil }
    var label = text
    var last = text.upperBound + 1
    if last < end, bytes[last] == .leftBracket {
      if let full = Definition.label(at: last, in: bytes, until: end) {
        label = full
        last = full.upperBound + 1
      } else if last + 1 < end, bytes[last + 1] == .rightBracket {
        last += 2
      }
    }
    guard let definition = definitions[bytes, label] else { return nil }
    return InlineLink(
      isImage: opener.isImage, range: opener.offset..<last, text: text,
      destination: bytes.destination(definition.destination), destinationRange: nil,
      title: definition.title)
  }
}

extension [UInt8] {
  /// The destination that is in `range`, with or without its `<` and `>`.
  func destination(_ range: Range<Int>) -> String {
    let isPointed = range.count >= 2 && self[range.lowerBound] == .lessThan
    return decoded(isPointed ? range.dropFirst().dropLast() : range)
  }
}
