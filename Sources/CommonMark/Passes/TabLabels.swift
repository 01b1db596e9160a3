extension SyntaxTree {
  /// Shows the tabs one after another: of the tags, only the label of each tab remains.
  mutating func showTabs(_ tabs: [Int: TabTag]) {
    var found: [(node: Node, tag: TabTag)] = []
    var walk = Walk(root)
    while let step = walk.next() {
      guard step.event == .enter, step.node.kind == .htmlBlock,
        let tag = tabs[step.node.startLine],
        step.node.literalBytes.trimmed.starts(with: TabTag.standIn.utf8)
      else { continue }
      found.append((step.node, tag))
    }
    for (node, tag) in found {
      let isLabel = tag.element == .item && !tag.isClosing
      let label = isLabel ? "<p class=\"tab-label\">\(escaped(tag.label))</p>" : ""
      let new = make(
        .customBlock, .html(HTMLPiece(node, [])),
        lines: node.startLine..<node.startLine + 1, opening: label, closing: "")
      node.insertBefore(new)
      remove(node)
    }
  }
}
