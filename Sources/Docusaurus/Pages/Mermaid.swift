internal import Runbooks

/// A decision tree as a diagram in Mermaid's language: every answer says what to do and leads on to the next
/// question. Boxes are narrow and close together, so that two beside each other fit on a phone.
enum Mermaid {
  /// At the start of the diagram: sizes in pixels for a screen of 390.
  private static let sizes =
    "%%{init: {\"flowchart\": {\"nodeSpacing\": 16, \"rankSpacing\": 28, \"wrappingWidth\": 130, \"padding\": 8, \"diagramPadding\": 4}}}%%"

  static func flowchart(of tree: DecisionTree) -> String {
    var lines = ["```mermaid", sizes, "flowchart TD"]
    for (index, question) in tree.questions.enumerated() {
      lines.append("  q\(index){{\(quoted(question.text))}}")
    }
    for (index, question) in tree.questions.enumerated() {
      for (place, answer) in question.answers.enumerated() {
        let label = "|\(quoted(answer.label))|"
        let next = answer.next.map { "q\($0)" }
        guard let text = answer.outcome ?? (next == nil ? answer.text : nil) else {
          if let next { lines.append("  q\(index) -->\(label) \(next)") }
          continue
        }
        let box = "a\(index)x\(place)"
        let shape =
          answer.decidesAlone
          ? "([\(quoted(text.isEmpty ? "…" : text))])" : "[\(quoted(text.isEmpty ? "…" : text))]"
        lines.append("  q\(index) -->\(label) \(box)\(shape)")
        if let next { lines.append("  \(box) --> \(next)") }
      }
    }
    lines.append("```")
    return lines.joined(separator: "\n") + "\n"
  }

  /// Mermaid has entities of its own, written with `#`; a backtick would start Markdown.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in PlainText.onOneLine(text).unicodeScalars {
      switch scalar {
      case "\"": result += "#quot;"
      case "#": result += "#35;"
      case "<": result += "#lt;"
      case ">": result += "#gt;"
      case "`": result += "'"
      case "&": result += "#amp;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
