internal import Bytes
internal import CommonMark
internal import Diagnostics

/// A tag, a comment or the like, and its place in the file.
struct MarkupPiece {
  let token: HTMLToken
  let range: Range<Int>
}

/// Where the HTML blocks are.
extension Rewriting {
  /// The HTML blocks except tabs, each with its tags and comments.
  var markupBlocks: [(block: Block, pieces: [MarkupPiece])] {
    blocks.filter { $0.kind == .html && tabs[$0.lines.lowerBound] == nil }.map { ($0, $0.pieces) }
  }

  /// From the `<` that begins the block to the end of its last line. cmark's last line is wrong when a
  /// script or a comment ends there, so lines are counted in the text.
  func range(of block: Block) -> Range<Int> {
    let first = min(max(block.lines.lowerBound, 1), file.lineCount)
    let offsets = file.offsets(ofLine: first)
    let start = file.bytes[offsets].firstIndex(of: .lessThan) ?? offsets.lowerBound
    var count = block.text.utf8.count { $0 == .newline }
    if block.text.utf8.last != .newline { count += 1 }
    let last = min(first + max(count, 1) - 1, file.lineCount)
    return start..<max(start, file.offsets(ofLine: last).upperBound)
  }
}

extension Block {
  /// The tags and comments of an HTML block, with their places.
  var pieces: [MarkupPiece] {
    markup.compactMap { token in
      guard token.kind != .text, let range = token.range else { return nil }
      return MarkupPiece(token: token, range: range)
    }
  }
}
