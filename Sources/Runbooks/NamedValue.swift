internal import CommonMark
internal import Diagnostics
internal import Vocabulary

/// A line such as "`@oncall` – who is on call" or "Logs: …", or a row of a table.
struct NamedValue {
  var name: String
  /// Empty when the line has no separator.
  var value: String
  var links: [Link]
  var line: Int

  /// Every such line in some blocks: items, lines of paragraphs that have a separator, and rows of tables.
  /// The name in a row is the cell with a handle such as `@oncall`, or otherwise the first cell.
  static func all(in blocks: ArraySlice<Block>) -> [NamedValue] { blocks.flatMap(all) }

  private static func all(in block: Block) -> [NamedValue] {
    switch block.kind {
    case .item:
      return [NamedValue(block.text.oneLine, links: block.links, line: block.lines.lowerBound)]
    case .paragraph:
      let links = Dictionary(grouping: block.links) { $0.range.lowerBound.line }
      return block.text.numberedLines.compactMap { index, text in
        let line = block.lines.lowerBound + index
        let pair = NamedValue(text, links: links[line] ?? [], line: line)
        return pair.value.isEmpty ? nil : pair
      }
    case .tableRow: return [NamedValue(row: block)]
    default: return []
    }
  }

  init(name: String, value: String, links: [Link], line: Int) {
    self.name = name
    self.value = value
    self.links = links
    self.line = line
  }

  private init(row: Block) {
    var cells = row.cells.map(\.text.oneLine)
    let handle = cells.firstIndex { $0.hasPrefix("@") } ?? 0
    name = cells.isEmpty ? "" : cells.remove(at: handle)
    value = cells.filter { !$0.isEmpty }.joined(separator: ": ")
    links = row.cells.flatMap(\.links)
    line = row.lines.lowerBound
  }

  private init(_ text: String, links: [Link], line: Int) {
    let sides = text.splitAtSeparator()
    name = sides?.left ?? text.trimmed
    value = sides?.right ?? ""
    self.links = links
    self.line = line
  }
}
