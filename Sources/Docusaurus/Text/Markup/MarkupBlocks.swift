internal import Bytes
internal import CommonMark
internal import Diagnostics

/// Where the blocks of HTML are, and the tags in them.
extension Rewriting {
  /// The blocks of HTML but for tabs, each with the places of its tags and comments.
  var markupBlocks: [(block: Block, ranges: [Range<Int>])] {
    blocks.filter { $0.kind == .html && tabs[$0.lines.lowerBound] == nil }.map {
      ($0, markup(in: $0))
    }
  }

  /// Where the tags of the blocks of HTML start that the archive keeps as tags.
  func liveTagsInBlocks() -> Set<Int> {
    blocks.reduce(into: []) { live, block in
      guard block.kind == .html, !block.tags.isEmpty else { return }
      live.formUnion(RawTag.live(block.tags, at: markup(in: block), in: file.bytes) ?? [])
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

  /// The places of the tags and comments of a block of HTML.
  ///
  /// They are cut from the text that the archive cuts too, in which the marks of quotes and lists are
  /// gone; its lines are the ends of the file's.
  func markup(in block: Block) -> [Range<Int>] {
    let text = Array(block.text.utf8)
    var shifts: [(start: Int, shift: Int)] = []
    var start = 0
    var line = block.lines.lowerBound
    while start < text.count, line <= file.lineCount {
      let end = text[start...].firstIndex(of: .newline) ?? text.count
      let isReturn = end > start && text[end - 1] == .carriageReturn
      let offsets = file.offsets(ofLine: line)
      shifts.append((start, offsets.upperBound - (end - (isReturn ? 1 : 0))))
      start = end + 1
      line += 1
    }
    func place(_ offset: Int) -> Int {
      offset + (shifts.last { $0.start <= offset }?.shift ?? 0)
    }
    return HTMLToken.all(in: text).filter { $0.kind != .text }.map { token in
      let first = place(token.source.startIndex)
      return first..<max(first, place(token.source.endIndex - 1) + 1)
    }
  }
}

extension RawTag {
  /// Those of `places` where a live tag starts; `nil` when other tags stand there than the archive read.
  static func live(_ tags: [RawTag], at places: [Range<Int>], in bytes: [UInt8]) -> Set<Int>? {
    let found = places.compactMap { Tag(in: bytes, $0) }
    guard found.count == tags.count else { return nil }
    var live: Set<Int> = []
    for (tag, read) in zip(found, tags) {
      guard tag.name == read.name, (tag.kind == .closing) == read.isClosing else { return nil }
      if read.isLive { live.insert(tag.range.lowerBound) }
    }
    return live
  }
}
