internal import Bytes
internal import Diagnostics

/// What one walk over the blocks of a new tree finds for the passes to work on.
struct Survey {
  /// The line where nesting exceeds ``deepest``, if it does.
  private(set) var tooDeep: Int?
  /// Paragraphs and setext headings that may hold a table.
  private(set) var tables: [(node: Node, delimiters: [Int])] = []
  private(set) var quotes: [Node] = []
  private(set) var headings: [Node] = []
  /// The blocks that contain no other, when there may be definitions between them.
  private(set) var leaves: [Node] = []
  /// Items that may begin with a box.
  private(set) var items: [Node] = []
  /// List items that represent footnote definitions, with their line.
  private(set) var footnotes: [(node: Node, line: Int)] = []
  /// Comments that represent fences, with their line.
  private(set) var fences: [(node: Node, line: Int)] = []
  /// Lines of code and HTML.
  private(set) var verbatim: [LineRange] = []

  static let deepest = 100

  init(of tree: borrowing SyntaxTree, scan: BodyScan, input: CmarkInput?) {
    var depth = 0
    var walk = Walk(tree.root)
    var lastFootnote = 0
    while let step = walk.next() {
      let node = step.node
      guard step.event == .enter else {
        depth -= 1
        continue
      }
      let kind = node.kind
      if !kind.isLeaf { depth += 1 }
      if depth > Self.deepest {
        tooDeep = max(node.startLine, 1)
        return
      }
      if !scan.definitionLines.isEmpty, kind.holdsText { leaves.append(node) }
      switch kind {
      case .blockQuote where scan.hasAlert: quotes.append(node)
      case .codeBlock:
        // cmark counts the line that ends the container of open code as code.
        let last = node.startLine + node.literalLines + 1
        let isNext = node.following?.startLine == last
        verbatim.append(node.startLine..<min(node.endLine, isNext ? last - 1 : last) + 1)
      case .htmlBlock:
        let line = node.startLine
        if input?.fences[line] != nil {
          fences.append((node, line))
        } else {
          verbatim.append(line..<node.endLine + 1)
        }
      case .item:
        let line = node.startLine
        if line != lastFootnote, input?.footnotes[line] != nil {
          footnotes.append((node, line))
          lastFootnote = line
        } else if scan.hasTask {
          items.append(node)
        }
      case .paragraph, .heading:
        if kind == .heading { headings.append(node) }
        if !scan.delimiterLines.isEmpty { noteTable(node, scan.delimiterLines) }
      default: continue
      }
    }
  }

  private mutating func noteTable(_ node: Node, _ lines: [Int]) {
    let start = node.startLine
    let end = node.endLine
    let first = lines.partition { $0 > start }
    let last = lines.partition { $0 > end }
    if first < last { tables.append((node, Array(lines[first..<last]))) }
  }
}

/// A new tree with what was found in it: the nodes of a survey do not outlive their tree.
struct SurveyedTree: ~Copyable {
  var tree: SyntaxTree
  let survey: Survey

  init(_ tree: consuming SyntaxTree, scan: BodyScan, input: CmarkInput?) {
    survey = Survey(of: tree, scan: scan, input: input)
    self.tree = tree
  }

  consuming func takeTree() -> SyntaxTree { tree }
}
