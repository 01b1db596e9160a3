internal import Bytes
internal import CommonMark
internal import Diagnostics

/// What an author left open at the end of a document, so that text added below it is separate.
extension Rewriting {
  /// Lines that close an open code fence or box at the top level; empty when nothing is open, or an earlier
  /// call has closed it.
  mutating func takeClosing() -> String {
    guard !isClosed else { return "" }
    isClosed = true
    return closing
  }

  private var closing: String {
    var closings: [String] = []
    let boxes = BoxFences(in: self)
    // Below the last block there may be definitions, which are removed.
    let end = blocks.map(\.lines.upperBound).max() ?? 0
    for (number, block) in blocks.enumerated() where block.lines.upperBound >= end {
      switch block.kind {
      case .code where isInBoxesOnly(number, boxes):
        closings.append(openFence(of: block, at: number))
      // Everything in the outermost box ends with it.
      case .quote(.some) where block.depth == 0: closings.append(openBox(number, boxes))
      default: continue
      }
    }
    return closings.reversed().joined()
  }

  private func isInBoxesOnly(_ index: Int, _ boxes: BoxFences) -> Bool {
    let block = blocks[index]
    // A fence further in belongs to a footnote, which ends by itself.
    let line = file.offsets(ofLine: block.lines.lowerBound)
    let indentation = file.bytes[line].prefix { $0.isSpaceOrTab }
    guard file.bytes.columns(indentation.startIndex..<indentation.endIndex) <= 3 else {
      return false
    }
    // A quote that becomes a box is closed with everything in it.
    return blocks.indices[..<index].allSatisfy { number in
      let outer = blocks[number]
      let isAround = outer.depth < block.depth && outer.lines.contains(block.lines.lowerBound)
      return !isAround || boxes.openings[number] != nil
    }
  }

  /// The closing fence that is missing from an open code block, on a line below it; empty when there is
  /// one.
  func openFence(of block: Block, at index: Int) -> String {
    // A block that became an element does not have a fence to close.
    guard let fence = CodeFence(of: block, in: self), !becomesElement(index, fence) else {
      return ""
    }
    let lines = block.text.utf8.count { $0 == .newline }
    guard block.lines.count < lines + 2 else { return "" }
    let mark = file.bytes[fence.mark]
    let length = file.bytes[fence.mark...].prefix { $0 == mark }.count
    return "\n" + String(repeating: String(Unicode.Scalar(mark)), count: length) + "\n"
  }

  private func openBox(_ number: Int, _ boxes: BoxFences) -> String {
    guard boxes.openings[number] != nil, boxes.closings[number] == nil else { return "" }
    return "\n" + String(repeating: ":", count: boxes.colons[number] ?? 3) + "\n"
  }
}
