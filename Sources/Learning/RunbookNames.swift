internal import Incidents
internal import Runbooks
internal import Vocabulary

/// By which names people speak of runbooks without a link: titles, names of files, alerts and aliases.
///
/// Names are compared without spaces and marks, so that "Rollback", "roll back" and `roll-back.md` are equal.
struct RunbookNames: Sendable {
  /// By the file name of the playbook that a runbook is about; `nil` when several are about it.
  private var playbooks: [String: Int?] = [:]
  /// By name; `nil` when several have it.
  private var names: [String: Int?] = [:]

  init(of runbooks: [Runbook]) {
    for (index, runbook) in runbooks.enumerated() {
      if runbook.kind == .playbook, let playbook = runbook.commands.first?.playbook {
        Self.add(index, as: Self.fileName(playbook), to: &playbooks)
      }
      var texts = [runbook.title, runbook.alert ?? ""] + runbook.aliases
      if !runbook.isFolderPage { texts.append(Self.fileName(runbook.slugPath)) }
      for name in Set(texts.map { $0.foldedWords.filter { $0 != " " } }) where !name.isEmpty {
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

  // MARK: Mentions

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
      if let index = names[words[start...].joined()] ?? nil { return index }
    }
    let next = after.split(separator: " ").drop { Self.connectors.contains($0) }
    for end in next.indices.reversed() {
      if let index = names[next[...end].joined()] ?? nil { return index }
    }
    return nil
  }

  private static let connectors: Set<Substring> = ["for", "of", "on", "about", "the"]

  // MARK: Sentences

  /// The runbook that a sentence names, the longest name first; `nil` when none is, when two have the name, and
  /// when the sentence says not to: "Do not roll back".
  func runbook(namedIn sentence: String) -> Int? {
    guard !names.isEmpty else { return nil }
    let words = sentence.foldedWords.split(separator: " ").prefix(40).map(String.init)
    for length in stride(from: min(words.count, Self.mostWords), to: 0, by: -1) {
      for start in 0...(words.count - length) {
        let name = words[start..<start + length].joined()
        guard name.count >= Self.fewestLetters, let place = names[name] else { continue }
        let isDenied = words[..<start].suffix(2).contains(where: Self.denials.contains)
        return isDenied ? nil : place
      }
    }
    return nil
  }

  /// The most words that a name is looked for in.
  private static let mostWords = 8
  /// A shorter name may be any word of a sentence.
  private static let fewestLetters = 4

  private static let denials: Set<String> = [
    "not", "no", "never", "without", "don", "dont", "t", "instead",
  ]
}
