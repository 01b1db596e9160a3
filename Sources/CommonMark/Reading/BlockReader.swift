internal import Diagnostics

/// A node that holds running text, and the number of its block.
struct TextNode {
  let block: Int
  let node: Node
}

/// Turns a tree into the flat list of blocks, in one walk and without copying the tree.
struct BlockReader {
  private let file: SourceFile
  private let marks: [Mark]
  private(set) var blocks: [Block] = []
  /// Where each link is in the tree, for callers that change destinations.
  private(set) var links: [PlacedLink] = []
  /// The nodes that hold the running text of blocks, in the order of the blocks; for a row, these are its
  /// cells.
  private(set) var texts: [TextNode] = []

  private var depth = 0
  private var openItems: [Int] = []
  private var leaf: LeafReader?
  private var target = 0
  private var cell: (column: Int, range: Range<Int>) = (0, 0..<0)

  init(_ tree: borrowing SyntaxTree, in file: SourceFile) {
    self.file = file
    marks = tree.marks
    var walk = Walk(tree.root)
    while let step = walk.next() {
      switch step.event {
      case .enter: enter(step.node)
      case .exit: exit(step.node)
      }
    }
  }

  private mutating func enter(_ node: Node) {
    let kind = node.kind
    switch kind {
    case .paragraph:
      if let item = openItems.last, node.previous == nil, node.parent?.kind == .item {
        target = item
      } else {
        open(.paragraph, node)
      }
      noteText(node)
      openLeaf(node)
    case .heading:
      open(.heading(level: node.headingLevel), node)
      openLeaf(node)
    case .item:
      open(.item(task: nil), node)
      blocks[target].isOrdered = node.parent?.isOrdered ?? false
      openItems.append(target)
      depth += 1
    case .blockQuote:
      open(.quote(admonition: nil), node)
      depth += 1
    case .codeBlock:
      let language = node.fenceInfo.split(whereSeparator: \.isWhitespace).first ?? ""
      open(.code(language: String(language)), node)
      blocks[target].text = node.literal
    case .htmlBlock:
      open(.html, node)
      blocks[target].text = node.literal
    case .thematicBreak:
      open(.thematicBreak, node)
    case .customBlock, .customInline:
      enterCustom(node)
    case .text:
      leaf?.enter(node, kind)
      if let index = node.mark, case .html(let piece) = marks[index].role {
        blocks[target].markup += piece.tokens
      }
    default:
      leaf?.enter(node, kind)
    }
  }

  private mutating func exit(_ node: Node) {
    let kind = node.kind
    switch kind {
    case .paragraph, .heading:
      closeLeaf()
    case .item:
      openItems.removeLast()
      depth -= 1
    case .blockQuote:
      depth -= 1
    case .customBlock, .customInline:
      exitCustom(node)
    default:
      leaf?.exit(node, kind, in: file)
    }
  }

  private mutating func enterCustom(_ node: Node) {
    guard let index = node.mark else { return }
    switch marks[index].role {
    case .heading(let level, let anchor):
      open(.heading(level: level), node)
      blocks[target].anchor = anchor
      noteText(node)
      openLeaf(node)
    case .tableRow(let isHeader, let surplus):
      open(isHeader ? .tableHeader : .tableRow, node)
      blocks[target].surplus = surplus
      openLeaf(node)
    case .cell(let column, let range):
      cell = (column, range)
      noteText(node)
      leaf?.startCell()
    case .admonition(let type):
      open(.quote(admonition: type), node)
      depth += 1
    case .html(let piece):
      if node.kind == .customBlock {
        open(.html, node)
        blocks[target].text = piece.source
        var block = LeafReader(lines: lines(of: node))
        block.add(piece, of: node, in: file)
        blocks[target].links = block.allLinks
        links += block.placedLinks
      } else {
        leaf?.add(piece, of: node, in: file)
      }
      blocks[target].markup += piece.tokens
    case .task(let isDone):
      blocks[target].kind = .item(task: isDone)
    case .struck:
      leaf?.enterStruck()
    case .footnoteReference:
      blocks[target].hasFootnotes = true
    default:
      return
    }
  }

  private mutating func exitCustom(_ node: Node) {
    guard let index = node.mark else { return }
    switch marks[index].role {
    case .heading, .tableRow:
      closeLeaf()
    case .cell:
      guard let leaf else { return }
      let links = leaf.links
      blocks[target].cells.append(
        Cell(
          text: leaf.text, column: cell.column, range: cell.range, links: links,
          isStruck: leaf.isStruck, struck: leaf.struckPieces))
    case .admonition:
      depth -= 1
    case .struck:
      leaf?.exitStruck()
    default:
      return
    }
  }

  private mutating func open(_ kind: Block.Kind, _ node: Node) {
    blocks.append(Block(kind: kind, lines: lines(of: node), depth: depth))
    target = blocks.count - 1
  }

  private mutating func noteText(_ node: Node) {
    texts.append(TextNode(block: target, node: node))
  }

  private mutating func openLeaf(_ node: Node) {
    leaf = LeafReader(lines: lines(of: node))
  }

  private mutating func closeLeaf() {
    guard let leaf = self.leaf.take() else { return }
    blocks[target].links = leaf.allLinks
    if blocks[target].cells.isEmpty {
      blocks[target].text = leaf.text
      blocks[target].isStruck = leaf.isStruck
      blocks[target].struck = leaf.struckPieces
      blocks[target].isEmphasized = leaf.isEmphasized
    } else {
      blocks[target].text = blocks[target].cells.map(\.text).joined(separator: " | ")
      blocks[target].isStruck =
        blocks[target].cells.contains(where: \.isStruck)
        && blocks[target].cells.allSatisfy { $0.isStruck || $0.text.isEmpty }
    }
    links += leaf.placedLinks
  }

  private func lines(of node: Node) -> LineRange {
    node.mark.map { marks[$0].lines } ?? file.lines(of: node)
  }
}
