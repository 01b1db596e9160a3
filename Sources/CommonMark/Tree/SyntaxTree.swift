internal import Diagnostics

/// Owns a tree of cmark and what the passes know about its nodes.
struct SyntaxTree: ~Copyable {
  let root: Node
  private(set) var marks: [Mark] = []
  /// Filled by the pass that gives headings their ids.
  var headings: [Heading] = []

  init(root: Node) { self.root = root }

  deinit { root.free() }

  /// A document that shows `text` as it is.
  static func showing(_ text: String) -> SyntaxTree {
    let root = Node.make(.document)
    let block = Node.make(.codeBlock)
    block.setLiteral(text)
    root.append(block)
    return SyntaxTree(root: root)
  }

  /// Notes what `node` stands for.
  mutating func mark(_ node: Node, _ role: Mark.Role, lines: LineRange = 0..<0) {
    marks.append(Mark(role: role, lines: lines))
    node.setMark(marks.count - 1)
  }

  /// A custom node with the HTML it writes around its children.
  mutating func make(
    _ kind: NodeKind, _ role: Mark.Role, lines: LineRange = 0..<0, opening: String, closing: String
  ) -> Node {
    let node = Node.make(kind)
    node.setMarkup(opening, closing)
    mark(node, role, lines: lines)
    return node
  }

  /// Before headings get their ids: the first one, when it is of level 1 and no line stands before it.
  var titleHeading: Node? {
    var child = root.firstChild
    while let node = child {
      if node.kind == .heading { return node.headingLevel == 1 ? node : nil }
      if node.kind == .thematicBreak { return nil }
      child = node.next
    }
    return nil
  }

  func mark(of node: Node) -> Mark? { node.mark.map { marks[$0] } }

  /// Changes where a tag of raw HTML leads; without an address it is not a link any more.
  mutating func setAddress(_ address: String?, of node: Node, token: Int) {
    guard let index = node.mark, case .html(var piece) = marks[index].role,
      piece.tokens.indices.contains(token)
    else { return }
    piece.tokens[token].setAddress(address)
    marks[index].role = .html(piece)
    node.setMarkup(piece.html, "")
  }

  /// The line a block starts at; 0 when it was made from nothing.
  func startLine(of node: Node) -> Int {
    mark(of: node)?.lines.lowerBound ?? node.startLine
  }

  /// The line a block ends at.
  func lastLine(of node: Node, in file: SourceFile) -> Int {
    (mark(of: node)?.lines ?? file.lines(of: node)).upperBound - 1
  }
}

/// What a node of a pass stands for, and its lines, which cmark has no way to keep.
struct Mark {
  enum Role {
    /// A block that cmark has a kind for but no way to give lines.
    case text
    case heading(level: Int, anchor: String)
    case headingContent
    case table
    case tableSection
    case tableRow(isHeader: Bool, surplus: [Range<Int>])
    case cell(column: Int, range: Range<Int>)
    case struck
    case task(isDone: Bool)
    case footnoteReference(label: String)
    case footnotes
    case footnote
    case backReference
    case admonition(type: String)
    case admonitionTitle
    /// Raw HTML; on a text what stands in the alternative text of an image.
    case html(HTMLPiece)
  }

  var role: Role
  var lines: LineRange
}
