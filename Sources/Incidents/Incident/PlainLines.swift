internal import Bytes
internal import CommonMark
internal import Diagnostics

/// The lines of a document that are neither code nor a quote's own, and what is in them outside code spans.
enum PlainLines {
  /// In the order of the blocks.
  static func numbers(of document: DocumentReading) -> [Int] {
    var numbers: [Int] = []
    // By number: a block is large to copy.
    for index in document.blocks.indices {
      let end: Int
      switch document.blocks[index].kind {
      case .code, .quote, .tableHeader, .thematicBreak: continue
      case .item: end = lastLine(ofItem: document.blocks[index])
      case .paragraph, .heading, .tableRow, .html: end = document.blocks[index].lines.upperBound
      }
      let start = document.blocks[index].lines.lowerBound
      for line in start..<max(end, start + 1) where line <= document.file.lineCount {
        numbers.append(line)
      }
    }
    return numbers
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
  private static func lastLine(ofItem block: Block) -> Int {
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
