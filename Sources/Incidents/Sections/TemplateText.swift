internal import Bytes
package import CommonMark
internal import Vocabulary

/// Finds what a template asks its author to replace.
package enum TemplateText {
  /// A line that nobody filled in.
  package struct Line {
    package let line: Int
    package let text: String
    /// Whether only its type shows it, as in "_Describe the cause._": below it may be the answer.
    package let isPrompt: Bool
  }

  /// The lines of a block that are only a placeholder; for a row, the first cell that is.
  package static func lines(of block: Block) -> [Line] {
    let first = block.lines.lowerBound
    func one(_ text: String?, isPrompt: Bool = false) -> [Line] {
      text.map { [Line(line: first, text: $0.onOneLine, isPrompt: isPrompt)] } ?? []
    }
    switch block.kind {
    case .heading: return one(isOpen(heading: block.text) ? block.text : nil)
    case .tableRow:
      return one(
        block.cells.first { $0.links.isEmpty && isOne($0.text.utf8[...]) && !isState($0.text) }?
          .text)
    case .paragraph, .item:
      if block.isEmphasized, isInstruction(block.text) { return one(block.text, isPrompt: true) }
      guard block.links.isEmpty else { return [] }
      if isOne(block.text.utf8[...]) { return one(block.text) }
      guard block.text.utf8.contains(0x0A) else { return [] }
      let lines = block.text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      return lines.enumerated().compactMap { offset, line in
        // Among other lines, brackets hold a remark.
        line.first != UInt8(ascii: "[") && isOne(line)
          ? Line(line: first + offset, text: String(Substring(line)), isPrompt: false) : nil
      }
    case .code, .html, .thematicBreak, .quote, .tableHeader: return []
    }
  }

  /// In a table of action items "TODO" is a state.
  private static func isState(_ text: String) -> Bool {
    ["todo", "to do"].contains(text.lowercased())
  }

  private static func isOne(_ bytes: Substring.UTF8View) -> Bool {
    guard bytes.count < 160, let first = bytes.first, let last = bytes.last else { return false }
    if ClockPattern.begins(bytes) { return true }
    if first == UInt8(ascii: "["), last == UInt8(ascii: "]") { return isQuestion(bytes) }
    let value = value(of: bytes)
    let label = bytes[..<value.startIndex]
    if !label.isEmpty, label.count <= Self.longestLabel, isOpen(value, isValue: true) {
      return true
    }
    if mayBeSample(bytes) {
      let text = Substring(bytes).lowercased()
      if samples.contains(where: text.mentions) { return true }
    }
    guard value.count <= Self.longest, !value.contains(0x0A) else { return false }
    let word = String(Substring(value)).lowercased()
    // "To do" alone is the heading of a list.
    return words.contains(word) && (word != "to do" || value.count < bytes.count)
  }

  /// The length of the longest of ``words``.
  private static let longest = 16

  /// The most bytes of a label before a value in brackets; a longer text is a sentence.
  private static let longestLabel = 24

  /// The text, or what follows a label: "Owner: TBD".
  private static func value(of bytes: Substring.UTF8View) -> Substring.UTF8View {
    let tail = bytes.suffix(64)
    guard let colon = tail.lastIndex(of: UInt8(ascii: ":")) else { return bytes }
    return tail[tail.index(after: colon)...].drop { $0 == 0x20 }
  }

  private static let words: Set<String> = [
    "tbd", "tbd.", "tbc", "todo", "to do", "fixme", "xxx", "lorem ipsum", "yyyy-mm-dd", "hh:mm",
    "to be determined", "to be written", "to be added", "coming soon", "yyyy-mm-dd hh:mm",
  ]

  /// The example of an action item, as templates give it.
  private static let samples = [
    "(owner, due", "(owner, date", "[owner]", "due yyyy-mm-dd", "due: yyyy-mm-dd", "by yyyy-mm-dd",
    "@owner ",
  ]

  private static func mayBeSample(_ bytes: Substring.UTF8View) -> Bool {
    bytes.contains { byte in
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "@"), UInt8(ascii: "Y"): true
      default: false
      }
    }
  }

  /// One pair of brackets around two words or more: "[what is affected]", but not "[1]" or "[a] or [b]".
  private static func isQuestion(_ bytes: Substring.UTF8View) -> Bool {
    guard bytes.count > 2 else { return false }
    let inner = bytes.dropFirst().dropLast()
    guard inner.first.map({ $0.isLetter }) == true,
      !inner.contains(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") })
    else { return false }
    return inner.contains(0x20) || names.contains(String(Substring(inner)).lowercased())
  }

  /// How a question or the name of what is wanted begins.
  private static let questions = [
    "who", "what", "how", "which", "when", "where", "why", "your", "the", "name",
    "short",
    "brief", "number", "date", "time", "link", "list", "one", "estimated", "if",
  ]

  /// What single words in brackets stand for.
  private static let names: Set<String> = [
    "title", "name", "names", "date", "time", "severity", "description", "summary", "cause",
    "impact", "service", "services", "link", "url", "ticket", "number", "author", "authors",
    "duration", "event", "action", "team", "incident", "status", "lead",
  ]

  // MARK: Headings

  /// "Incident: [title]", "[Short title]", "Postmortem - <title>".
  private static func isOpen(heading: String) -> Bool {
    let bytes = heading.utf8
    guard bytes.count < 160, let last = bytes.last,
      let open = bytes.lastIndex(where: {
        $0 == (last == UInt8(ascii: ">") ? UInt8(ascii: "<") : UInt8(ascii: "["))
      })
    else { return false }
    let front = bytes[..<open].last { $0 != 0x20 }
    // A dash of Unicode ends in one of two bytes.
    let isValue = front.map { ":-|".utf8.contains($0) || $0 == 0x93 || $0 == 0x94 } ?? true
    return isValue && isOpen(bytes[open...])
  }

  /// "[title]" or "<short title>": a known word, or several words that do not begin like a name.
  private static func isOpen(_ value: Substring.UTF8View, isValue: Bool = false) -> Bool {
    guard let first = value.first, let last = value.last,
      (first == UInt8(ascii: "[") && last == UInt8(ascii: "]"))
        || (first == UInt8(ascii: "<") && last == UInt8(ascii: ">"))
    else { return false }
    let inner = String(Substring(value.dropFirst().dropLast()))
    guard !inner.utf8.contains(where: { $0 == first || $0 == last }) else { return false }
    if names.contains(inner.lowercased()) { return true }
    guard inner.utf8.contains(0x20) else { return false }
    if isInstruction(inner) { return true }
    // A list of names is in brackets too.
    let words = Words(inner)
    return isValue
      ? questions.contains { words.begins(with: $0) }
      : inner.utf8.first.map { $0.isLowercase } == true
  }

  /// Whether a heading only says that a title belongs here.
  package static func isLabelOfTitle(_ heading: String) -> Bool {
    guard heading.utf8.count <= 24, !heading.utf8.contains(where: { "[<{".utf8.contains($0) })
    else { return false }
    return [
      "title", "incident title", "título", "titel", "titre", "タイトル", "标题", "제목",
    ].contains(FoldedText.name(heading))
  }

  // MARK: Instructions

  /// "Describe the cause.", "What alerted us?", "One paragraph: what broke".
  static func isInstruction(_ text: String) -> Bool {
    guard text.utf8.count <= 400 else { return false }
    if text.utf8.last == UInt8(ascii: "?") || asksToDescribe(text) { return true }
    let words = Words(text)
    return openings.contains { words.begins(with: $0) }
  }

  /// "Describe the cause.": nobody begins an answer like that.
  static func asksToDescribe(_ text: String) -> Bool {
    let word = text.utf8.prefix(12).prefix { $0.isLetter }
    return ["describe", "explain", "summarize", "summarise"].contains(
      String(decoding: word.map(\.lowercased), as: UTF8.self))
  }

  private static let openings = [
    "briefly", "please", "outline", "list", "provide", "include", "detail", "specify", "state",
    "fill in", "insert", "enter", "write", "add", "note", "give", "e g", "for example", "a short",
    "a brief", "short description", "brief description", "short summary", "brief summary",
    "one paragraph", "two paragraphs", "one sentence", "two sentences", "three sentences",
    "one or two", "two or three", "a few sentences", "a sentence", "a paragraph",
  ]
}
