/// A table of plain texts and links, without the columns in which no row has anything.
struct MarkdownTable {
  private let columns: [String]
  private var rows: [[String]] = []

  init(_ columns: [String]) { self.columns = columns }

  /// - Parameter cells: The cells as Markdown, each on one line; a missing cell is shown as a dash.
  mutating func add(_ cells: [String]) { rows.append(cells) }

  var output: String {
    let shown = columns.indices.filter { column in
      rows.isEmpty || rows.contains { !Self.cell(column, of: $0).isEmpty }
    }
    var text = "| " + shown.map { columns[$0] }.joined(separator: " | ") + " |\n"
    text += "|" + String(repeating: " --- |", count: shown.count) + "\n"
    for row in rows {
      let cells = shown.map { column in
        let cell = Self.cell(column, of: row)
        return cell.isEmpty ? "–" : cell
      }
      text += "| " + cells.joined(separator: " | ") + " |\n"
    }
    return text
  }

  private static func cell(_ column: Int, of row: [String]) -> String {
    row.indices.contains(column) ? row[column] : ""
  }

  static func link(_ label: String, _ address: String) -> String {
    "[\(PlainText.escaped(label, for: .linked))](\(LinkAddress.markdown(address)))"
  }
}
