internal import CommonMark
internal import Diagnostics

/// Where the blocks of HTML are, and the tags in them.
extension Rewriting {
  /// The blocks of HTML but for tabs, each with the places of its tags and comments.
  var markupBlocks: [(block: Block, ranges: [Range<Int>])] {
    blocks.filter { $0.kind == .html && tabs[$0.lines.lowerBound] == nil }.map {
      ($0, markup(in: range(of: $0)))
    }
  }

  /// Where the live tags of blocks start; a tag may be closed in another block of its container.
  func liveTags(of pieces: [(block: Block, ranges: [Range<Int>])]) -> Set<Int> {
    var tagsByDepth: [Int: [Tag]] = [:]
    for (block, ranges) in pieces {
      tagsByDepth[block.depth, default: []] += ranges.compactMap { Tag(in: file.bytes, $0) }
    }
    return tagsByDepth.values.reduce(into: []) {
      $0.formUnion(LiveMarkup.liveTags(among: $1, isInline: false))
    }
  }

  /// From the `<` that begins the block to the end of its last line. cmark's last line is wrong
  /// where a script or a comment ends, so lines are counted in the text.
  func range(of block: Block) -> Range<Int> {
    let first = min(max(block.lines.lowerBound, 1), file.lineCount)
    let offsets = file.offsets(ofLine: first)
    let start = file.bytes[offsets].firstIndex(of: .lessThan) ?? offsets.lowerBound
    var count = block.text.utf8.count { $0 == .newline }
    if block.text.utf8.last != .newline { count += 1 }
    let last = min(first + max(count, 1) - 1, file.lineCount)
    return start..<max(start, file.offsets(ofLine: last).upperBound)
  }

  func markup(in range: Range<Int>) -> [Range<Int>] {
    HTMLToken.all(in: Array(file.bytes[range])).filter { $0.kind != .text }.map {
      range.lowerBound + $0.source.startIndex..<range.lowerBound + $0.source.endIndex
    }
  }
}
