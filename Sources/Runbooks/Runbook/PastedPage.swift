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
  package static func finding(in file: SourceFile) -> Diagnostic {
    let first = (1...max(1, file.lineCount)).first { file.text(ofLine: $0).hasPrefix("Phase ") }
    return RunbookFinding.lostMarks.at(
      line: first ?? 1, in: file, "the headings and lists of this page have lost their marks",
      help: "write '## ' before each heading, '- ' before each item, and put commands between lines '```'")
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
        return "    \(line)"
      }
      return item(line, text)
    }

    /// A line that is an item when the mark stands on the line before, or is a comment.
    private mutating func item(_ line: String, _ text: String) -> String {
      let isOwed = owesItem && !text.isEmpty && !text.hasPrefix("- ")
      owesItem = false
      var text = text
      if text.hasSuffix(" -"), !text.contains("|") {
        owesItem = true
        text = text.dropLast(2).trimmed
      }
      if text.hasPrefix("# - ") { return "  - \(text.dropFirst(4))" }
      if text.hasPrefix("# ") { return "- \(text.dropFirst(2))" }
      if isOwed { return "- \(text)" }
      return owesItem ? text : line
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
