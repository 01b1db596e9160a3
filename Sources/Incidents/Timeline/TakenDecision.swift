internal import Bytes
package import Vocabulary

/// A decision tree that was gone through during an incident, as a line of the timeline records it:
/// `Decision "Roll back?": Deployed in the last hour? Yes; Do errors rise? No → Roll back`.
///
/// It says what was asked and decided, not what was done: no milestone and no notice is read from it.
package struct TakenDecision: Hashable, Sendable {
  package struct Answer: Hashable, Sendable {
    /// With its question mark.
    package let question: String
    package let label: String

    package init(question: String, label: String) {
      self.question = question
      self.label = label
    }
  }

  /// The title of the tree.
  package let tree: String
  /// In the order in which the questions were asked. Never empty.
  package let answers: [Answer]
  /// `nil` when the time is not known.
  package let moment: Moment?
  package let line: Int

  /// - Returns: `nil` for any other entry.
  init?(_ entry: TimelineEntry) {
    guard Self.isDecision(entry.text), let (tree, answers) = Self.parts(of: entry.text) else {
      return nil
    }
    self.tree = tree
    self.answers = answers
    moment = entry.moment
    line = entry.line
  }

  init(tree: String, answers: [Answer], moment: Moment?, line: Int) {
    self.tree = tree
    self.answers = answers
    self.moment = moment
    self.line = line
  }

  /// Whether the text of an entry begins like the record of a decision.
  static func isDecision(_ text: String) -> Bool {
    guard text.utf8.starts(with: lead) else { return false }
    let rest = text.utf8.dropFirst(lead.count)
    return rest.first == UInt8(ascii: "\"") || rest.starts(with: "“".utf8)
  }

  private static let lead = Array("Decision ".utf8)

  /// The line that records a decision, without its time; `outcomes` is what the answers say to do.
  package static func text(tree: String, answers: [Answer], outcomes: [String]) -> String {
    let asked = answers.map { "\(plain($0.question)) \(plain($0.label))" }.joined(separator: "; ")
    let said = outcomes.isEmpty ? "Continue" : outcomes.map(plain).joined(separator: "; ")
    return "Decision \"\(plain(tree))\": \(asked) → \(said)"
  }

  /// A text without what separates the parts of a record.
  private static func plain(_ text: String) -> String {
    text.oneLine.replacing("; ", with: ", ").replacing("\"", with: "'").replacing("→", with: "to")
  }

  private static func parts(of text: String) -> (tree: String, answers: [Answer])? {
    let line = text.prefix { $0 != "\n" }
    guard let open = line.firstIndex(where: { $0 == "\"" || $0 == "“" }) else { return nil }
    let rest = line[line.index(after: open)...]
    guard let close = rest.firstIndex(where: { $0 == "\"" || $0 == "”" }) else { return nil }
    let title = rest[..<close].trimmed
    let behind = rest[rest.index(after: close)...]
    guard behind.first == ":", !title.isEmpty else { return nil }
    let asked = behind.dropFirst().prefix { $0 != "→" }
    var answers: [Answer] = []
    for part in asked.split(separator: ";") {
      guard let mark = part.lastIndex(of: "?") else { return nil }
      let label = part[part.index(after: mark)...].trimmed
      guard !label.isEmpty else { return nil }
      answers.append(Answer(question: part[...mark].trimmed, label: label))
    }
    return answers.isEmpty ? nil : (title, answers)
  }
}
