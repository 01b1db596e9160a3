internal import Diagnostics

/// Lets the harmless part of raw HTML through and shows the rest as text.
///
/// Tags are paired among the pieces of HTML that are children of one node, so that the page stays intact
/// whatever an author leaves open.
struct RawHTML {
  /// The first token that is shown as text, and the lines of the block that contains it.
  private(set) var firstShown: (token: HTMLToken, lines: LineRange)?
  /// Links that lose their addresses, and the lines of the blocks they are in.
  private(set) var unsafeLinks: [(token: HTMLToken, lines: LineRange)] = []
  private let file: SourceFile
  /// Whether every element may be in a line of text: in a page made from a document, those that may not are
  /// text already.
  private let isOfPage: Bool

  init(in file: SourceFile, isOfPage: Bool) {
    self.file = file
    self.isOfPage = isOfPage
  }

  mutating func apply(to tree: inout SyntaxTree) {
    var parents: [Node] = []
    var children: [Node: [(node: Node, tokens: [HTMLToken])]] = [:]
    for (node, tokens) in placedTokens(of: tree) {
      guard let parent = node.parent else { continue }
      if children[parent] == nil { parents.append(parent) }
      children[parent, default: []].append((node, tokens))
    }
    for parent in parents {
      let pieces = children[parent] ?? []
      let pairing = TagPairing(
        pieces.map(\.tokens),
        isInline: !isOfPage && pieces.first?.node.kind == .htmlInline,
        isInLink: parent.stands(in: .link),
        hasContentBefore: { pieces[$0].node.previous != pieces[$0 - 1].node })
      for (piece, tokens) in zip(pieces, pairing.pieces) {
        replace(piece.node, with: HTMLPiece(piece.node, tokens), in: &tree)
      }
    }
  }

  /// The nodes of raw HTML in reading order, split into tokens.
  private func placedTokens(
    of tree: borrowing SyntaxTree
  ) -> [(node: Node, tokens: [HTMLToken])] {
    var found: [(node: Node, tokens: [HTMLToken])] = []
    var leaf: (node: Node, finder: MarkupFinder?)?
    var codes: [Node] = []
    var walk = Walk(tree.root)
    while let step = walk.next() {
      let node = step.node
      guard step.event == .enter else { continue }
      switch node.kind {
      case .htmlBlock:
        let literal = node.literalBytes
        let places = LiteralPlaces(block: literal, fromLine: node.startLine, in: file)
        found.append((node, HTMLToken.all(in: literal, at: places)))
      case .htmlInline:
        let literal = node.literalBytes
        var finder =
          leaf?.finder
          ?? MarkupFinder(file: file, lines: leaf.map { lines(of: $0.node, tree) } ?? 1..<2)
        for code in codes { finder.skip(code: code.literalBytes) }
        codes = []
        found.append((node, HTMLToken.all(in: literal, at: finder.places(of: literal))))
        leaf?.finder = finder
      case .code: codes.append(node)
      case .paragraph, .heading, .customBlock:
        leaf = (node, nil)
        codes = []
      default: continue
      }
    }
    return found
  }

  private func lines(of node: Node, _ tree: borrowing SyntaxTree) -> LineRange {
    tree.mark(of: node)?.lines ?? file.lines(of: node)
  }

  private mutating func replace(
    _ node: Node, with piece: HTMLPiece, in tree: inout SyntaxTree
  ) {
    defer { tree.remove(node) }
    if !piece.isBlock, node.stands(in: .image) {
      // An alternative text is plain: a tag in it is shown as it is written.
      let text = Node.make(.text)
      text.setLiteral(piece.source)
      var plain = piece
      for index in plain.tokens.indices { plain.tokens[index].isLive = false }
      tree.mark(text, .html(plain))
      return node.insertBefore(text)
    }
    if firstShown == nil,
      let token = piece.firstShown(inMDX: file.isMDX)
    {
      firstShown = (token, tree.blockLines(around: node))
    }
    for token in piece.tokens where token.refusedAddress != nil {
      unsafeLinks.append((token, tree.blockLines(around: node)))
    }
    // cmark's own last line is wrong when a script or a comment ends.
    let lines =
      piece.isBlock ? node.startLine..<node.startLine + max(node.literalLines, 1) : 0..<0
    let kind = piece.isBlock ? NodeKind.customBlock : .customInline
    node.insertBefore(
      tree.make(kind, .html(piece), lines: lines, opening: piece.html, closing: ""))
  }
}

extension HTMLToken {
  /// The pieces of a literal with their places, as far as these are known.
  fileprivate static func all(in literal: [UInt8], at places: LiteralPlaces?) -> [HTMLToken] {
    var tokens = all(in: literal)
    guard let places else { return tokens }
    for index in tokens.indices { tokens[index].place(places) }
    return tokens
  }
}

extension SyntaxTree {
  /// The lines of the innermost block that has lines.
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
