internal import Bytes
internal import Diagnostics

/// A table as it stands in the lines of a paragraph, by the rules of GitHub Flavored Markdown.
struct TableSource {
  enum Alignment {
    case none
    case left
    case center
    case right

    var attribute: String {
      switch self {
      case .none: ""
      case .left: " align=\"left\""
      case .center: " align=\"center\""
      case .right: " align=\"right\""
      }
    }
  }

  let headerLine: Int
  let alignments: [Alignment]
  /// The cells of the header and of each row, as many as there are columns; pipes are unescaped.
  private(set) var rows: [[ArraySlice<UInt8>]]

  /// Cells that a table may add to short rows; cmark-gfm has such a bound as well.
  private static let mostAdded = 200_000

  /// Reads the table whose delimiter row is in line `delimiter` of a paragraph. The lines come without
  /// what containers put before them. There is no table when the header has more or fewer cells.
  init?(in lines: [ArraySlice<UInt8>], firstLine: Int, delimiter: Int, lastLine: Int) {
    let header = Self.cells(of: lines[delimiter - 1 - firstLine])
    guard let alignments = Self.alignments(of: lines[delimiter - firstLine]),
      alignments.count == header.count
    else { return nil }
    headerLine = delimiter - 1
    self.alignments = alignments
    rows = [header]
    var added = 0
    for line in delimiter + 1..<max(delimiter, lastLine) + 1 {
      var cells = Array(Self.cells(of: lines[line - firstLine]).prefix(header.count))
      added += header.count - cells.count
      guard added <= Self.mostAdded else { break }
      while cells.count < header.count { cells.append([]) }
      rows.append(cells)
    }
  }

  /// The cells of a row. A pipe after a backslash belongs to its cell and loses the backslash.
  static func cells(of line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var cells: [ArraySlice<UInt8>] = []
    var rest = trim(line)
    if rest.first == 0x7C { rest = rest.dropFirst() }
    var start = rest.startIndex
    var hasEscape = false
    var index = start
    while index < rest.endIndex {
      if rest[index] == 0x7C {
        if index > rest.startIndex, rest[index - 1] == 0x5C {
          hasEscape = true
        } else {
          cells.append(finish(rest[start..<index], hasEscape))
          start = index + 1
          hasEscape = false
        }
      }
      index += 1
    }
    let last = trim(rest[start...])
    if !last.isEmpty { cells.append(finish(last, hasEscape)) }
    return cells
  }

  private static func finish(_ cell: ArraySlice<UInt8>, _ hasEscape: Bool) -> ArraySlice<UInt8> {
    let cell = trim(cell)
    guard hasEscape else { return cell }
    var output: [UInt8] = []
    for (index, byte) in zip(cell.indices, cell) {
      if byte == 0x5C, index + 1 < cell.endIndex, cell[index + 1] == 0x7C { continue }
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

  /// What a delimiter row says of each column; `nil` when the line is none.
  private static func alignments(of line: ArraySlice<UInt8>) -> [Alignment]? {
    var alignments: [Alignment] = []
    for cell in cells(of: line) {
      let isLeft = cell.first == 0x3A
      let isRight = cell.count > 1 && cell.last == 0x3A
      let dashes = cell.dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == 0x2D }) else { return nil }
      alignments.append(isLeft ? isRight ? .center : .left : isRight ? .right : .none)
    }
    return alignments.isEmpty ? nil : alignments
  }
}
