internal import Diagnostics

extension SyntaxTree {
  /// Gives headings their ids: an explicit `{#id}`, or the slug of the text.
  ///
  /// A heading becomes a block that writes nothing, around an inline that writes the tags, because cmark
  /// writes a line break after the opening of a custom block.
  mutating func addHeadingIDs(to nodes: [Node], file: SourceFile) {
    var slugger = Slugger()
    var taken: Set<String> = []
    var counts: [String: Int] = [:]
    for node in nodes {
      let wanted = explicitID(of: node) ?? slugger.slug(plainText(of: node))
      // Docusaurus does not count explicit ids, but a page must not have an id twice.
      var anchor = wanted
      while !anchor.isEmpty, !taken.insert(anchor).inserted {
        counts[wanted, default: 0] += 1
        anchor = "\(wanted)-\(counts[wanted, default: 0])"
      }
      let level = node.headingLevel
      let block = make(
        .customBlock, .heading(level: level, anchor: anchor), lines: file.lines(of: node),
        opening: "",
        closing: "")
      let content = make(.customInline, .headingContent, opening: "", closing: "")
      node.moveChildren(to: content)
      block.append(content)
      node.insertBefore(block)
      remove(node)
      let heading = Heading(content: content, level: level, anchor: anchor)
      heading.setTags(shift: 0)
      headings.append(heading)
    }
  }

  /// Takes `{#id}` from the end of a heading.
  private func explicitID(of heading: Node) -> String? {
    guard let text = heading.lastChild, text.kind == .text else { return nil }
    let literal = text.literalBytes
    guard literal.last == 0x7D, let brace = literal.lastIndex(of: 0x7B),
      brace + 2 < literal.count - 1,
      literal[brace + 1] == 0x23
    else { return nil }
    let id = literal[(brace + 2)..<(literal.count - 1)]
    guard Self.isID(String(decoding: id, as: UTF8.self)) else { return nil }
    let rest = Array(literal[..<brace])
    if rest.trimmed.isEmpty {
      remove(text)
    } else {
      let end = rest.trimmed.endIndex
      text.setLiteral(String(decoding: rest[..<end], as: UTF8.self))
    }
    return String(decoding: id, as: UTF8.self)
  }

  /// Anything else is text: a space of any kind is not allowed in an address, and a colon begins a
  /// directive for Docusaurus.
  private static func isID(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || "-._".unicodeScalars.contains(scalar)
    }
  }

  /// The text from which Docusaurus makes a slug: code and alternative texts count, tags that stay tags do
  /// not.
  private func plainText(of node: Node) -> String {
    var bytes: [UInt8] = []
    var walk = Walk(node)
    while let step = walk.next() {
      guard step.event == .enter else { continue }
      switch step.node.kind {
      case .text, .code: unsafe step.node.withLiteral { unsafe bytes.append(contentsOf: $0) }
      case .softBreak: bytes.append(0x0A)
      case .customInline:
        if case .html(let piece)? = mark(of: step.node)?.role { bytes += piece.shown.utf8 }
      default: continue
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
