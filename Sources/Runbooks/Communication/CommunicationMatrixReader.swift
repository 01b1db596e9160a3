internal import Bytes
internal import CommonMark
internal import Diagnostics
internal import Vocabulary

extension CommunicationMatrix {
  /// The first table below a heading such as "Communication matrix".
  static func first(
    in outline: RunbookOutline, of file: SourceFile
  ) -> (matrix: CommunicationMatrix?, findings: [Diagnostic]) {
    let passages = outline.passages { words in
      words.mentions("matrix")
        && ["communication", "notification", "escalation"].contains { words.mentions($0) }
    }
    for passage in passages {
      let table = passage.blocks.drop { $0.kind != .tableHeader }
      guard let header = table.first else { continue }
      let rows = table.dropFirst().prefix { $0.kind == .tableRow }
      let places = cellPlaces(inLine: header.lines.lowerBound, of: file)
      let matrix = CommunicationMatrix(
        header: header, rows: Array(rows), places: places, below: passage)
      return (matrix, matrix.findings(places: places, in: file))
    }
    return (nil, [])
  }

  /// Where the cells are in a line of the table: between bars without a backslash before them.
  private static func cellPlaces(inLine line: Int, of file: SourceFile) -> [SourceRange] {
    let offsets = file.offsets(ofLine: line)
    var bars: [Int] = []
    for offset in offsets where file.bytes[offset] == 0x7C {
      if offset > offsets.lowerBound, file.bytes[offset - 1] == 0x5C { continue }
      bars.append(offset)
    }
    let text = file.bytes[offsets].drop { $0.isSpaceOrTab || $0 == 0x3E }
    if text.first != 0x7C { bars.insert(text.startIndex - 1, at: 0) }
    bars.append(offsets.upperBound)
    return zip(bars, bars.dropFirst()).map { bar, next in
      file.range(of: bar + 1..<max(bar + 1, next))
    }
  }

  private init(
    header: Block, rows: [Block], places: [SourceRange], below passage: RunbookOutline.Passage
  ) {
    line = header.lines.lowerBound
    anchor = passage.anchor
    corner = header.cells.first?.text.trimmed ?? ""
    let names = header.cells.dropFirst().map { $0.text.oneLine }
    if Self.areSeverities(names), !Self.areSeverities(rows.map { $0.cells.first?.text ?? "" }) {
      let header = line
      columns = rows.map { Column(title: $0.cells.first?.text.oneLine ?? "", column: 1) }
      self.rows = names.enumerated().map { index, name in
        let cells = rows.map { $0.cells.count > index + 1 ? $0.cells[index + 1].text.oneLine : "" }
        return Row(name: Self.name(of: name), cells: cells, line: header)
      }
      return
    }
    columns = header.cells.enumerated().dropFirst().map { index, cell in
      let column = index < places.count ? places[index].lowerBound.column : 1
      return Column(title: cell.text.trimmed, column: column)
    }
    let count = columns.count
    self.rows = rows.map { row in
      let cells = row.cells.dropFirst().prefix(count).map { $0.text.oneLine }
      return Row(
        name: Self.name(of: row.cells.first?.text.oneLine ?? ""),
        cells: cells + Array(repeating: "", count: count - cells.count), line: row.lines.lowerBound)
    }
  }

  /// Whether the texts are severities, so that a matrix with them in its header has a column for each.
  private static func areSeverities(_ texts: [String]) -> Bool {
    texts.count > 1 && texts.allSatisfy { SeverityName(leading: $0)?.isTelling == true }
  }

  private static func name(of cell: String) -> String {
    SeverityName(leading: cell).flatMap { $0.isTelling ? $0.name : nil } ?? cell
  }

  private func findings(places: [SourceRange], in file: SourceFile) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for (index, column) in columns.enumerated() where column.title.isEmpty {
      let range = index + 1 < places.count ? places[index + 1] : file.range(ofLine: line)
      let said = rows.map { $0.cells[index] }.filter { !$0.isEmpty && $0.foldedWords != "no" }
      let quoted = said.prefix(2).map { "'\($0)'" }.joined(separator: " and ")
      findings.append(
        RunbookFinding.untitledColumn.at(
          range, in: file,
          "column \(index + 2) of the communication matrix has no title",
          help: "name the channel"
            + (quoted.isEmpty ? ", as in 'Mail'" : " of the column with \(quoted), as in 'Mail'")))
    }
    var seen: Set<String> = []
    for row in rows {
      if !seen.insert(row.name).inserted {
        findings.append(
          RunbookFinding.unevenMatrix.at(
            line: row.line, in: file, "'\(row.name)' has two rows in the communication matrix",
            help: "remove one of the two"))
      }
      let empty = zip(columns, row.cells).filter { $0.1.isEmpty }.map(\.0.title)
      guard !empty.isEmpty else { continue }
      let names = empty.prefix(3).map { $0.isEmpty ? "the untitled column" : "'\($0)'" }
      let more = empty.count > 3 ? " and \(empty.count - 3) more" : ""
      findings.append(
        RunbookFinding.unevenMatrix.at(
          line: row.line, in: file,
          "'\(row.name)' has no entry for \(names.joined(separator: ", "))\(more)"
            + " in the communication matrix",
          help: "say when to write, or 'No'"))
    }
    return findings
  }
}
