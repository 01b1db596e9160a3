internal import Bytes
internal import Diagnostics

/// Finds the tables of a tree and puts them in place of the paragraphs that cmark made from them.
struct Tables {
  /// The cells of a row for which its table has no column.
  struct Surplus {
    /// From the first of them to the last.
    let range: Range<Int>
    let columns: Int
  }

  private struct Found {
    let node: Node
    let table: TableSource
    /// The text before the header.
    let lead: CellSheet.Place?
    let firstLine: Int
    let cells: [[CellSheet.Place?]]
    /// The text after the last row, and its lines: lines that continue the paragraph of the table without
    /// being in its containers.
    let tail: (place: CellSheet.Place, lines: LineRange, ended: Node?)?
    /// Whether a thematic break follows that cmark took for the underline of a heading.
    let endsInBreak: Bool
  }

  /// The nodes that were replaced by tables.
  private(set) var replaced: Set<Node> = []
  /// What no page shows of the tables.
  private(set) var surplus: [Surplus] = []
  /// The file as cmark received it, and as it was written.
  let file: SourceFile
  private let written: SourceFile
  private var sheet = CellSheet()
  private var found: [Found] = []

  /// Finds the tables among some paragraphs.
  init(
    in candidates: [(node: Node, delimiters: [Int])], file: SourceFile, written: SourceFile
  ) {
    self.file = file
    self.written = written
    for (node, delimiters) in candidates { find(in: node, delimiters) }
  }

  /// Parses all cells with the definitions of links, and edits the tree.
  mutating func build(in tree: inout SyntaxTree, definitions: [Definition]) {
    guard !found.isEmpty else { return }
    var sheet = CellSheet()
    swap(&sheet, &self.sheet)
    for definition in definitions { _ = sheet.add(paragraph: lines(of: definition)[...]) }
    let cells = sheet.parsed()
    for table in found { replace(table, cells, in: &tree) }
    cells.release(to: tree)
  }

  /// The lines of a definition as cmark received them, without container marks.
  private func lines(of definition: Definition) -> [ArraySlice<UInt8>] {
    definition.lines.map { line in
      let isFirst = line == definition.lines.lowerBound
      let offsets =
        isFirst ? file.contentOffsets(ofLine: line) : file.unquotedOffsets(ofLine: line)
      return file.bytes[offsets]
    }
  }

  private mutating func find(in node: Node, _ delimiters: [Int]) {
    let firstLine = node.startLine
    var lastLine = file.lines(of: node).upperBound - 1
    guard firstLine < lastLine else { return }
    let lines = self.lines(of: node, firstLine...lastLine)
    var endsInBreak = false
    if node.kind == .heading, let underline = lines.last {
      endsInBreak = underline.count(where: { $0 == 0x2D }) > 2
      if endsInBreak { lastLine -= 1 }
    }
    // As in cmark-gfm, the first delimiter row decides, whether or not it fits its header.
    guard
      let delimiter = delimiters.first(where: {
        $0 <= lastLine && TableSource.isDelimiterRow(lines[$0 - firstLine])
      }),
      belongs(delimiter, lines[delimiter - firstLine], to: node)
    else { return }
    let end = lastLine + 1
    let containers = Self.containers(around: node)
    var ended: Node?
    for line in delimiter + 1..<max(end, delimiter + 1) where !containers.isEmpty {
      ended = container(ending: line, among: containers)
      guard ended == nil else {
        lastLine = line - 1
        break
      }
    }
    guard
      let table = TableSource(
        in: lines, firstLine: firstLine, delimiter: delimiter, lastLine: lastLine,
        places: { places(of: $1, inLine: $0) })
    else { return }
    let before = lines[..<(table.headerLine - firstLine)]
    found.append(
      Found(
        node: node, table: table, lead: before.isEmpty ? nil : sheet.add(paragraph: before),
        firstLine: firstLine,
        cells: table.rows.map { row in row.cells.map { sheet.add(cell: $0.text) } },
        tail: lastLine + 1 < end
          ? (
            sheet.add(paragraph: lines[(lastLine + 1 - firstLine)..<(end - firstLine)]),
            lastLine + 1..<end, ended
          ) : nil,
        endsInBreak: endsInBreak))
  }

  /// Where cells are in the file as it was written. In a row only escapes have stand-ins, and the container
  /// marks before it may have them too, so places are counted from the end of the line.
  private func places(of cells: [Range<Int>], inLine line: Int) -> [Range<Int>] {
    guard let first = cells.first?.lowerBound else { return [] }
    let end = file.offsets(ofLine: line).upperBound
    let shift = written.offsets(ofLine: line).upperBound - end
    let hasStandIns =
      file.bytes[first..<end].contains(CmarkInput.escapedTilde[0])
      && file.bytes[first..<end] != written.bytes[max(0, first + shift)..<end + shift]
    guard hasStandIns else {
      return cells.map { $0.lowerBound + shift..<$0.upperBound + shift }
    }
    var places: [Range<Int>] = []
    var (added, next) = (0, end)
    func place(_ offset: Int) -> Int {
      added += CmarkInput.standIns(in: file.bytes[offset..<next])
      next = offset
      return offset + shift + added
    }
    for cell in cells.reversed() {
      let last = place(cell.upperBound)
      places.append(place(cell.lowerBound)..<last)
    }
    return places.reversed()
  }

  /// The lines of a paragraph without the quote marks of its containers.
  private func lines(of node: Node, _ range: ClosedRange<Int>) -> [ArraySlice<UInt8>] {
    var quotes = 0
    var ancestor = node.parent
    while let node = ancestor {
      if node.kind == .blockQuote { quotes += 1 }
      ancestor = node.parent
    }
    return range.map { line in
      let text = file.bytes[file.offsets(ofLine: line)]
      guard line > range.lowerBound else { return text.dropFirst(max(0, node.startColumn - 1)) }
      var rest = text
      for _ in 0..<quotes {
        let next = rest.drop(while: \.isCmarkSpace)
        guard next.first == 0x3E else { break }
        rest = next.dropFirst()
      }
      return rest
    }
  }

  private mutating func replace(
    _ found: Found, _ cells: borrowing ParsedCells, in tree: inout SyntaxTree
  ) {
    let header = found.table.headerLine
    let last = header + max(found.table.rows.count, 1)
    let table = tree.make(
      .customBlock, .table, lines: header..<last + 1, opening: "<table>", closing: "</table>")
    found.node.insertBefore(table)
    let tags = found.table.alignments.map { ("<th\($0.attribute)>", "<td\($0.attribute)>") }
    for (index, row) in found.table.rows.enumerated() {
      if let first = row.surplus.first(where: { !$0.isEmpty }), let last = row.surplus.last {
        surplus.append(
          Surplus(range: first.lowerBound..<last.upperBound, columns: row.cells.count))
      }
      if index < 2 {
        let name = index == 0 ? "thead" : "tbody"
        table.append(
          tree.make(
            .customBlock, .tableSection, opening: "<\(name)>", closing: "</\(name)>"))
      }
      let line = index == 0 ? header : header + 1 + index
      let node = tree.make(
        .customBlock, .tableRow(isHeader: index == 0, surplus: row.surplus), lines: line..<line + 1,
        opening: "<tr>", closing: "</tr>")
      table.lastChild?.append(node)
      for column in row.cells.indices {
        let cell = tree.make(
          .customInline, .cell(column: column, range: row.cells[column].range),
          opening: index == 0 ? tags[column].0 : tags[column].1,
          closing: index == 0 ? "</th>\n" : "</td>\n")
        node.append(cell)
        if let place = found.cells[index][column] { cells.move(place, to: cell) }
      }
    }
    if found.endsInBreak {
      let rule = Node.make(.thematicBreak)
      tree.mark(rule, .text, lines: last + 1..<last + 2)
      table.insertAfter(rule)
    }
    if let tail = found.tail {
      let paragraph = Node.make(.paragraph)
      cells.move(tail.place, to: paragraph)
      tree.mark(paragraph, .text, lines: tail.lines)
      // A list with further items stays in one piece, with the line in it.
      let outer = tail.ended
      let list = outer?.kind == .item ? (outer?.next == nil ? outer?.parent : nil) : outer
      (list ?? table).insertAfter(paragraph)
    }
    if let lead = found.lead {
      let paragraph = Node.make(.paragraph)
      cells.move(lead, to: paragraph)
      if paragraph.firstChild == nil {
        tree.remove(paragraph)
      } else {
        tree.mark(paragraph, .text, lines: found.firstLine..<header)
        table.insertBefore(paragraph)
      }
    }
    replaced.insert(found.node)
    tree.remove(found.node)
  }
}
