internal import Bytes

/// Part of a block's running text, and where the blocks that belong to it end.
package struct TextSlice: Sendable {
  /// The number of the block.
  package let block: Int
  /// The cell of a row; 0 for any other block.
  package let cell: Int
  /// Which lines of the text, counted from 0.
  package let lines: Range<Int>
  /// How many bytes of text are left out at the start of the first line.
  package let dropped: Int
  /// Blocks in the same list item count up to this line of the file.
  package let end: Int

  package init(block: Int, cell: Int = 0, lines: Range<Int>, dropped: Int, end: Int) {
    self.block = block
    self.cell = cell
    self.lines = lines
    self.dropped = dropped
    self.end = end
  }
}

/// What a page shows of a ``TextSlice``, as HTML.
package struct SliceHTML: Sendable {
  package var lines: [[UInt8]] = []
  /// The blocks below the text in the same list item.
  package var blocks: [UInt8] = []
}

extension SyntaxTree {
  /// The HTML of a slice of the text in `node`; `nil` when the text cannot be divided there.
  ///
  /// What is left out is gone from the tree.
  func html(of slice: TextSlice, in node: Node, lines groups: [[Node]]) -> SliceHTML? {
    guard slice.lines.upperBound <= groups.count else { return nil }
    var result = SliceHTML()
    var rest = slice.dropped
    for (number, group) in groups[slice.lines].enumerated() {
      var line: [UInt8] = []
      for child in group {
        let isCut = rest > 0
        if isCut { drop(&rest, from: child) }
        guard !isCut || !isEmpty(child) else { continue }
        // Most of a text has no marks, and cmark's renderer costs more than the text.
        if child.kind == .text, child.mark == nil {
          line += escaped(child.literal).utf8
        } else {
          child.render(into: &line)
        }
      }
      if number == 0 { line = Array(line.drop(while: \.isCmarkSpace)) }
      result.lines.append(line)
    }
    guard node.parent?.kind == .item else { return result }
    var sibling = node.next
    while let block = sibling, startLine(of: block) < slice.end {
      guard lastLine(of: block) < slice.end else { return nil }
      block.render(into: &result.blocks)
      sibling = block.next
    }
    return result
  }

  /// The children of a block between its line breaks. A break inside emphasis divides nothing.
  func lines(of node: Node) -> [[Node]] {
    var groups: [[Node]] = [[]]
    var child = node.firstChild
    while let next = child {
      if isBreak(next) { groups.append([]) } else { groups[groups.count - 1].append(next) }
      child = next.next
    }
    return groups
  }

  private func isBreak(_ node: Node) -> Bool {
    switch node.kind {
    case .softBreak, .lineBreak: return true
    case .customInline:
      guard case .html(let piece)? = mark(of: node)?.role else { return false }
      return piece.source.utf8.starts(with: "<br".utf8)
    default: return false
    }
  }

  private func drop(_ count: inout Int, from child: Node) {
    var texts: [Node] = []
    var walk = Walk(child)
    while let step = walk.next() {
      guard step.event == .enter else { continue }
      if step.node.kind == .text || step.node.kind == .code { texts.append(step.node) }
    }
    for text in texts where count > 0 {
      let bytes = text.literalBytes
      let cut = min(count, bytes.count)
      count -= cut
      text.setLiteral(bytes[cut...])
    }
  }

  private func isEmpty(_ child: Node) -> Bool {
    var walk = Walk(child)
    while let step = walk.next() {
      guard step.event == .enter else { continue }
      switch step.node.kind {
      case .text, .code: if !step.node.literalBytes.isEmpty { return false }
      case .emphasis, .strong, .link: continue
      case .customInline:
        if case .struck? = mark(of: step.node)?.role { continue }
        return false
      default: return false
      }
    }
    return true
  }

  private func lastLine(of node: Node) -> Int {
    mark(of: node).map { $0.lines.upperBound - 1 } ?? node.endLine
  }
}
