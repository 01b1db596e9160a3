internal import Bytes
internal import CCmark
internal import Diagnostics

extension SyntaxTree {
  /// See ``MarkdownDocument/html(of:headingShift:omitting:)``.
  func html(of range: LineRange?, headingShift: Int, omitting line: Int?) -> [UInt8] {
    var output: [UInt8] = []
    if headingShift != 0 { shiftHeadings(by: headingShift) }
    defer { if headingShift != 0 { shiftHeadings(by: 0) } }
    guard range != nil || line != nil else {
      root.render(options: CMARK_OPT_DEFAULT, into: &output)
      return output
    }
    var child = root.firstChild
    while let node = child {
      let start = startLine(of: node)
      if start != line || !isHeading(node), range?.contains(start) ?? true {
        node.render(options: CMARK_OPT_DEFAULT, into: &output)
      }
      child = node.next
    }
    return output
  }

  /// The HTML of the top-level blocks that start in each of some ranges of lines, in one walk; footnotes are not
  /// among them.
  func html(ofEach ranges: [LineRange], headingShift: Int) -> [[UInt8]] {
    guard ranges.contains(where: { !$0.isEmpty }) else { return ranges.map { _ in [] } }
    if headingShift != 0 { shiftHeadings(by: headingShift) }
    defer { if headingShift != 0 { shiftHeadings(by: 0) } }
    var blocks: [(line: Int, node: Node)] = []
    var child = root.firstChild
    while let node = child {
      if !isFootnotes(node) { blocks.append((startLine(of: node), node)) }
      child = node.next
    }
    return ranges.map { range in
      var output: [UInt8] = []
      let first = blocks.partition { $0.line >= range.lowerBound }
      for block in blocks[first...].prefix(while: { $0.line < range.upperBound }) {
        block.node.render(into: &output)
      }
      return output
    }
  }

  /// What cmark writes when it trusts the author, including raw HTML; never for a page.
  func trustingHTML() -> [UInt8] {
    var output: [UInt8] = []
    root.render(options: CMARK_OPT_UNSAFE, into: &output)
    return output
  }

  private func isFootnotes(_ node: Node) -> Bool {
    if case .footnotes? = mark(of: node)?.role { true } else { false }
  }

  private func isHeading(_ node: Node) -> Bool {
    if case .heading? = mark(of: node)?.role { true } else { false }
  }

  private func shiftHeadings(by shift: Int) {
    for heading in headings { heading.setTags(shift: shift) }
  }
}

extension Node {
  /// Appends the safe HTML of this node and everything below it.
  func render(into output: inout [UInt8]) { render(options: CMARK_OPT_DEFAULT, into: &output) }
}
