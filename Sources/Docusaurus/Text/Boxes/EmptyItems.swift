internal import Bytes
internal import CommonMark
internal import Diagnostics

extension Rewriting {
  /// Separates items and quotes that begin with an empty item from the text above them. Docusaurus' parser does
  /// not let an empty item end a paragraph; cmark does when the item is inside another one or in a quote. An item
  /// whose first line is a definition is empty on the page.
  mutating func separateEmptyItems() {
    let definitionStarts = Set(definitions.all.map(\.range.lowerBound))
    for (index, block) in blocks.enumerated().dropFirst() where isContainer(block) {
      let line = block.lines.lowerBound
      guard continuesText(above: block, blocks[index - 1]), !file.isBlank(line: line - 1) else {
        continue
      }
      let content = file.contentOffsets(ofLine: line)
      if isEmptyItem(content) || definitionStarts.contains(content.lowerBound) {
        insertBlankLine(before: line)
      }
    }
  }

  private func isContainer(_ block: Block) -> Bool {
    switch block.kind {
    case .item, .quote(admonition: nil): true
    default: false
    }
  }

  /// Whether the block before a container is text that goes on to the line above it.
  private func continuesText(above block: Block, _ previous: Block) -> Bool {
    switch previous.kind {
    case .paragraph:
      previous.depth == block.depth && previous.lines.upperBound == block.lines.lowerBound
    case .item: previous.depth + 1 == block.depth && !previous.text.isEmpty
    default: false
    }
  }

  /// Whether what follows the marks of a line is nothing, or one more mark without a space after it.
  private func isEmptyItem(_ content: Range<Int>) -> Bool {
    let text = file.bytes[file.bytes.trimmed(content)]
    guard let mark = text.last else { return true }
    let digits = text.dropLast()
    return digits.isEmpty
      ? "-+*".utf8.contains(mark)
      : ".)".utf8.contains(mark) && digits.count < 10 && digits.allSatisfy(\.isDigit)
  }
}
