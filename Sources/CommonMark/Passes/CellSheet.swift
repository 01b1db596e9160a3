internal import Bytes
internal import Diagnostics

/// One Markdown text with all cells of a document, so that cmark parses them in a single run.
///
/// Each cell is a paragraph. The no-break space before it keeps block syntax from starting in it, and
/// counts as white space in the rules of emphasis. The document's reference definitions come first.
struct CellSheet {
  private var bytes: [UInt8] = []
  private var line = 1
  private var nodes: [Int: Node] = [:]

  /// Where the inlines of a cell or of a paragraph come from.
  enum Place {
    /// The line of the sheet at which the cell's paragraph starts.
    case cell(line: Int)
    /// The line of the sheet at which the paragraph starts.
    case paragraph(line: Int)
    /// Text without any markup, which is not put on the sheet.
    case plain(ArraySlice<UInt8>)
  }

  private static let guardBytes: [UInt8] = [0xC2, 0xA0]

  /// - Returns: `nil` for an empty cell, which needs no parsing.
  mutating func add(cell: ArraySlice<UInt8>) -> Place? {
    guard !cell.isEmpty else { return nil }
    guard cell.contains(where: Self.startsMarkup) else { return .plain(cell) }
    let place = Place.cell(line: line)
    bytes += Self.guardBytes
    bytes += cell
    bytes += [0x0A, 0x0A]
    line += 2
    return place
  }

  /// Adds lines of text; those after the first are indented so that no block can start in them.
  mutating func add(paragraph lines: ArraySlice<ArraySlice<UInt8>>) -> Place {
    let place = Place.paragraph(line: line)
    for (index, text) in lines.enumerated() {
      if index > 0 { bytes += [0x20, 0x20, 0x20, 0x20] }
      bytes += text.drop(while: \.isCmarkSpace)
      bytes.append(0x0A)
    }
    bytes.append(0x0A)
    line += lines.count + 1
    return place
  }

  /// Parses the sheet.
  ///
  /// - Returns: The tree that owns the paragraphs; it must outlive every ``move(_:to:)``.
  mutating func parse() -> SyntaxTree {
    let tree = SyntaxTree(root: parseTree(bytes[...], blankLines: 0))
    var child = tree.root.firstChild
    while let node = child {
      child = node.next
      if node.kind == .paragraph { nodes[node.startLine] = node }
    }
    return tree
  }

  /// Bytes that may begin an inline other than text (CommonMark 0.30, section 6), and `~`.
  private static func startsMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x26, 0x2A, 0x3C, 0x5B...0x60, 0x7E, 0x0A, 0x0D, 0: true
    default: false
    }
  }

  /// Moves the inlines of a place to another node.
  func move(_ place: Place, to target: Node) {
    switch place {
    case .plain(let bytes):
      let text = Node.make(.text)
      text.setLiteral(bytes)
      target.append(text)
    case .paragraph(let line):
      nodes[line]?.moveChildren(to: target)
    case .cell(let line):
      guard let paragraph = nodes[line] else { return }
      Self.dropGuard(of: paragraph)
      paragraph.moveChildren(to: target)
    }
  }

  private static func dropGuard(of paragraph: Node) {
    if let text = paragraph.firstChild, text.kind == .text {
      let isGuardAlone = unsafe text.withLiteral { $0.count == guardBytes.count }
      if isGuardAlone { text.free() } else { text.dropLiteralPrefix(guardBytes.count) }
    }
  }
}
