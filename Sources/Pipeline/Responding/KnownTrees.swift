internal import Content
internal import Diagnostics
package import Learning
package import Runbooks
internal import Vocabulary

/// The decision trees of a content folder, those of the response process first.
package struct KnownTrees: Sendable {
  package struct Entry: Sendable {
    package let tree: DecisionTree
    /// The page that has the tree.
    package let runbook: Runbook
  }

  /// What a name means among the trees.
  package enum Match: Sendable {
    case one(Entry)
    /// The titles that have the name in them.
    case several([String])
    /// `near` is a title that may be meant.
    case none(near: String?)
  }

  package let library: Library
  package let entries: [Entry]

  package init(of library: Library) {
    self.library = library
    entries = library.processFirst.flatMap { index in
      let runbook = library.runbooks[index]
      return runbook.decisionTrees.map { Entry(tree: $0, runbook: runbook) }
    }
  }

  /// - Throws: ``ContentError``.
  package init(of build: Build) async throws {
    guard let library = try await build.load().first?.content.library.published() else {
      throw ContentError.nothing(root: build.settings.content)
    }
    self.init(of: library)
  }

  /// The tree with a title, a number from 1, or words that are in one title only.
  package func named(_ name: String) -> Match {
    let words = name.foldedWords
    if let place = Digits.value(name.trimmed.utf8), entries.indices.contains(place - 1) {
      return .one(entries[place - 1])
    }
    let titles = entries.map(\.tree.title.foldedWords)
    if let place = titles.firstIndex(of: words) { return .one(entries[place]) }
    let found = titles.indices.filter { !words.isEmpty && titles[$0].contains(words) }
    if found.count == 1 { return .one(entries[found[0]]) }
    if found.count > 1 { return .several(found.map { entries[$0].tree.title }) }
    return .none(near: nearestName(to: name, among: entries.map(\.tree.title)))
  }

  /// One line for each tree, with its number.
  package var list: String {
    entries.enumerated().map { index, entry in
      let size = Wording.counted(entry.tree.questions.count, "question")
      let place = "\(entry.runbook.path.plainLine):\(entry.tree.line)"
      return "\(index + 1)  \(entry.tree.title.plainLine)  (\(size), \(place))\n"
    }.joined()
  }
}

extension KnownTrees.Entry {
  /// The open question of a path with its answers and their numbers.
  package func prompt(at path: DecisionPath) -> String? {
    path.question.map { index in
      let question = tree.questions[index]
      let answers = question.answers.enumerated().map { "\($0 + 1) \($1.label.plainLine)" }
      return "\(question.text.plainLine)\n  \(answers.joined(separator: "   "))\n"
    }
  }

  /// What is said of a word that answers nothing.
  package func refusal(of word: String, at path: DecisionPath) -> String {
    guard let index = path.question else { return "all questions are answered" }
    let labels = tree.questions[index].answers.map(\.label.plainLine)
    return
      "'\(word.plainLine)' is not an answer to '\(tree.questions[index].text.plainLine)'; answer \(Wording.list(labels, "or"))"
  }

  /// What was answered and what that says to do: each outcome with the page it leads to and the first command there.
  package func result(of path: DecisionPath, in library: Library) -> String {
    var text = "\(tree.title.plainLine)\n"
    for choice in path.choices {
      let question = tree.questions[choice.question].text.plainLine
      text += "  \(question) \(tree[choice].label.plainLine)\n"
    }
    guard !path.outcomes.isEmpty else { return text + "Nothing more to do: continue.\n" }
    for choice in path.outcomes {
      text += "- \((tree[choice].outcome ?? "").plainLine)\n"
      guard let lead = library.lead(of: tree[choice], in: runbook) else { continue }
      text += "  \(Self.place(of: lead).plainLine)\n"
      if let command = lead.command { text += "  $ \(command.plainLine)\n" }
    }
    return text
  }

  /// A path that an editor opens, or an address.
  private static func place(of lead: DecisionLead) -> String {
    switch lead.target {
    case .page(_, let path, let anchor): path + (anchor.map { "#\($0)" } ?? "") + " (\(lead.title))"
    case .asset(let path): path
    case .folder, .external, .heading, .missing, .outside: lead.written ?? lead.title
    }
  }
}
