/// A table of plain texts and links.
struct MarkdownTable {
  private var text: String
  private let columns: Int

  init(_ columns: [String]) {
    self.columns = columns.count
    text = "| " + columns.joined(separator: " | ") + " |\n"
    text += "|" + String(repeating: " --- |", count: columns.count) + "\n"
  }

  /// - Parameter cells: The cells as Markdown, each on one line; a missing cell is shown as a dash.
  mutating func add(_ cells: [String]) {
    let shown = cells.map { $0.isEmpty ? "–" : $0 }
    text += "| " + shown.joined(separator: " | ") + " |\n"
  }

  var output: String { text }

  static func link(_ label: String, _ address: String) -> String {
    "[\(PlainText.escaped(label, for: .linked))](\(LinkAddress.markdown(address)))"
  }
}
