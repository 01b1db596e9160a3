internal import Bytes
internal import CommonMark
internal import Incidents

/// Finds questions of a template that nobody answered.
enum TemplateText {
  /// The first text of a block or a cell that is only a placeholder.
  static func first(in block: Block) -> String? {
    switch block.kind {
    case .paragraph, .item: return isOne(block.text, links: block.links) ? block.text : nil
    case .tableRow:
      return block.cells.first { !isState($0.text) && isOne($0.text, links: $0.links) }?.text
    case .heading, .code, .html, .thematicBreak, .quote, .tableHeader: return nil
    }
  }

  /// In a table of action items "TODO" is a state.
  private static func isState(_ text: String) -> Bool {
    ["todo", "to do"].contains(text.lowercased())
  }

  private static func isOne(_ text: String, links: [Link]) -> Bool {
    let bytes = text.utf8
    guard links.isEmpty, bytes.count < 160, let first = bytes.first, let last = bytes.last else {
      return false
    }
    if first == UInt8(ascii: "["), last == UInt8(ascii: "]") { return isQuestion(bytes) }
    let value = value(of: bytes)
    guard value.count <= Self.longest, !value.contains(0x0A) else { return false }
    let word = String(Substring(value)).lowercased()
    // "To do" alone is the heading of a list.
    return words.contains(word) && (word != "to do" || value.count < bytes.count)
  }

  /// The length of the longest of ``words``.
  private static let longest = 16

  /// The text, or what follows a label: "Owner: TBD".
  private static func value(of bytes: String.UTF8View) -> Substring.UTF8View {
    let tail = bytes.suffix(Self.longest + 2)
    guard let colon = tail.lastIndex(of: UInt8(ascii: ":")) else { return bytes[...] }
    return tail[tail.index(after: colon)...].drop { $0 == 0x20 }
  }

  private static let words: Set<String> = [
    "tbd", "tbd.", "tbc", "todo", "to do", "fixme", "xxx", "lorem ipsum", "yyyy-mm-dd", "hh:mm",
    "to be determined", "to be written", "to be added", "coming soon",
  ]

  /// One pair of brackets around two words or more: "[what is affected]", but not "[1]" or "[a] or [b]".
  private static func isQuestion(_ bytes: String.UTF8View) -> Bool {
    let inner = bytes.dropFirst().dropLast()
    return inner.contains(0x20)
      && !inner.contains { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") }
      && inner.first.map { $0.isLetter } == true
  }
}
