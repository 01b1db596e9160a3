internal import Bytes
internal import CommonMark
internal import Diagnostics

/// Line breaks in a timeline. In Markdown, the lines of a paragraph run together; in a timeline, each time
/// and each `Label:` of an update begins a new line.
extension Rewriting {
  mutating func breakTimelineLines(in lines: LineRange) {
    for (run, tokens) in zip(runs, tokens) where lines.contains(run.line) && !run.isHeading {
      let bytes = file.bytes
      var start = run.range.lowerBound
      while let end = bytes[start..<run.range.upperBound].firstIndex(of: .newline) {
        let next = skippingMarks(from: end + 1, until: run.range.upperBound)
        let text = bytes.trimmed(start..<end)
        if beginsEntry(next, until: run.range.upperBound), !text.isEmpty,
          bytes[text.upperBound - 1] != .backslash, !isInToken(end, tokens)
        {
          breakLine(after: text, endingAt: end)
        }
        start = end + 1
      }
    }
  }

  /// Puts a backslash where it is a line break: right before the end of the line, after any blanks. Two
  /// spaces are a break already.
  private mutating func breakLine(after text: Range<Int>, endingAt newline: Int) {
    let bytes = file.bytes
    let hasReturn = newline > text.upperBound && bytes[newline - 1] == .carriageReturn
    let end = hasReturn ? newline - 1 : newline
    if bytes[text.upperBound..<end].suffix(2).elementsEqual([.space, .space]) { return }
    edits.insert("\\", at: end)
  }

  private func skippingMarks(from start: Int, until end: Int) -> Int {
    var next = start
    while next < end, file.bytes[next].isSpaceOrTab || file.bytes[next] == .greaterThan {
      next += 1
    }
    return next
  }

  /// `10:15 - …`, `~10:15`, `[10:15]` or `Status: …`.
  private func beginsEntry(_ start: Int, until end: Int) -> Bool {
    let bytes = file.bytes
    var next = start
    while next < end, [.leftBracket, UInt8(ascii: "~"), UInt8(ascii: "*")].contains(bytes[next]) {
      next += 1
    }
    if next + 3 < end, bytes[next].isDigit {
      let colon = bytes[next + 1].isDigit ? next + 2 : next + 1
      return bytes[colon] == .colon && colon + 1 < end && bytes[colon + 1].isDigit
    }
    guard next < end, bytes[next].isUppercase else { return false }
    var label = next
    while label < end, label - next < 24, bytes[label].isLetter || bytes[label] == .space {
      label += 1
    }
    return label + 1 < end && bytes[label] == .colon && bytes[label + 1] == .space
  }

  private func isInToken(_ offset: Int, _ tokens: [InlineToken]) -> Bool {
    tokens.contains { token in
      switch token {
      case .link(let link): link.range.contains(offset)
      case .markup(let range, _), .autolink(let range): range.contains(offset)
      default: false
      }
    }
  }
}
