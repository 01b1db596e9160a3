internal import Incidents
internal import Runbooks
internal import Vocabulary

/// By which names incidents speak of runbooks without a link.
struct RunbookNames: Sendable {
  /// By the file name of the playbook that a runbook is about; `nil` when several are about it.
  private var playbooks: [String: Int?] = [:]
  /// By title, by file name and by alert, folded; `nil` when several have the name.
  private var names: [String: Int?] = [:]

  init(of runbooks: [Runbook]) {
    for (index, runbook) in runbooks.enumerated() {
      if runbook.kind == .playbook, let playbook = runbook.commands.first?.playbook {
        Self.add(index, as: Self.fileName(playbook), to: &playbooks)
      }
      let stem = Self.fileName(runbook.slugPath)
      for name in Set([stem, runbook.title, runbook.alert ?? ""].map(FoldedText.name))
      where !name.isEmpty {
        Self.add(index, as: name, to: &names)
      }
    }
  }

  private static func add(_ index: Int, as name: String, to table: inout [String: Int?]) {
    table.updateValue(table[name] == nil ? index : nil, forKey: name)
  }

  private static func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The runbook that is meant, and the anchor of a link to one of its headings.
  func target(of mention: PageMention, _ links: LinkTable) -> (runbook: Int, anchor: String?)? {
    switch mention.subject {
    case .link(let destination):
      guard
        case .page(.runbook(let index), _, let anchor) = links.target(
          of: destination, from: mention.path)
      else { return nil }
      return (index, anchor)
    case .playbook(let path):
      return (playbooks[Self.fileName(path)] ?? nil).map { ($0, nil) }
    case .named(let before, let after):
      return runbook(named: before, after).map { ($0, nil) }
    }
  }

  /// The longest name right before the noun, or else right after it: "the scale-up runbook", "the runbook for
  /// ApiErrorRateHigh".
  private func runbook(named before: String, _ after: String) -> Int? {
    let words = before.split(separator: " ")
    for start in words.indices {
      if let index = names[words[start...].joined(separator: " ")] ?? nil { return index }
    }
    let next = after.split(separator: " ").drop { Self.connectors.contains($0) }
    for end in next.indices.reversed() {
      if let index = names[next[...end].joined(separator: " ")] ?? nil { return index }
    }
    return nil
  }

  private static let connectors: Set<Substring> = ["for", "of", "on", "about", "the"]
}
