internal import Runbooks

/// A decision tree as a diagram in Mermaid's language.
enum Mermaid {
  static func flowchart(of tree: DecisionTree) -> String {
    var lines = ["```mermaid", "flowchart TD"]
    for (index, question) in tree.questions.enumerated() {
      lines.append("  q\(index){{\(quoted(question.text))}}")
    }
    for (index, question) in tree.questions.enumerated() {
      for (place, answer) in question.answers.enumerated() {
        switch answer.target {
        case .leaf(let text):
          let box = "a\(index)x\(place)[\(quoted(text.isEmpty ? "…" : text))]"
          lines.append("  q\(index) -->\(edge([answer.label])) \(box)")
        case .question(let next):
          lines.append("  q\(index) -->\(edge([answer.label, answer.text])) q\(next)")
        }
      }
    }
    lines.append("```")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func edge(_ words: [String]) -> String {
    let words = words.filter { !$0.isEmpty }
    return words.isEmpty ? "" : "|\(quoted(words.joined(separator: ": ")))|"
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
