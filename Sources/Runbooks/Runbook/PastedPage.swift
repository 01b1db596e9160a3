internal import Bytes
package import Diagnostics
internal import Vocabulary

/// A process page that was pasted as plain text, so that its headings, lists and commands have lost their marks.
///
/// The marks are put back, line by line: each line of the text is still a line with the same number, so that findings
/// name the lines of the file.
package enum PastedPage {
  /// The page with its marks; `nil` for a page that is not the response process, or that has headings.
  package static func restored(_ file: SourceFile) -> SourceFile? {
    guard mayBePasted(file) else { return nil }
    var restorer = Restorer(file)
    return restorer.restored().map { SourceFile(path: file.path, text: $0) }
  }

  /// What is said of a page whose marks were put back.
  static func finding(in file: SourceFile) -> Diagnostic {
    let first = (1...max(1, file.lineCount)).first { file.text(ofLine: $0).hasPrefix("Phase ") }
    return RunbookFinding.lostMarks.at(
      line: first ?? 1, in: file, "the headings and lists of this page have lost their marks",
      help:
        "run 'build-site check --fix', or write '## ' before each heading, '- ' before each item, and put commands between lines '```'"
    )
  }

  /// A first look at the bytes: two lines that begin with "Phase", and none with "##".
  private static func mayBePasted(_ file: SourceFile) -> Bool {
    var phases = 0
    for line in 1...max(1, file.lineCount) {
      let bytes = file.bytes[file.offsets(ofLine: line)]
      if bytes.starts(with: "##".utf8) || bytes.starts(with: "```".utf8) { return false }
      if bytes.starts(with: "Phase ".utf8) { phases += 1 }
    }
    return phases > 1
  }

  /// Goes through the lines from the first to the last.
  private struct Restorer {
    private let lines: [String]
    private let body: Int
    /// Whether the next line begins an item: its mark was left on the line before it.
    private var owesItem = false
    /// Whether the lines are the text of a template, up to the next heading.
    private var isTemplate = false
    /// Whether a list is open, so that a line without a mark would belong to its last item.
    private var isInList = false
    /// Whether its last item had a mark.
    private var isMarked = false
    /// Whether the lines belong to a command.
    private var isCommand = false

    init(_ file: SourceFile) {
      lines = (1...max(1, file.lineCount)).map { file.text(ofLine: $0) }
      // Front matter stays.
      let end = lines.first == "---" ? lines.dropFirst().firstIndex(of: "---") : nil
      body = end.map { $0 + 1 } ?? 0
    }

    mutating func restored() -> String? {
      guard let title = lines[body...].firstIndex(where: { !$0.trimmed.isEmpty }),
        !lines[title].hasPrefix("#")
      else { return nil }
      var result = Array(lines[..<title])
      for index in title..<lines.count {
        result.append(index == title ? "# \(lines[index].trimmed)" : restored(index))
      }
      return result.joined(separator: "\n") + "\n"
    }

    private mutating func restored(_ index: Int) -> String {
      let line = lines[index]
      let text = line.trimmed
      if let level = level(of: index) {
        isTemplate = level == 4 && text.foldedWords.hasPrefix("template")
        isCommand = false
        isInList = false
        owesItem = false
        return String(repeating: "#", count: level) + " " + text.withoutComment
      }
      if isTemplate { return "    \(line)" }
      if isCommand {
        isCommand = text.hasSuffix("\\")
        return "    \(line)"
      }
      if text == "-" {
        owesItem = true
        return ""
      }
      if ShellBlock.startsWithProgram(text), index > 0, lines[index - 1].hasPrefix("# ") {
        isCommand = text.hasSuffix("\\")
        isInList = false
        return "    \(line)"
      }
      return text.isEmpty || text.hasPrefix("|") ? line : item(text) + Self.lineBreak
    }

    /// Two spaces: the lines of a text stay lines.
    private static let lineBreak = "  "

    /// A line that is an item when its mark stands on the line before, or is that of a comment. A label after a list
    /// begins something else.
    private mutating func item(_ line: String) -> String {
      let isItem = line.hasPrefix("- ")
      let isOwed = owesItem && !isItem
      owesItem = false
      var text = line
      if text.hasSuffix(" -"), !text.contains("|") {
        owesItem = true
        text = text.dropLast(2).trimmed
      }
      if text.hasPrefix("# ") || isItem || isOwed {
        isInList = true
        isMarked = isItem
        if text.hasPrefix("# - ") { return "  - \(text.dropFirst(4))" }
        return isItem ? text : "- \(text.withoutComment)"
      }
      guard isInList, text.hasSuffix(":"), text.utf8.count < 80 else {
        // An item that kept its mark is one line, and this is the next.
        return isInList && isMarked ? "- \(text)" : text
      }
      isInList = false
      return "#### \(text)"
    }

    /// The level of a heading; `nil` for any other line.
    private func level(of index: Int) -> Int? {
      let text = lines[index].trimmed
      guard !text.isEmpty, text.utf8.count < 120, !text.hasPrefix("-"), !text.hasPrefix("|") else {
        return nil
      }
      if text.hasPrefix("# ") {
        let next = lines[(index + 1)...].first { !$0.trimmed.isEmpty }?.trimmed ?? ""
        return ShellBlock.startsWithProgram(next) ? 4 : nil
      }
      let words = text.foldedWords
      if words.hasPrefix("phase "), words.dropFirst(6).first?.isNumber == true { return 2 }
      if PastedPage.sections.contains(words) { return 2 }
      if words.hasPrefix("template "), text.hasSuffix(":"), words.split(separator: " ").count < 6 {
        return 4
      }
      guard text.hasSuffix("?"), !DecisionDraft.mayHaveArrows(text) else { return nil }
      let next = lines[(index + 1)...].first { !$0.trimmed.isEmpty } ?? ""
      return DecisionDraft.isArrowLine(next) && !next.trimmed.hasPrefix("→") ? 3 : nil
    }
  }

  /// What the sections of a process are called, folded.
  private static let sections: Set<String> = [
    "communication matrix", "notification matrix", "escalation matrix", "decision trees",
    "decision tree", "tools quick reference", "tools", "quick reference", "emergency contacts",
    "contacts", "who to call", "post incident checklist", "closing checklist", "checklist",
    "learning from incidents", "learning questions", "response policy", "response windows",
    "severities", "severity levels", "update templates", "templates",
  ]
}

extension String {
  /// A heading without the mark of a shell's comment.
  fileprivate var withoutComment: String {
    hasPrefix("# ") ? String(dropFirst(2)) : self
  }
}

extension ShellBlock {
  static func startsWithProgram(_ text: String) -> Bool {
    startsWithProgram(Array(text.utf8)[...])
  }
}
