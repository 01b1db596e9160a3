internal import CCmark
internal import Diagnostics

extension SyntaxTree {
  /// See ``MarkdownDocument/html(of:headingShift:omittingTitle:)``.
  func html(of range: LineRange?, headingShift: Int, omittingTitle: Bool) -> [UInt8] {
    var output: [UInt8] = []
    if headingShift != 0 { shiftHeadings(by: headingShift) }
    defer { if headingShift != 0 { shiftHeadings(by: 0) } }
    let title = omittingTitle ? self.title : nil
    guard range != nil || title != nil else {
      root.render(options: CMARK_OPT_DEFAULT, into: &output)
      return output
    }
    var child = root.firstChild
    while let node = child {
      let isWanted = range.map { $0.contains(startLine(of: node)) } ?? true
      if isWanted, node != title { node.render(options: CMARK_OPT_DEFAULT, into: &output) }
      child = node.next
    }
    return output
  }

  /// What cmark writes when it trusts the author, including raw HTML; never for a page.
  func trustingHTML() -> [UInt8] {
    var output: [UInt8] = []
    root.render(options: CMARK_OPT_UNSAFE, into: &output)
    return output
  }

  /// The first heading, if it is of level 1 and only text comes before it.
  private var title: Node? {
    var child = root.firstChild
    while let node = child {
      if case .heading(let level, _)? = mark(of: node)?.role { return level == 1 ? node : nil }
      if node.kind == .thematicBreak { return nil }
      child = node.next
    }
    return nil
  }

  private func shiftHeadings(by shift: Int) {
    for heading in headings { heading.setTags(shift: shift) }
  }
}
