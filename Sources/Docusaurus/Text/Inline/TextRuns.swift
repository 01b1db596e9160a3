internal import Bytes
internal import CommonMark
internal import Diagnostics

/// A stretch of a document whose inline markup is read together: a paragraph, a heading or a cell.
struct TextRun: Sendable {
  /// The range, including the container marks before its later lines.
  var range: Range<Int>
  var isHeading: Bool
  /// The first line.
  var line: Int
  /// The number of the block that contains it.
  var block: Int
}

/// Where the running text of a document is.
///
/// Blocks show where text begins; it ends at a blank line, at the next block or at the end of its block.
struct TextRuns {
  private(set) var runs: [TextRun] = []

  /// Text begins after any link definitions.
  init(of blocks: [Block], in file: SourceFile, _ definitions: ReferenceDefinitions) {
    let ordered = blocks.enumerated().sorted { left, right in
      (left.element.lines.lowerBound, left.offset) < (right.element.lines.lowerBound, right.offset)
    }
    for (index, (number, block)) in ordered.enumerated() {
      let next =
        index + 1 < ordered.count ? ordered[index + 1].element.lines.lowerBound : file.lineCount + 1
      runs += Self.runs(
        of: block, number, lines: Self.ownLines(of: block, next: next, in: file), in: file)
    }
    for index in runs.indices where !definitions.isEmpty {
      runs[index].range = Self.text(of: runs[index].range, behind: definitions, in: file.bytes)
    }
  }

  /// A run without the definitions before its text.
  private static func text(
    of run: Range<Int>, behind definitions: ReferenceDefinitions, in bytes: [UInt8]
  ) -> Range<Int> {
    let after = definitions.all.partition { $0.range.lowerBound >= run.upperBound }
    guard after > 0 else { return run }
    var start = definitions.all[after - 1].range.upperBound
    guard start > run.lowerBound else { return run }
    while start < run.upperBound, bytes[start].isLineEnding { start += 1 }
    return start..<max(start, run.upperBound)
  }

  /// The lines of a block with its own text, without the text of blocks inside it.
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
      return (block.cells.map(\.range) + block.surplus).filter { !$0.isEmpty }.map {
        TextRun(range: $0, isHeading: false, line: first, block: number)
      }
    case .code, .html, .thematicBreak, .quote: return []
    }
  }
}

extension SourceFile {
  /// Whether a line has no text, only spaces and quote marks.
  func isBlank(line: Int) -> Bool {
    bytes[offsets(ofLine: line)].allSatisfy { $0.isSpaceOrTab || $0 == .greaterThan }
  }
}
