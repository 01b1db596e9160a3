internal import Bytes
internal import CommonMark
internal import Diagnostics

/// The marks of quotes and lists that new lines need to stay inside them.
extension Rewriting {
  /// Ends the block above a line. The new line stays in the quotes, and in their list items, that contain
  /// both the line above it and the line below it.
  mutating func insertBlankLine(before line: Int) {
    let quotes = [line - 1, line].map { number in
      marks(ofLine: number).count { $0 == .greaterThan }
    }
    edits.insert(
      block: prefix(ofLine: line, quotes: quotes.min() ?? 0) + "\n", at: file.start(ofLine: line))
  }

  /// The container marks at the start of a line.
  private func marks(ofLine line: Int) -> ArraySlice<UInt8> {
    file.bytes[file.start(ofLine: line)..<file.contentOffsets(ofLine: line).lowerBound]
  }

  /// What a new line needs before its text to be in the same quotes as another line, for the given number
  /// of quotes.
  private func prefix(ofLine line: Int, quotes: Int) -> String {
    guard quotes > 0 else { return "" }
    var count = 0
    let marks = marks(ofLine: line).prefix { byte in
      defer { if byte == .greaterThan { count += 1 } }
      return count < quotes
    }
    return containerPrefix(marks)
  }

  /// The `>` marks that a new line needs to stay in the quotes around a block. Boxes lose theirs.
  func quoteMarks(around block: Block) -> String {
    guard block.depth > 0 else { return "" }
    let count = quotes.count(around: block.lines.lowerBound, depth: block.depth)
    return String(repeating: ">", count: count)
  }

  /// The container marks, for a line that continues inside the containers.
  func containerPrefix(_ marks: ArraySlice<UInt8>) -> String {
    String(decoding: marks.map { $0 == .greaterThan || $0 == .tab ? $0 : .space }, as: UTF8.self)
  }
}
