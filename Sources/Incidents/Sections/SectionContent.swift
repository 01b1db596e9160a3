internal import CommonMark
internal import Vocabulary

/// Distinguishes a written section from an empty one and from a mere placeholder.
enum SectionContent {
  static func content(of blocks: ArraySlice<Block>) -> Section.Content {
    var placeholder: (line: Int, text: String)?
    for block in blocks {
      switch block.kind {
      case .heading, .quote, .html, .thematicBreak, .tableHeader: continue
      case .tableRow:
        let text = block.cells.map(\.text).joined(separator: " ")
        if isWritten(text, line: block.lines.lowerBound, placeholder: &placeholder) {
          return .written
        }
      case .paragraph, .item, .code:
        if !block.links.isEmpty { return .written }
        if isPrompt(block) {
          placeholder = placeholder ?? (block.lines.lowerBound, block.text.onOneLine)
          continue
        }
        if isWritten(block.text, line: block.lines.lowerBound, placeholder: &placeholder) {
          return .written
        }
      }
    }
    guard let placeholder else { return .empty }
    return .placeholder(line: placeholder.line, text: placeholder.text)
  }

  /// Whether a block is a question or an instruction of the template.
  private static func isPrompt(_ block: Block) -> Bool {
    if block.isEmphasized { return TemplateText.isInstruction(block.text) }
    return block.kind == .paragraph && block.text.utf8.count <= 120
      && TemplateText.asksToDescribe(block.text)
  }

  /// The content of a text on the same line as its label.
  static func content(of text: String, line: Int) -> Section.Content {
    var placeholder: (line: Int, text: String)?
    if isWritten(text, line: line, placeholder: &placeholder) { return .written }
    return placeholder.map { .placeholder(line: $0.line, text: $0.text) } ?? .empty
  }

  /// Whether a text is only a word such as "TBD" or "none".
  static func isPlaceholder(_ text: String) -> Bool {
    guard text.utf8.count <= 48 else { return false }
    let folded = FoldedText.name(text)
    return folded.isEmpty || isPlaceholder(text, folded: folded)
  }

  private static func isWritten(
    _ text: String, line: Int, placeholder: inout (line: Int, text: String)?
  ) -> Bool {
    // Placeholders are never longer, and folding a long paragraph costs more than reading it.
    if text.utf8.count > 48 { return true }
    let folded = FoldedText.name(text)
    if folded.isEmpty { return false }
    guard isPlaceholder(text, folded: folded) else { return true }
    if placeholder == nil { placeholder = (line, text) }
    return false
  }

  /// Placeholder words that say nothing, as templates and people in a hurry write them.
  private static let placeholders: Set<String> = [
    "tbd", "tba", "tbc", "todo", "to do", "n a", "na", "none yet", "pending", "unknown", "wip",
    "fixme",
    "to be determined", "to be done", "to be added", "to be written", "to be confirmed",
    "to be completed",
    "under investigation", "investigating", "still investigating", "coming soon", "placeholder",
    "x", "xxx",
    "fill in", "fill me in", "lorem ipsum",
  ]

  private static func isPlaceholder(_ text: String, folded: String) -> Bool {
    if placeholders.contains(folded) || ClockPattern.begins(text.utf8) { return true }
    let trimmed = text.utf8.drop { $0 == 0x20 }
    guard let first = trimmed.first, let last = trimmed.last(where: { $0 != 0x20 }) else {
      return true
    }
    // A whole text in brackets comes from a template: "[what is affected]", "<describe the cause>",
    // "{{cause}}".
    return (first == UInt8(ascii: "[") && last == UInt8(ascii: "]"))
      || (first == UInt8(ascii: "<") && last == UInt8(ascii: ">"))
      || (trimmed.starts(with: Array("{{".utf8)) && last == UInt8(ascii: "}"))
  }
}
