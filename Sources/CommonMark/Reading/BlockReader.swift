internal import Diagnostics

/// Turns a tree into the flat list of blocks, with one walk and without a copy of the tree.
struct BlockReader {
  private let file: SourceFile
  private let marks: [Mark]
  private(set) var blocks: [Block] = []
  /// Where each link is in the tree, for those who change destinations.
  private(set) var links: [PlacedLink] = []
  /// The nodes that hold the running text of some blocks, by the block's number; a row's are its cells.
  private(set) var textNodes: [Int: [Node]] = [:]
  private let wantedTexts: Set<Int>

  private var depth = 0
  private var openItems: [Int] = []
  private var leaf: LeafReader?
  private var target = 0
  private var column = 0

  init(
    _ tree: borrowing SyntaxTree, in file: SourceFile, textsOf wanted: Set<Int> = []
  ) {
    self.file = file
    wantedTexts = wanted
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
      leaf = LeafReader(file: file, lines: lines(of: node))
    case .heading:
      open(.heading(level: node.headingLevel), node)
      leaf = LeafReader(file: file, lines: lines(of: node))
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
      leaf?.exit(node, kind)
    }
  }

  private mutating func enterCustom(_ node: Node) {
    guard let index = node.mark else { return }
    switch marks[index].role {
    case .heading(let level, let anchor):
      open(.heading(level: level), node)
      blocks[target].anchor = anchor
      noteText(node)
      leaf = LeafReader(file: file, lines: lines(of: node))
    case .tableRow(let isHeader):
      open(isHeader ? .tableHeader : .tableRow, node)
      leaf = LeafReader(file: file, lines: lines(of: node))
    case .cell(let column):
      self.column = column
      noteText(node)
      leaf?.startCell()
    case .admonition(let type):
      open(.quote(admonition: type), node)
      depth += 1
    case .html(let piece):
      if node.kind == .customBlock {
        open(.html, node)
        blocks[target].text = piece.source
        var block = LeafReader(file: file, lines: lines(of: node))
        block.add(piece, of: node)
        blocks[target].links = block.allLinks
        links += block.placedLinks
      } else {
        leaf?.add(piece, of: node)
      }
      blocks[target].markup += piece.tokens
    case .task(let isDone):
      blocks[target].kind = .item(task: isDone)
    case .struck:
      leaf?.enterStruck()
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
        Cell(text: leaf.text, column: column, links: links, isStruck: leaf.isStruck))
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
    if wantedTexts.contains(target) { textNodes[target, default: []].append(node) }
  }

  private mutating func closeLeaf() {
    guard let leaf else { return }
    blocks[target].links = leaf.allLinks
    if blocks[target].cells.isEmpty {
      blocks[target].text = leaf.text
      blocks[target].isStruck = leaf.isStruck
    } else {
      blocks[target].text = blocks[target].cells.map(\.text).joined(separator: " | ")
      blocks[target].isStruck =
        blocks[target].cells.contains(where: \.isStruck)
        && blocks[target].cells.allSatisfy { $0.isStruck || $0.text.isEmpty }
    }
    links += leaf.placedLinks
    self.leaf = nil
  }

  private func lines(of node: Node) -> LineRange {
    node.mark.map { marks[$0].lines } ?? file.lines(of: node)
  }
}

extension SourceFile {
  /// The lines of a block of cmark.
  ///
  /// cmark counts blank lines after a list to its last item, and the paragraph below an underlined
  /// heading to the heading; they are left out here.
  func lines(of node: Node) -> LineRange {
    let start = min(max(node.startLine, 1), lineCount)
    if node.kind == .heading {
      return start..<lastHeadingLine(from: start, column: node.startColumn) + 1
    }
    var end = min(max(node.endLine, start), lineCount)
    if node.kind == .htmlBlock { end = min(start + node.literalLines - 1, lineCount) }
    if node.kind == .codeBlock { end = min(end, lastCodeLine(of: node, from: start)) }
    while end > start, isBlank(line: end) { end -= 1 }
    return start..<end + 1
  }

  /// cmark counts the line that ends the list or quote around an open fence to the code, though another
  /// block begins there.
  private func lastCodeLine(of node: Node, from start: Int) -> Int {
    let last = start + node.literalLines + 1
    guard last <= lineCount else { return lineCount }
    let text = bytes[offsets(ofLine: last)].drop { $0.isBlank || $0 == 0x3E }
    let isFence = text.starts(with: "```".utf8) || text.starts(with: "~~~".utf8)
    return isFence && node.following?.startLine != last ? last : last - 1
  }

  private func lastHeadingLine(from start: Int, column: Int) -> Int {
    let first = offsets(ofLine: start)
    let offset = first.lowerBound + max(column - 1, 0)
    // Text over a line may begin with hashes too, but not with a blank after one to six of them.
    let hashes = bytes[offset..<max(offset, first.upperBound)].prefix { $0 == 0x23 }
    if (1...6).contains(hashes.count),
      hashes.endIndex == first.upperBound || bytes[hashes.endIndex].isBlank
    {
      return start
    }
    var line = start + 1
    while line <= lineCount, !isBlank(line: line) {
      if isUnderline(line: line) { return line }
      line += 1
    }
    return start
  }

  /// Whether a line holds nothing but the dashes below a heading, or may be those.
  func isUnderline(line: Int) -> Bool {
    let text = bytes[offsets(ofLine: line)].drop { $0.isBlank || $0 == 0x3E }
    guard let mark = text.first, mark == 0x3D || mark == 0x2D else { return false }
    return text.drop { $0 == mark }.isBlank
  }

  /// Whether a line holds nothing but white space and quote marks.
  func isBlank(line: Int) -> Bool {
    bytes[offsets(ofLine: line)].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E }
  }
}
