internal import Diagnostics

/// One Markdown text of all cells of a document, so that cmark parses them at one go.
///
/// Each cell is a paragraph; a no-break space before it keeps block syntax from starting in it and
/// is white space to the rules of emphasis. The document's reference definitions come first.
struct CellSheet {
  private var bytes: [UInt8] = []
  private var line = 1
  private var nodes: [Int: Node] = [:]

  /// A place on the sheet: the line a paragraph starts at.
  struct Place {
    fileprivate let line: Int
    fileprivate let isCell: Bool
  }

  private static let guardBytes: [UInt8] = [0xC2, 0xA0]

  /// - Returns: `nil` for an empty cell, which needs no parsing.
  mutating func add(cell: ArraySlice<UInt8>) -> Place? {
    guard !cell.isEmpty else { return nil }
    let place = Place(line: line, isCell: true)
    bytes += Self.guardBytes
    bytes += cell
    bytes += [0x0A, 0x0A]
    line += 2
    return place
  }

  /// Adds lines of text; those after the first are indented so that no block can start in them.
  mutating func add(paragraph lines: ArraySlice<ArraySlice<UInt8>>) -> Place {
    let place = Place(line: line, isCell: false)
    for (index, text) in lines.enumerated() {
      if index > 0 { bytes += [0x20, 0x20, 0x20, 0x20] }
      bytes += text.drop(while: \.isBlank)
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

  /// Moves the inlines of a place to another node.
  func move(_ place: Place, to target: Node) {
    guard let paragraph = nodes[place.line] else { return }
    if place.isCell, let text = paragraph.firstChild, text.kind == .text {
      let isGuardAlone = unsafe text.withLiteral { $0.count == Self.guardBytes.count }
      if isGuardAlone { text.free() } else { text.dropLiteralPrefix(Self.guardBytes.count) }
    }
    paragraph.moveChildren(to: target)
  }
}
