internal import Bytes

/// What a tree holds for one node of raw HTML: its tokens, and how the page shows them.
struct HTMLPiece {
  let isBlock: Bool
  /// As it is written, without quote and list marks.
  let source: String
  var tokens: [HTMLToken]

  init(_ node: Node, _ tokens: [HTMLToken]) {
    isBlock = node.kind == .htmlBlock
    source = node.literal
    self.tokens = tokens
  }

  private var hasTags: Bool { tokens.contains { $0.isLive } }

  /// What the page shows of it as text, or in place of an image.
  var shown: String {
    tokens.map(\.shown).joined()
  }

  /// The first token that is shown as text but may have been meant as HTML; components of MDX are skipped.
  func firstShown(inMDX isMDX: Bool) -> HTMLToken? {
    let hasTags = hasTags
    return tokens.first { token in
      guard !token.isLive, token.kind != .comment,
        !isMDX || !SafeHTML.isComponent(token.source.dropFirst())
      else { return false }
      return token.kind != .text || (!hasTags && token.source.contains(0x3C))
    }
  }

  /// The piece as HTML that is safe to show.
  var html: String {
    let hasTags = hasTags
    var output = ""
    for token in tokens {
      let source = String(decoding: token.source, as: UTF8.self)
      for name in token.impliedClosings { output += "</\(name)>" }
      if token.isLive {
        output += token.html
      } else if token.kind != .comment {
        // Between live tags an entity stays an entity; in anything shown as text it is shown as written.
        output +=
          token.kind == .text && hasTags ? Self.escapingAllButEntities(source) : escaped(source)
      }
    }
    guard isBlock else { return output }
    while output.utf8.last?.isCmarkSpace ?? false { output.unicodeScalars.removeLast() }
    if !hasTags, !output.isEmpty { return "<p>\(output)</p>" }
    // The first tag of a block ends the paragraph.
    return beginsWithText ? "<p>\(output)" : output
  }

  /// Whether a page shows text before the first tag that stays a tag.
  private var beginsWithText: Bool {
    let first = tokens.first { token in
      token.kind == .text ? !token.source.allSatisfy(\.isCmarkSpace) : token.kind != .comment
    }
    return first.map { !$0.isLive } ?? false
  }

  /// Text between live tags, escaped except for entities. Browsers accept some entities without a
  /// semicolon; authors do not mean them.
  private static func escapingAllButEntities(_ text: String) -> String {
    var output: [UInt8] = []
    let bytes = Array(text.utf8)
    for (offset, byte) in bytes.enumerated() {
      switch byte {
      case 0x3C: output += "&lt;".utf8
      case 0x26 where bytes.entity(at: offset) == nil: output += "&amp;".utf8
      default: output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}

extension HTMLToken {
  /// What the page shows of it as text: for an image, its alternative text with entities as written.
  var shown: String {
    if kind == .comment { return "" }
    guard isLive else { return String(decoding: source, as: UTF8.self) }
    return name == "img" ? attributes.first { $0.name == "alt" }?.value ?? "" : ""
  }

  /// Changes where a tag leads; without an address it is no longer a link.
  mutating func setAddress(_ address: String?) {
    guard let old = self.address else { return }
    guard let index = attributes.firstIndex(where: { $0.name == old.name }) else { return }
    if let address {
      attributes[index].value = escaped(address)
    } else {
      attributes.remove(at: index)
    }
  }
}
