internal import Bytes

extension SyntaxTree {
  /// Turns the `[ ]` or `[x]` at the start of a list item into a box.
  mutating func addTaskBoxes(to items: [Node]) {
    for item in items {
      guard let paragraph = item.firstChild, paragraph.kind == .paragraph,
        let text = paragraph.firstChild, text.kind == .text, let isDone = Self.box(of: text)
      else { continue }
      let checked = isDone ? " checked=\"\"" : ""
      text.insertBefore(
        make(
          .customInline, .task(isDone: isDone),
          opening: "<input type=\"checkbox\"\(checked) disabled=\"\" />", closing: ""))
      text.dropLiteralPrefix(3)
    }
  }

  private static func box(of text: Node) -> Bool? {
    unsafe text.withLiteral { bytes in
      guard unsafe bytes.count > 3 && bytes[0] == 0x5B && bytes[2] == 0x5D && bytes[3].isCmarkSpace
      else { return nil }
      return switch unsafe bytes[1] {
      case 0x20: false
      case 0x58, 0x78: true
      default: nil
      }
    }
  }
}
