package import Diagnostics

/// One block as the readers see it. `text` has no inline markup; soft and hard breaks are "
/// ".
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
    isOrdered = false
    hasFootnotes = false
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
}
