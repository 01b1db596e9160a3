import CommonMark
import Diagnostics
import Runbooks

/// A runbook read from text, as if it stood in `path`.
func runbook(_ text: String, path: String = "content/runbooks/example.md") -> Runbook {
  let file = SourceFile(path: path, text: text)
  let pasted = PastedPage.restored(file)
  return Runbook(
    reading: MarkdownDocument(parsing: pasted ?? file), pasted: pasted == nil ? nil : file)
}

extension Runbook {
  /// The codes of the findings, in order.
  var codes: [String] { diagnostics.map(\.code) }
}

extension DecisionTree {
  /// How far some answers lead; a label that the question does not have ends the path there.
  func path(answering labels: some Sequence<String>) -> DecisionPath {
    var path = DecisionPath(in: self)
    for label in labels where !path.answer(label, in: self) { break }
    return path
  }

  /// What some answers say to do, in order, each once.
  func walk(_ labels: some Sequence<String>) -> [String] {
    path(answering: labels).outcomes.compactMap { self[$0].outcome }
  }
}
