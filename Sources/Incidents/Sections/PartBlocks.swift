package import CommonMark
internal import Diagnostics

extension Section {
  /// Whether it is under a label rather than a heading.
  var isLabelled: Bool { level == Section.labelLevel }
}

extension DocumentReading {
  /// The blocks of a part without its heading.
  ///
  /// Labels divide paragraphs by line. Of such a paragraph, only the lines of the part are included, and of
  /// the line with the label only the text after it.
  package func blocks(of part: Section) -> ArraySlice<Block> {
    let index = blocks.firstBlock(from: part.line)
    let end = max(index, blocks.firstBlock(from: part.lines.upperBound))
    guard part.isLabelled else { return blocks[index..<end].dropFirst() }
    var inner = blocks[index..<end]
    var own: Block?
    if let first = inner.first, first.lines.lowerBound == part.line {
      own = first
      inner = inner.dropFirst()
    } else if index > 0, blocks[index - 1].kind == .paragraph,
      blocks[index - 1].lines.contains(part.line)
    {
      own = blocks[index - 1]
    }
    guard let own = own.flatMap({ self.own($0, of: part) }) else { return inner }
    return [own] + inner
  }

  /// What belongs to the part in the block that has its label; `nil` when nothing does.
  private func own(_ block: Block, of part: Section) -> Block? {
    var text = block.text.utf8[...]
    var skipped = part.line - block.lines.lowerBound
    if let starts = lineStarts[block.lines.lowerBound], block.kind == .paragraph {
      guard skipped < starts.count else { return nil }
      let end = min(skipped + part.lines.count, starts.count)
      text = text.dropFirst(starts[skipped])
      if end < starts.count { text = text.prefix(starts[end] - starts[skipped] - 1) }
      skipped = 0
    }
    var lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
      .dropFirst(skipped)
      .prefix(block.kind == .paragraph ? part.lines.count : .max)
      .map { String(Substring($0)) }
    guard !lines.isEmpty else { return nil }
    lines[0] = lines[0].textBehindLabel ?? ""
    let isBare = lines[0].isEmpty
    var own = block
    own.text = lines.dropFirst(isBare ? 1 : 0).joined(separator: "\n")
    guard !own.text.isEmpty else { return nil }
    let start = part.line + (isBare ? 1 : 0)
    own.lines = start..<max(start + 1, min(block.lines.upperBound, part.lines.upperBound))
    return own
  }
}

extension String {
  /// The text after the first colon.
  fileprivate var textBehindLabel: String? {
    guard let colon = firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
    return String(self[index(after: colon)...].drop { $0 == " " })
  }
}
