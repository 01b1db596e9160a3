internal import Bytes
package import Diagnostics

/// One block as the readers see it. `text` has no inline markup; soft and hard breaks are line feeds.
package struct Block: Sendable {
  package enum Kind: Sendable, Hashable {
    case heading(level: Int)
    case paragraph
    /// A list item; `text` is its own first paragraph, and everything else in it follows as deeper blocks.
    /// `task` is `nil` without a box and `true` for a ticked one.
    case item(task: Bool?)
    case tableHeader
    case tableRow
    /// The language is the first word of the info string; empty when there is none.
    case code(language: String)
    case html
    case thematicBreak
    /// A quote or an admonition opens; its children follow deeper.
    case quote(admonition: String?)
  }

  package var kind: Kind
  /// From the first line to the last one that is not blank; containers cover their children.
  package var lines: LineRange
  /// 0 at the top level, and one more inside each list item, quote or admonition.
  package var depth: Int
  package var text: String
  /// The id of a heading, as Docusaurus makes it.
  package var anchor: String?
  /// The cells of a table's header or row.
  package var cells: [Cell]
  /// The cells of a row for which the header has no column, in the file; a page does not show them.
  package var surplus: [Range<Int>]
  package var links: [Link]
  /// The raw HTML in reading order. For an HTML block it is all of it, including the text between the tags;
  /// otherwise it is the tags, comments and the like in the text.
  package var markup: [HTMLToken]
  /// Whether the whole text is struck through.
  package var isStruck: Bool
  /// The bytes of `text` that are struck through, in order.
  package var struck: [Range<Int>]
  /// Whether the whole text is emphasized.
  package var isEmphasized: Bool
  /// Whether an item belongs to a numbered list.
  package var isOrdered: Bool
  /// Whether its own text refers to a footnote.
  package var hasFootnotes: Bool

  init(kind: Kind, lines: LineRange, depth: Int) {
    self.kind = kind
    self.lines = lines
    self.depth = depth
    text = ""
    anchor = nil
    cells = []
    surplus = []
    links = []
    markup = []
    isStruck = false
    struck = []
    isEmphasized = false
    isOrdered = false
    hasFootnotes = false
  }
}

extension Block {
  /// The block without what is struck through, unless that is all of a text. Line breaks stay, so that lines
  /// can be counted.
  package var withoutStruck: Block {
    guard !struck.isEmpty || cells.contains(where: { !$0.struck.isEmpty }) else { return self }
    var block = self
    if !isStruck { block.text = text.without(struck) }
    for (index, cell) in cells.enumerated() where !cell.isStruck {
      block.cells[index].text = cell.text.without(cell.struck)
    }
    return block
  }
}

extension String {
  /// Without some bytes; of the spaces on both sides of a gap, one stays.
  fileprivate func without(_ ranges: [Range<Int>]) -> String {
    if ranges.isEmpty { return self }
    let bytes = Array(utf8)
    var kept: [UInt8] = []
    var start = 0
    func keep(_ piece: ArraySlice<UInt8>) {
      let isAtGap = kept.last.map { $0.isCmarkSpace } ?? true
      kept += isAtGap ? piece.drop { $0.isSpaceOrTab } : piece
    }
    for range in ranges {
      keep(bytes[start..<range.lowerBound])
      kept += bytes[range].filter { $0 == 0x0A }
      start = range.upperBound
    }
    keep(bytes[start...])
    while let last = kept.last, last.isCmarkSpace { kept.removeLast() }
    return String(decoding: kept, as: UTF8.self)
  }
}

/// A cell of a table; columns count from 0.
package struct Cell: Sendable {
  package var text: String
  package var column: Int
  /// Its bytes in the file, without the spaces around them; empty when the row is shorter than the header.
  package var range: Range<Int>
  package var links: [Link]
  package var isStruck: Bool
  package var struck: [Range<Int>]
}

/// A link or an image, from Markdown or from raw HTML that stays HTML.
package struct Link: Hashable, Sendable {
  package enum Form: Hashable, Sendable {
    case markdown
    /// The `href` of a link or the `src` of an image.
    case html
  }

  /// As the reader of the page would follow it, with escapes and entities decoded.
  package var destination: String
  /// The plain text of the link, or the alternative text of the image.
  package var text: String
  package var isImage: Bool
  package var form = Form.markdown
  /// The destination in the file, or the link's text when the destination is written differently.
  package var range: SourceRange

  /// Whether a destination is a path or a heading of the same document.
  package static func isInternal(_ destination: String) -> Bool {
    let bytes = destination.utf8
    guard !bytes.isEmpty, !destination.hasPrefix("//") else { return false }
    for byte in bytes {
      switch byte {
      case UInt8(ascii: ":"): return false
      case UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "?"): return true
      default: continue
      }
    }
    return true
  }
}
