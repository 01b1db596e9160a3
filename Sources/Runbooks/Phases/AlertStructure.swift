internal import CommonMark
internal import Diagnostics
internal import Vocabulary

/// The four sections of an alert runbook.
struct AlertStructure {
  /// The sections in order, with the headings that other languages and teams use for them.
  private static let sections: [(name: String, words: Set<String>)] = [
    ("Meaning", ["meaning", "含义"]),
    ("Impact", ["impact", "影响"]),
    ("Diagnosis", ["diagnosis", "diagnostics", "诊断"]),
    ("Mitigation", ["mitigation", "mitigations", "缓解", "处理"]),
  ]

  private let outline: RunbookOutline
  /// The index of each section's passage; `nil` for a missing section.
  private let found: [Int?]

  init(_ outline: RunbookOutline) {
    self.outline = outline
    found = Self.sections.map { section in
      outline.first { $0.level > 1 && section.words.contains($0.words) }
    }
  }

  /// Whether a runbook with these headings is meant to be an alert runbook, whatever its front matter says.
  var isAlert: Bool { found.compactMap(\.self).count >= 3 }

  func findings(in file: SourceFile) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    let title = outline.title.map { outline.passages[$0] }
    for (section, index) in zip(Self.sections, found) {
      if let index {
        guard isEmpty(index) else { continue }
        let passage = outline.passages[index]
        findings.append(
          RunbookFinding.emptyAlertSection.at(
            file.range(of: passage.heading, inLine: passage.line), in: file,
            "section '\(section.name)' is empty", help: Self.help(for: section.name)))
      } else {
        let range = title.map { file.range(of: $0.heading, inLine: $0.line) }
        findings.append(
          RunbookFinding.missingAlertSection.at(
            range ?? file.range(ofLine: 1), in: file, "section '\(section.name)' is missing",
            help: "add '## \(section.name)'; \(Self.help(for: section.name))"))
      }
    }
    return findings
  }

  private static func help(for section: String) -> String {
    switch section {
    case "Meaning": "say what the alert measures and when it fires"
    case "Impact": "say what users notice, and how soon"
    case "Diagnosis": "say how to find the cause, with the commands"
    default: "say how to stop the damage, with the commands"
    }
  }

  /// Whether there are fewer than two words, or only words such as TODO; code, tables and links count as
  /// text.
  private func isEmpty(_ index: Int) -> Bool {
    var words = 0
    for passage in outline.passages[index..<outline.passages[index].end] {
      for block in passage.blocks {
        switch block.kind {
        case .paragraph, .item:
          guard block.links.isEmpty else { return false }
          let text = block.text.foldedWords
          guard !Self.placeholders.contains(text), !text.hasPrefix("todo ") else { continue }
          words += text.split(separator: " ").count
          if words > 1 { return false }
          // Scripts without spaces write a whole sentence as one word.
          if text.unicodeScalars.contains(where: { $0.value >= 0x3000 }) { return false }
        case .code: if !block.text.trimmed.isEmpty { return false }
        case .tableRow: return false
        default: break
        }
      }
    }
    return true
  }

  private static let placeholders: Set<String> = [
    "todo", "tbd", "fixme", "xxx", "n a", "none", "to be done", "insert site specific",
    "coming soon",
  ]
}
