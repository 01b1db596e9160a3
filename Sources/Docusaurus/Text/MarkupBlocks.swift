internal import CommonMark
internal import Diagnostics

/// Where the blocks of HTML are, and the tags in them.
extension Rewriting {
  /// The blocks of HTML, each with the places of its tags and comments.
  var markupBlocks: [(block: Block, ranges: [Range<Int>])] {
    blocks.filter { $0.kind == .html }.map { ($0, markup(in: range(of: $0))) }
  }

  /// Where the tags start that the archive keeps as tags.
  func readLiveTags() -> Set<Int> {
    var places: [Int: [Int]] = [:]
    for (run, tokens) in zip(runs, tokens) where !blocks[run.block].liveTags.isEmpty {
      for case .markup(let range) in tokens where Tag(in: file.bytes, range) != nil {
        places[run.block, default: []].append(range.lowerBound)
      }
    }
    for (number, block) in blocks.enumerated()
    where block.kind == .html && !block.liveTags.isEmpty {
      places[number] = markup(in: range(of: block))
        .filter { Tag(in: file.bytes, $0) != nil }.map(\.lowerBound)
    }
    return places.reduce(into: []) { live, place in
      for (offset, isLive) in zip(place.value, blocks[place.key].liveTags) where isLive {
        live.insert(offset)
      }
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
