internal import Bytes
internal import CommonMark
internal import Diagnostics

/// Where the lines of code begin, in columns.
extension Rewriting {
  /// Whether tabs stand before a fence in a container. cmark and Docusaurus' parser take a different part of
  /// such a tab for the container, and so for the code.
  func hasTabbedMargin(_ block: Block, _ fence: CodeFence) -> Bool {
    block.depth > 0
      && file.bytes[file.start(ofLine: block.lines.lowerBound)..<fence.mark].contains(.tab)
  }

  /// Writes the lines of a block with spaces before them, so that Docusaurus shows the code that the archive
  /// shows.
  mutating func writeMargin(of block: Block, _ fence: CodeFence) {
    let bytes = file.bytes
    let first = file.offsets(ofLine: block.lines.lowerBound)
    let width = bytes.columns(first.lowerBound..<fence.mark)
    var margins = [margin(in: first, before: fence.mark, width: width)]
    let code = block.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    for (line, index) in zip(fence.lines, 0...) {
      let offsets = file.offsets(ofLine: line)
      let text = bytes.trimmed(offsets)
      guard index < code.count else {
        let marks = bytes[text].reversed().prefix { $0 == bytes[fence.mark] }
        margins.append(margin(in: offsets, before: text.upperBound - marks.count, width: width))
        break
      }
      // The line of code with the blanks that belong to it, without those at its end.
      let shown = Array(code[index].utf8)
      let words = shown.trimmed(0..<shown.count)
      guard !words.isEmpty else { continue }
      let start = text.upperBound - words.count
      guard start >= offsets.lowerBound, bytes[start..<text.upperBound] == shown[words] else {
        return
      }
      margins.append(
        margin(in: offsets, before: start, width: width, code: shown.text(0..<words.lowerBound)))
    }
    for margin in margins { edits.replace(margin.range, with: margin.text) }
  }

  /// The spaces that bring a text to a column, in place of the blanks before it. `code` are the blanks that belong to
  /// the code.
  private func margin(
    in line: Range<Int>, before start: Int, width: Int, code: String = ""
  ) -> (range: Range<Int>, text: String) {
    let bytes = file.bytes
    var blanks = start
    while blanks > line.lowerBound, bytes[blanks - 1].isSpaceOrTab { blanks -= 1 }
    let column = bytes.columns(line.lowerBound..<blanks)
    return (blanks..<start, String(repeating: " ", count: max(0, width - column)) + code)
  }
}
