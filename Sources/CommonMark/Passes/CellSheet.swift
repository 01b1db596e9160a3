internal import Bytes
internal import Diagnostics

/// One Markdown text with all cells of a document, so that cmark parses them in a single run.
///
/// Each cell is a paragraph. The no-break space before it keeps block syntax from starting in it, and
/// counts as white space in the rules of emphasis. The document's reference definitions come first.
struct CellSheet {
  private var bytes: [UInt8] = []
  private var line = 1

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

  func parsed() -> ParsedCells { ParsedCells(bytes[...], guardLength: Self.guardBytes.count) }

  /// Bytes that may begin an inline other than text (CommonMark 0.30, section 6), and `~`.
  private static func startsMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x26, 0x2A, 0x3C, 0x5B...0x60, 0x7E, 0x0A, 0x0D, 0: true
    default: false
    }
  }
}

/// The tree of a sheet, from which the inlines are moved to where they belong.
struct ParsedCells: ~Copyable {
  private let tree: SyntaxTree
  /// By the line at which they start.
  private var paragraphs: [Int: Node] = [:]
  private let guardLength: Int

  fileprivate init(_ bytes: ArraySlice<UInt8>, guardLength: Int) {
    tree = SyntaxTree(parsing: bytes)
    self.guardLength = guardLength
    var child = tree.root.firstChild
    while let node = child {
      child = node.next
      if node.kind == .paragraph { paragraphs[node.startLine] = node }
    }
  }

  /// Moves the inlines of a place to another node.
  func move(_ place: CellSheet.Place, to target: Node) {
    switch place {
    case .plain(let bytes):
      let text = Node.make(.text)
      text.setLiteral(bytes)
      target.append(text)
    case .paragraph(let line):
      paragraphs[line]?.moveChildren(to: target)
    case .cell(let line):
      guard let paragraph = paragraphs[line] else { return }
      dropGuard(of: paragraph)
      paragraph.moveChildren(to: target)
    }
  }

  /// Gives the memory of the cells to the tree that they were moved to.
  consuming func release(to target: borrowing SyntaxTree) { target.absorbMemory(of: tree) }

  private func dropGuard(of paragraph: Node) {
    guard let text = paragraph.firstChild, text.kind == .text else { return }
    let isGuardAlone = unsafe text.withLiteral { $0.count == guardLength }
    if isGuardAlone { tree.remove(text) } else { text.dropLiteralPrefix(guardLength) }
  }
}
