internal import Bytes
internal import Diagnostics

/// A table in the lines of a paragraph, by the rules of GitHub Flavored Markdown.
struct TableSource {
  enum Alignment {
    case none
    case left
    case center
    case right

    var attribute: String {
      switch self {
      case .none: ""
      case .left: " class=\"left\""
      case .center: " class=\"center\""
      case .right: " class=\"right\""
      }
    }
  }

  let headerLine: Int
  let alignments: [Alignment]
  /// The header and each row.
  private(set) var rows: [Row]

  struct Row {
    /// One cell for each column.
    var cells: [Cell]
    /// The cells for which the header has no column; a page does not show them.
    var surplus: [Range<Int>]
  }

  struct Cell {
    /// The text with pipes unescaped.
    var text: ArraySlice<UInt8>
    /// The range in the file, without the spaces around it.
    var range: Range<Int>
  }

  /// How many cells a table may add to short rows; cmark-gfm has such a limit too.
  private static let mostAdded = 200_000

  /// Reads the table whose delimiter row is in line `delimiter` of a paragraph. The lines come without
  /// container marks. There is no table when the header has more or fewer cells.
  ///
  /// `places` returns the range in the file of each cell of a line, given the number of the line and the
  /// ranges in the line as passed in.
  init?(
    in lines: [ArraySlice<UInt8>], firstLine: Int, delimiter: Int, lastLine: Int,
    places: (_ line: Int, _ cells: [Range<Int>]) -> [Range<Int>]
  ) {
    func cells(_ line: Int) -> [Cell] {
      let text = lines[line - firstLine]
      let ranges = Self.cells(of: text)
      return zip(ranges, places(line, ranges)).map {
        Cell(text: Self.unescaped(text[$0]), range: $1)
      }
    }
    let header = cells(delimiter - 1)
    guard let alignments = Self.alignments(of: lines[delimiter - firstLine]),
      alignments.count == header.count
    else { return nil }
    headerLine = delimiter - 1
    self.alignments = alignments
    rows = [Row(cells: header, surplus: [])]
    var added = 0
    for line in delimiter + 1..<max(delimiter, lastLine) + 1 {
      let all = cells(line)
      var row = Row(
        cells: Array(all.prefix(header.count)), surplus: all.dropFirst(header.count).map(\.range))
      added += header.count - row.cells.count
      guard added <= Self.mostAdded else { break }
      let end =
        all.last?.range.upperBound ?? places(line, [lines[line - firstLine].indices])[0].upperBound
      while row.cells.count < header.count { row.cells.append(Cell(text: [], range: end..<end)) }
      rows.append(row)
    }
  }

  /// The cells of a row, without the spaces around them. A pipe after a backslash belongs to its cell, even
  /// in code.
  static func cells(of line: ArraySlice<UInt8>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var rest = trim(line)
    if rest.first == .pipe { rest = rest.dropFirst() }
    var start = rest.startIndex
    for index in rest.indices where rest[index] == .pipe {
      if index > rest.startIndex, rest[index - 1] == .backslash { continue }
      cells.append(trim(rest[start..<index]).indices)
      start = index + 1
    }
    let last = trim(rest[start...])
    if !last.isEmpty { cells.append(last.indices) }
    return cells
  }

  /// A cell without the backslashes before its pipes.
  private static func unescaped(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard cell.contains(.pipe) else { return cell }
    var output: [UInt8] = []
    for (index, byte) in zip(cell.indices, cell) {
      if byte == .backslash, index + 1 < cell.endIndex, cell[index + 1] == .pipe { continue }
      output.append(byte)
    }
    return output[...]
  }

  private static func trim(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while let first = bytes.first, first.isCmarkSpace { bytes = bytes.dropFirst() }
    while let last = bytes.last, last.isCmarkSpace { bytes = bytes.dropLast() }
    return bytes
  }

  static func isDelimiterRow(_ line: ArraySlice<UInt8>) -> Bool { alignments(of: line) != nil }

  /// What a delimiter row says about each column; `nil` when the line is not a delimiter row.
  private static func alignments(of line: ArraySlice<UInt8>) -> [Alignment]? {
    var alignments: [Alignment] = []
    for range in cells(of: line) {
      let cell = line[range]
      let isLeft = cell.first == 0x3A
      let isRight = cell.count > 1 && cell.last == 0x3A
      let dashes = cell.dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == 0x2D }) else { return nil }
      alignments.append(isLeft ? isRight ? .center : .left : isRight ? .right : .none)
    }
    return alignments.isEmpty ? nil : alignments
  }
}
