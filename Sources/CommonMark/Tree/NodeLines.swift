internal import Bytes
internal import Diagnostics

extension SourceFile {
  /// The lines of one of cmark's blocks.
  ///
  /// cmark counts blank lines after a list as part of its last item, and the paragraph below an underlined
  /// heading as part of the heading; both are left out here.
  func lines(of node: Node) -> LineRange {
    let start = min(max(node.startLine, 1), lineCount)
    if node.kind == .heading {
      return start..<lastHeadingLine(from: start, column: node.startColumn) + 1
    }
    var end = min(max(node.endLine, start), lineCount)
    if node.kind == .htmlBlock { end = min(start + node.literalLines - 1, lineCount) }
    if node.kind == .codeBlock { end = min(end, lastCodeLine(of: node, from: start)) }
    while end > start, isBlank(line: end) { end -= 1 }
    return start..<end + 1
  }

  /// When a code fence is left open, cmark counts the line that ends the list or quote around it as code,
  /// although another block begins there.
  private func lastCodeLine(of node: Node, from start: Int) -> Int {
    let last = start + node.literalLines + 1
    guard last <= lineCount else { return lineCount }
    let text = bytes[offsets(ofLine: last)].drop { $0.isCmarkSpace || $0 == 0x3E }
    let isFence = text.starts(with: "```".utf8) || text.starts(with: "~~~".utf8)
    return isFence && node.following?.startLine != last ? last : last - 1
  }

  private func lastHeadingLine(from start: Int, column: Int) -> Int {
    let first = offsets(ofLine: start)
    let offset = first.lowerBound + max(column - 1, 0)
    // Text above an underline may begin with hashes too, but not with one to six of them and a space.
    let hashes = bytes[offset..<max(offset, first.upperBound)].prefix { $0 == 0x23 }
    if (1...6).contains(hashes.count),
      hashes.endIndex == first.upperBound || bytes[hashes.endIndex].isCmarkSpace
    {
      return start
    }
    var line = start + 1
    while line <= lineCount, !isBlank(line: line) {
      if isUnderline(line: line) { return line }
      line += 1
    }
    return start
  }
}
