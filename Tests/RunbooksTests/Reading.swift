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
