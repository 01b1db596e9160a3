internal import Bytes
internal import CommonMark
internal import Diagnostics

/// A stretch of a document whose inline markup belongs together: a paragraph, a heading or a cell.
struct TextRun: Sendable {
  /// With the marks that containers put before its later lines.
  var range: Range<Int>
  var isHeading: Bool
  /// The first line.
  var line: Int
  /// The block that it is in, among those of the document.
  var block: Int
}

/// Where the running text of a document is, and its reference definitions.
///
/// Blocks say where text begins; it ends at a blank line, at the next block or where its block
/// ends.
struct TextRuns {
  private(set) var runs: [TextRun] = []
  private(set) var definitions = ReferenceDefinitions()

  init(of blocks: [Block], in file: SourceFile, from firstLine: Int) {
    let ordered = blocks.enumerated().sorted { left, right in
      (left.element.lines.lowerBound, left.offset) < (right.element.lines.lowerBound, right.offset)
    }
    var isCovered = Array(repeating: false, count: file.lineCount + 2)
    for (index, (number, block)) in ordered.enumerated() {
      let next =
        index + 1 < ordered.count ? ordered[index + 1].element.lines.lowerBound : file.lineCount + 1
      let lines = Self.ownLines(of: block, next: next, in: file)
      // cmark's last line of a script or a comment is wrong; that of its text is not.
      let own =
        block.kind == .html
        ? lines
          .lowerBound..<max(
            lines.upperBound, lines.lowerBound + block.text.utf8.count { $0 == .newline })
        : lines
      for line in own where line < isCovered.count { isCovered[line] = true }
      runs += Self.runs(of: block, number, lines: lines, in: file)
    }
    readDefinitions(in: file, from: firstLine, isCovered)
  }

  /// The lines of a block that hold its own text, not that of the blocks in it.
  private static func ownLines(of block: Block, next: Int, in file: SourceFile) -> LineRange {
    let lines = block.lines.clamped(to: 1..<file.lineCount + 1)
    switch block.kind {
    case .code, .html, .thematicBreak, .tableHeader, .tableRow, .heading: return lines
    case .quote: return lines.lowerBound..<lines.lowerBound
    case .paragraph, .item:
      let end = min(lines.upperBound, max(next, lines.lowerBound))
      let blank = (lines.lowerBound..<end).first { file.isBlank(line: $0) } ?? end
      return lines.lowerBound..<max(blank, lines.lowerBound)
    }
  }

  private static func runs(
    of block: Block, _ number: Int, lines: LineRange, in file: SourceFile
  ) -> [TextRun] {
    guard let first = lines.first, let last = lines.last else { return [] }
    let range = file.offsets(ofLine: first).lowerBound..<file.offsets(ofLine: last).upperBound
    switch block.kind {
    case .paragraph, .item:
      return [TextRun(range: range, isHeading: false, line: first, block: number)]
    case .heading: return [TextRun(range: range, isHeading: true, line: first, block: number)]
    case .tableHeader, .tableRow:
      return cells(of: file.offsets(ofLine: first), in: file.bytes).map {
        TextRun(range: $0, isHeading: false, line: first, block: number)
      }
    case .code, .html, .thematicBreak, .quote: return []
    }
  }

  /// The cells of a row; a pipe after a backslash belongs to its cell, even in code.
  private static func cells(of line: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    for offset in line where bytes[offset] == .pipe {
      if offset > line.lowerBound, bytes[offset - 1] == .backslash { continue }
      if offset > start { cells.append(start..<offset) }
      start = offset + 1
    }
    if start < line.upperBound { cells.append(start..<line.upperBound) }
    return cells
  }

  /// cmark takes definitions out of its tree: they are on lines of no block, or at the start of a
  /// paragraph.
  private mutating func readDefinitions(
    in file: SourceFile, from firstLine: Int, _ isCovered: [Bool]
  ) {
    var line = firstLine
    while line <= file.lineCount {
      guard !isCovered[line], !file.isBlank(line: line) else {
        line += 1
        continue
      }
      var last = line
      while last < file.lineCount, !isCovered[last + 1], !file.isBlank(line: last + 1) { last += 1 }
      let end = file.offsets(ofLine: last).upperBound
      // A line that is no definition, such as a table's delimiter row, does not hide those after
      // it.
      for start in line...last {
        let offset = file.offsets(ofLine: start).lowerBound
        guard offset >= (definitions.all.last?.range.upperBound ?? 0) else { continue }
        _ = definitions.read(at: offset, in: file.bytes, until: end)
      }
      line = last + 1
    }
    for index in runs.indices {
      let range = runs[index].range
      let start = definitions.read(at: range.lowerBound, in: file.bytes, until: range.upperBound)
      runs[index].range = start..<max(start, range.upperBound)
    }
  }
}

extension SourceFile {
  /// Whether a line has no text, only blanks and the marks of quotes.
  func isBlank(line: Int) -> Bool {
    bytes[offsets(ofLine: line)].allSatisfy { $0.isSpaceOrTab || $0 == .greaterThan }
  }
}
