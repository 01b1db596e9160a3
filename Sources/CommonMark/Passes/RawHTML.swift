/// Lets the harmless part of raw HTML through and shows the rest as text.
///
/// Tags are paired among the pieces of HTML that are children of one node, so whatever an author
/// leaves open, the page around it stays whole.
struct RawHTML {
  /// What is first shown as text, and the lines of the block it stands in.
  private(set) var firstShown: (source: String, lines: LineRange)?
  /// Whether every element may stand in a line of text: in a page that was made of a document those that
  /// may not are text already.
  private let isOfPage: Bool

  init(isOfPage: Bool) { self.isOfPage = isOfPage }

  private struct Piece {
    let node: Node
    var tokens: [HTMLToken]
  }

  mutating func apply(to tree: inout SyntaxTree) {
    var parents: [Node] = []
    var children: [Node: [Node]] = [:]
    var walk = Walk(tree.root)
    while let step = walk.next() {
      guard step.event == .enter else { continue }
      let kind = step.node.kind
      guard kind == .htmlBlock || kind == .htmlInline, let parent = step.node.parent else {
        continue
      }
      if children[parent] == nil { parents.append(parent) }
      children[parent, default: []].append(step.node)
    }
    for parent in parents {
      var pieces = (children[parent] ?? []).map {
        Piece(node: $0, tokens: HTMLToken.all(in: $0.literalBytes))
      }
      pair(&pieces, isInLink: parent.stands(in: .link))
      for piece in pieces { replace(piece, in: &tree) }
    }
  }

  /// Takes the permission from every tag without partner.
  private func pair(_ pieces: inout [Piece], isInLink: Bool) {
    var open: [(name: String, piece: Int, token: Int)] = []
    var counts: [String: Int] = [:]
    for index in pieces.indices {
      let isInline = !isOfPage && pieces[index].node.kind == .htmlInline
      for place in pieces[index].tokens.indices {
        let token = pieces[index].tokens[place]
        let isNested = token.name == "a" && (isInLink || counts["a", default: 0] > 0)
        if isInline && !SafeHTML.inlineElements.contains(token.name)
          || isNested && token.kind == .opening
        {
          pieces[index].tokens[place].safe = nil
          continue
        }
        switch token.kind {
        case .opening where token.safe != nil:
          open.append((token.name, index, place))
          counts[token.name, default: 0] += 1
        case .closing:
          guard counts[token.name, default: 0] > 0 else {
            pieces[index].tokens[place].safe = nil
            continue
          }
          while let last = open.popLast() {
            counts[last.name, default: 0] -= 1
            if last.name == token.name { break }
            pieces[last.piece].tokens[last.token].safe = nil
          }
        default: continue
        }
      }
    }
    for last in open { pieces[last.piece].tokens[last.token].safe = nil }
  }

  private mutating func replace(_ piece: Piece, in tree: inout SyntaxTree) {
    let node = piece.node
    let isBlock = node.kind == .htmlBlock
    if !isBlock, node.stands(in: .image) {
      // An alternative text is plain: there a tag is what it is written as.
      let text = Node.make(.text)
      text.setLiteral(String(decoding: node.literalBytes, as: UTF8.self))
      node.insertBefore(text)
      node.free()
      return
    }
    let hasTags = piece.tokens.contains { $0.safe != nil }
    var output = ""
    var shown = ""
    for token in piece.tokens {
      let source = String(decoding: token.source, as: UTF8.self)
      if let safe = token.safe {
        output += safe
      } else if token.kind != .comment {
        // Between live tags an entity stays one; in what is shown as text it is shown as written.
        output += token.kind == .text && hasTags ? escapingAngles(source) : escaped(source)
        shown += source
        if firstShown == nil, token.kind != .text || (!hasTags && source.utf8.contains(0x3C)) {
          firstShown = (source, tree.blockLines(around: node))
        }
      }
    }
    if isBlock {
      while output.utf8.last?.isBlank ?? false { output.unicodeScalars.removeLast() }
      if !hasTags, !output.isEmpty { output = "<p>\(output)</p>" }
    }
    let lines = isBlock ? node.startLine..<max(node.startLine, node.endLine) + 1 : 0..<0
    let new = tree.make(
      isBlock ? .customBlock : .customInline,
      .html(source: String(decoding: node.literalBytes, as: UTF8.self), shown: shown),
      lines: lines, opening: output, closing: "")
    node.insertBefore(new)
    node.free()
  }
}

/// Text between live tags: only what could begin a tag is escaped.
private func escapingAngles(_ text: String) -> String {
  text.split(separator: "<", omittingEmptySubsequences: false).joined(separator: "&lt;")
}

extension SyntaxTree {
  /// The lines of the innermost block that has any.
  fileprivate func blockLines(around node: Node) -> LineRange {
    var block: Node? = node.kind == .htmlInline ? node.parent : node
    while let current = block {
      if let lines = mark(of: current)?.lines, lines.lowerBound > 0 { return lines }
      if current.kind.isBlock, current.startLine > 0 {
        return current.startLine..<max(current.startLine, current.endLine) + 1
      }
      block = current.parent
    }
    return 1..<2
  }
}

extension Node {
  /// Whether this is a node of a kind or stands in one.
  fileprivate func stands(in kind: NodeKind) -> Bool {
    var node: Node? = self
    while let current = node {
      if current.kind == kind { return true }
      node = current.parent
    }
    return false
  }
}
