internal import CommonMark
internal import Diagnostics

/// What an author left open at the end of a document, so that what is added below stands on its
/// own.
extension Rewriting {
  /// Lines that close an open code fence or box at the top level; empty when all is closed, or was
  /// closed by an earlier call.
  mutating func takeClosing() -> String {
    guard !isClosed else { return "" }
    isClosed = true
    return closing
  }

  private var closing: String {
    var closing = ""
    let boxes = BoxFences(in: self)
    for (number, block) in blocks.enumerated()
    where block.depth == 0 && block.lines.upperBound >= lastTextLine + 1 {
      switch block.kind {
      case .code: closing += openFence(of: block, at: number)
      case .quote(.some): closing += openBox(number, boxes)
      default: continue
      }
    }
    return closing
  }

  var lastTextLine: Int {
    var line = file.lineCount
    while line > 1, file.isBlank(line: line) { line -= 1 }
    return line
  }

  private func openFence(of block: Block, at index: Int) -> String {
    // A block that became an element has no fence to close.
    guard let fence = CodeFence(of: block, in: self), !becomesElement(index, fence) else {
      return ""
    }
    let mark = file.bytes[fence.mark]
    let length = file.bytes[fence.mark...].prefix { $0 == mark }.count
    let last = trimmedLine(lastTextLine)
    let indent = file.bytes[file.offsets(ofLine: lastTextLine)].prefix { $0.isBlank }
    let isClosed =
      lastTextLine > block.lines.lowerBound && last.count >= length
      && !indent.contains(.tab) && indent.count <= 3
      && last.allSatisfy { $0 == mark }
    return isClosed
      ? "" : "\n" + String(repeating: String(Unicode.Scalar(mark)), count: length) + "\n"
  }

  private func openBox(_ number: Int, _ boxes: BoxFences) -> String {
    guard boxes.openings[number] != nil, boxes.closings[number] == nil else { return "" }
    return "\n" + String(repeating: ":", count: boxes.colons[number] ?? 3) + "\n"
  }

  private func trimmedLine(_ line: Int) -> ArraySlice<UInt8> {
    file.bytes[file.bytes.trimmed(file.offsets(ofLine: line))]
  }
}
