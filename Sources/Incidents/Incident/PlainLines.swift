internal import Bytes
internal import CommonMark
internal import Diagnostics

/// The lines of a document that are neither code nor a quote's own, and what is in them outside code spans.
enum PlainLines {
  /// In the order of the blocks.
  static func numbers(of document: DocumentReading) -> some Sequence<Int> {
    document.blocks.lazy.filter { block in
      switch block.kind {
      case .paragraph, .item, .heading, .tableRow, .html: true
      case .code, .quote, .tableHeader, .thematicBreak: false
      }
    }.flatMap { block in
      (block.lines.lowerBound..<max(lastLine(of: block), block.lines.lowerBound + 1))
        .lazy.filter { $0 <= document.file.lineCount }
    }
  }

  /// The next place of a byte that is not between backticks.
  static func next(_ byte: UInt8, in bytes: [UInt8], _ line: Range<Int>) -> Int? {
    var index = line.lowerBound
    while index < line.upperBound {
      if bytes[index] == byte { return index }
      if bytes[index] == UInt8(ascii: "`") {
        let run = bytes[index..<line.upperBound].prefix { $0 == UInt8(ascii: "`") }
        index = end(of: run, in: bytes, line) ?? index + run.count
      } else {
        index += 1
      }
    }
    return nil
  }

  /// An item covers the blocks within it, which are listed separately.
  private static func lastLine(of block: Block) -> Int {
    guard case .item = block.kind else { return block.lines.upperBound }
    let lines = block.text.utf8.count { $0 == 0x0A } + 1
    return min(block.lines.upperBound, block.lines.lowerBound + lines)
  }

  /// The place after the backticks that close a code span; CommonMark's reader knows at most 80 of them, which
  /// also bounds how often a line is looked through.
  static func end(of run: ArraySlice<UInt8>, in bytes: [UInt8], _ line: Range<Int>) -> Int? {
    guard run.count <= 80 else { return nil }
    var index = run.endIndex
    while index < line.upperBound {
      guard bytes[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let other = bytes[index..<line.upperBound].prefix { $0 == UInt8(ascii: "`") }
      index += other.count
      if other.count == run.count { return index }
    }
    return nil
  }
}
