internal import Diagnostics

/// Owns one of cmark's trees and what the passes know about its nodes.
struct SyntaxTree: ~Copyable {
  /// What the passes take out of the document is freed with it, so that a pass may go on with nodes that an
  /// earlier one removed.
  private let nodes: OwnedNodes
  private(set) var marks: [Mark] = []
  /// Filled by the pass that gives headings their ids.
  var headings: [Heading] = []

  private init(_ nodes: consuming OwnedNodes) { self.nodes = nodes }

  /// The tree of some bytes; its lines are counted from `blankLines + 1`.
  init(parsing bytes: ArraySlice<UInt8>, blankLines: Int = 0) {
    self.init(OwnedNodes(parsing: bytes, blankLines: blankLines))
  }

  var root: Node { nodes.document }

  /// What libcmark allocates until this is left goes with the tree; see ``NodeMemory``.
  func enterMemory() -> NodeMemory.Entered { nodes.memory.enter() }

  /// Keeps the memory of a tree, some of whose nodes were moved to this one.
  func absorbMemory(of other: borrowing SyntaxTree) { nodes.memory.absorb(other.nodes.memory) }

  /// A document that shows `text` verbatim.
  static func showing(_ text: String) -> SyntaxTree {
    let tree = SyntaxTree(OwnedNodes())
    let block = Node.make(.codeBlock)
    block.setLiteral(text)
    tree.root.append(block)
    return tree
  }

  /// Takes a node and everything below it out of the document.
  func remove(_ node: Node) { nodes.removed.append(node) }

  /// Records what `node` represents.
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

  func mark(of node: Node) -> Mark? { node.mark.map { marks[$0] } }

  /// Changes where a tag of raw HTML leads; without an address it is no longer a link.
  mutating func setAddress(_ address: String?, of node: Node, token: Int) {
    edit(token: token, of: node) { $0.setAddress(address) }
  }

  /// Puts the alternative text of an image in its place, as a link to it if wanted and possible.
  mutating func replace(image node: Node, isLinked: Bool) {
    let isNested = [NodeKind.link, .image].contains { node.parent?.stands(in: $0) ?? false }
    guard isLinked, !isNested else { return replaceByContent(node) }
    let link = Node.make(.link)
    link.setDestination(node.destination)
    if node.firstChild == nil {
      let text = Node.make(.text)
      text.setLiteral(ImageForm.label)
      link.append(text)
    }
    node.moveChildren(to: link)
    node.insertBefore(link)
    remove(node)
  }

  /// Changes how an image of raw HTML is shown.
  mutating func setForm(_ form: ImageForm, of node: Node, token: Int) {
    edit(token: token, of: node) { $0.imageForm = form }
  }

  private mutating func edit(
    token: Int, of node: Node, _ change: (inout HTMLToken) -> Void
  ) {
    guard let index = node.mark, case .html(var piece) = marks[index].role,
      piece.tokens.indices.contains(token)
    else { return }
    change(&piece.tokens[token])
    marks[index].role = .html(piece)
    node.setMarkup(piece.html, "")
  }

  /// Puts what a node holds in its place.
  mutating func replaceByContent(_ node: Node) {
    while let child = node.firstChild { node.insertBefore(child) }
    remove(node)
  }

  /// The line at which a block starts; 0 for one that is not from the file.
  func startLine(of node: Node) -> Int {
    mark(of: node)?.lines.lowerBound ?? node.startLine
  }

  /// The line at which a block ends.
  func lastLine(of node: Node, in file: SourceFile) -> Int {
    (mark(of: node)?.lines ?? file.lines(of: node)).upperBound - 1
  }
}

/// What a node added by a pass represents, and its lines, which cmark cannot store.
struct Mark {
  enum Role {
    /// A block for which cmark has a kind but no way to set its lines.
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
    /// Raw HTML; on a text node, the HTML in an image's alternative text.
    case html(HTMLPiece)
  }

  var role: Role
  var lines: LineRange
}
