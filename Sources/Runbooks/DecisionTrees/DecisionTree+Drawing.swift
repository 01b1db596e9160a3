extension DecisionTree {
  /// One line of the tree written as a nested list.
  package struct Step: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      /// `questions[index]`, to be asked here.
      case question(Int)
      /// `questions[index]`, which is already elsewhere in the list.
      case reference(Int)
      case leaf
    }

    /// 0 for the first question, and one more after each answer.
    package var depth: Int
    /// The answer that leads here; `nil` for the first question.
    package var label: String?
    package var kind: Kind
    /// The question or the decision.
    package var text: String
    /// ``Answer/note``.
    package var note: String
    package var destination: String?
    package var line: Int
  }

  /// The whole tree as a list, in the order in which a reader goes through it; each question is asked once.
  package var steps: [Step] {
    var steps: [Step] = []
    var asked: Set<Int> = []
    // A stack instead of recursion: a chain of questions can be as deep as it is long.
    var open = [
      Step(
        depth: 0, label: nil, kind: .question(0), text: "", note: "", destination: nil, line: 0)
    ]
    while var step = open.popLast() {
      guard case .question(let index) = step.kind, questions.indices.contains(index) else {
        steps.append(step)
        continue
      }
      let question = questions[index]
      step.text = question.text
      step.line = question.line
      let isNew = asked.insert(index).inserted
      if !isNew { step.kind = .reference(index) }
      steps.append(step)
      guard isNew else { continue }
      open += question.answers.reversed().map { answer in
        Self.step(for: answer, depth: step.depth + 1)
      }
    }
    return steps
  }

  private static func step(for answer: Answer, depth: Int) -> Step {
    switch answer.target {
    case .leaf(let text):
      Step(
        depth: depth, label: answer.label, kind: .leaf, text: text, note: "",
        destination: answer.destination, line: answer.line)
    case .question(let index):
      Step(
        depth: depth, label: answer.label, kind: .question(index), text: "", note: answer.note,
        destination: answer.destination, line: answer.line)
    }
  }

  /// The tree as the text of a Mermaid fence.
  package func mermaid() -> String {
    var lines = ["flowchart TD"]
    for (index, question) in questions.enumerated() {
      lines.append("  q\(index + 1){\"\(Self.escaped(question.text))\"}")
      for (number, answer) in question.answers.enumerated() {
        let label = Self.escaped(answer.label)
        switch answer.target {
        case .leaf(let text):
          let leaf = "q\(index + 1)a\(number + 1)"
          lines.append("  q\(index + 1) -->|\"\(label)\"| \(leaf)[\"\(Self.escaped(text))\"]")
        case .question(let next):
          let note = answer.note.isEmpty ? "" : ": " + Self.escaped(answer.note)
          lines.append("  q\(index + 1) -->|\"\(label)\(note)\"| q\(next + 1)")
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Replaces scalars that end a Mermaid text or start Markdown in it by Mermaid's own entities.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": escaped += "#quot;"
      case "<": escaped += "#lt;"
      case ">": escaped += "#gt;"
      case "&": escaped += "#amp;"
      case "#", "`", ";": escaped += "#\(scalar.value);"
      case "\n", "\r": escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
