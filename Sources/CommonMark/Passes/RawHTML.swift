internal import Bytes

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
    let tokens: [HTMLToken]
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
      let nodes = children[parent] ?? []
      let pairing = TagPairing(
        nodes.map { HTMLToken.all(in: $0.literalBytes) },
        isInline: !isOfPage && nodes.first?.kind == .htmlInline,
        isInLink: parent.stands(in: .link),
        hasContentBefore: { nodes[$0].previous != nodes[$0 - 1] })
      let pieces = zip(nodes, pairing.pieces).map { Piece(node: $0, tokens: $1) }
      for piece in pieces { replace(piece, in: &tree) }
    }
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
        shown += token.alternative
      } else if token.kind != .comment {
        // Between live tags an entity stays one; in what is shown as text it is shown as written.
        output +=
          token.kind == .text && hasTags ? escapingAllButEntities(source) : escaped(source)
        shown += source
        if firstShown == nil, token.kind != .text || (!hasTags && source.utf8.contains(0x3C)) {
          firstShown = (source, tree.blockLines(around: node))
        }
      }
    }
    if isBlock {
      while output.utf8.last?.isCmarkSpace ?? false { output.unicodeScalars.removeLast() }
      if !hasTags, !output.isEmpty {
        output = "<p>\(output)</p>"
      } else if Self.beginsWithText(piece.tokens) {
        // Which the first tag of a block ends.
        output = "<p>\(output)"
      }
    }
    // cmark's own last line is wrong where a script or a comment ends.
    let lines = isBlock ? node.startLine..<node.startLine + max(node.literalLines, 1) : 0..<0
    let new = tree.make(
      isBlock ? .customBlock : .customInline,
      .html(
        source: String(decoding: node.literalBytes, as: UTF8.self), shown: shown,
        tags: piece.tokens.filter(\.isTag).map(RawTag.init)),
      lines: lines, opening: output, closing: "")
    node.insertBefore(new)
    node.free()
  }
}

extension RawHTML {
  /// Whether a page shows text before the first tag that stays one.
  fileprivate static func beginsWithText(_ tokens: [HTMLToken]) -> Bool {
    let first = tokens.first { token in
      token.kind == .text ? !token.source.allSatisfy(\.isCmarkSpace) : token.kind != .comment
    }
    return first.map { $0.safe == nil } ?? false
  }
}

/// Text between live tags: escaped but for entities; browsers know some without a semicolon, authors
/// do not.
private func escapingAllButEntities(_ text: String) -> String {
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
