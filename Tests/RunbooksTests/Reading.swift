import CommonMark
import Diagnostics
import Runbooks

/// A runbook read from text, as if it stood in `path`.
func runbook(_ text: String, path: String = "content/runbooks/example.md") -> Runbook {
  Runbook(reading: MarkdownDocument(parsing: SourceFile(path: path, text: text)))
}

extension Runbook {
  /// The codes of the findings, in order.
  var codes: [String] { diagnostics.map(\.code) }
}
