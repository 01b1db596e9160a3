internal import Diagnostics

extension SyntaxTree {
  /// Puts everything between two fences of one container into a box.
  ///
  /// A box that is not closed extends to the end of its container.
  mutating func wrapAdmonitions(
    _ comments: [(node: Node, line: Int)], _ fences: [Int: Fence], in file: SourceFile
  ) {
    var closings: [Int: Node] = [:]
    for (node, line) in comments {
      if case .close(let opening)? = fences[line] { closings[opening] = node }
    }
    for (node, line) in comments {
      guard case .open(let opening)? = fences[line] else { continue }
      let closing = closings[line]
      var end = closing?.startLine ?? line
      if closing == nil, let last = node.parent?.lastChild {
        end = max(line, lastLine(of: last, in: file))
      }
      let box = makeBox(type: opening.type, title: opening.title, lines: line..<end + 1)
      while let next = node.next, next != closing { box.append(next) }
      node.insertBefore(box)
      remove(node)
      if let closing { remove(closing) }
    }
  }

  /// Turns quotes that begin with a line `[!NOTE]` into boxes, as GitHub does; not inside another quote.
  mutating func wrapAlerts(_ quotes: [Node]) {
    for quote in quotes {
      guard quote.parent?.stands(in: .blockQuote) != true,
        let paragraph = quote.firstChild, paragraph.kind == .paragraph,
        let text = paragraph.firstChild, text.kind == .text,
        let type = Self.alertType(text.literal), text.next?.kind != .lineBreak
      else { continue }
      let rest = text.next
      guard rest == nil || rest?.kind == .softBreak else { continue }
      let box = makeBox(
        type: type, title: "", lines: quote.startLine..<max(quote.startLine, quote.endLine) + 1)
      remove(text)
      if let rest { remove(rest) }
      if paragraph.firstChild == nil { remove(paragraph) }
      quote.moveChildren(to: box)
      quote.insertBefore(box)
      remove(quote)
    }
  }

  private static func alertType(_ text: String) -> String? {
    guard text.utf8.count < 16 else { return nil }
    return switch text.uppercased() {
    case "[!NOTE]": "note"
    case "[!TIP]": "tip"
    case "[!IMPORTANT]": "important"
    case "[!WARNING]": "warning"
    case "[!CAUTION]": "caution"
    default: nil
    }
  }

  private mutating func makeBox(type: String, title: String, lines: LineRange) -> Node {
    let shown = title.isEmpty ? type.prefix(1).uppercased() + type.dropFirst() : title
    return make(
      .customBlock, .admonition(type: type), lines: lines,
      opening: """
        <div class="admonition admonition-\(type)">
        <p class="admonition-title">\(escaped(shown))</p>
        """,
      closing: "</div>")
  }
}
