internal import CommonMark
internal import Diagnostics
internal import Vocabulary

/// The four sections of an alert runbook.
struct AlertStructure {
  /// The sections in order, with the headings that other languages and teams use for them, the usual first.
  private static let sections: [(name: String, words: [String])] = [
    ("Meaning", ["meaning", "含义", "description"]),
    ("Impact", ["impact", "影响"]),
    ("Diagnosis", ["diagnosis", "diagnostics", "诊断"]),
    ("Mitigation", ["mitigation", "mitigations", "缓解", "处理", "resolution", "remediation"]),
  ]

  private let outline: RunbookOutline
  /// The index of each section's passage; `nil` for a missing section.
  private let found: [Int?]

  init(_ outline: RunbookOutline) {
    self.outline = outline
    found = Self.sections.map { section in
      section.words.lazy.compactMap { word in
        outline.first { $0.level > 1 && $0.words == word }
      }.first
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
    return findings + orderFinding(in: file)
  }

  /// The lines of the sections that are reported as empty.
  var emptyLines: [LineRange] {
    found.compactMap(\.self).filter(isEmpty).map { outline.passages[$0].lines }
  }

  /// The first section that comes before one that it should follow.
  private func orderFinding(in file: SourceFile) -> [Diagnostic] {
    let there = zip(Self.sections, found).compactMap { section, index in
      index.map { (name: section.name, index: $0) }
    }
    guard
      let (before, late) = zip(there, there.dropFirst()).first(where: { $0.index > $1.index })
    else { return [] }
    let passage = outline.passages[before.index]
    return [
      RunbookFinding.sectionOrder.at(
        file.range(of: passage.heading, inLine: passage.line), in: file,
        "section '\(before.name)' comes after '\(late.name)'",
        help: "put the sections in the order Meaning, Impact, Diagnosis, Mitigation")
    ]
  }

  private static func help(for section: String) -> String {
    switch section {
    case "Meaning": "say what the alert measures and when it fires"
    case "Impact": "say what users notice, and how soon"
    case "Diagnosis": "say how to find the cause, with the commands"
    default: "say how to stop the damage, with the commands"
    }
  }

  /// The fewest words that can say how to find a cause or what to do.
  private static let fewestWords = 4

  /// Whether there are fewer than two words, or fewer than four where something is to be done, or only words such as
  /// TODO; code, tables and links count as text.
  private func isEmpty(_ index: Int) -> Bool {
    let isInstruction = found[2...].contains(index)
    var words = 0
    for passage in outline.passages[index..<outline.passages[index].end] {
      for block in passage.blocks {
        switch block.kind {
        case .paragraph, .item:
          guard block.links.isEmpty else { return false }
          let text = block.text.foldedWords
          guard !Self.isPlaceholder(text) else { continue }
          words += text.split(separator: " ").count
          if words >= (isInstruction ? Self.fewestWords : 2) { return false }
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

  private static func isPlaceholder(_ text: String) -> Bool {
    placeholders.contains(text) || text.hasPrefix("todo ") || text.hasPrefix("tbd ")
      || text.hasPrefix("insert site specific")
  }

  private static let placeholders: Set<String> = [
    "todo", "tbd", "fixme", "xxx", "n a", "none", "to be done", "insert site specific",
    "coming soon",
  ]
}
