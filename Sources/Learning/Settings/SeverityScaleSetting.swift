internal import Diagnostics
internal import Incidents
internal import Vocabulary
internal import YAML

/// Reads `severities: [SEV-1, SEV-2]` and `severities: {SEV-1: [Critical, P0], SEV-2: High}`, the worst first.
struct SeverityScaleSetting {
  /// `nil` when the value lists no severity.
  private(set) var scale: SeverityScale?
  private(set) var diagnostics: [Diagnostic] = []
  private let file: SourceFile
  /// The words so far, reduced to what comparing them looks at.
  private var seen: Set<String> = []

  init(_ node: YAMLNode, file: SourceFile) {
    self.file = file
    var entries: [SeverityScale.Entry] = []
    if let items = node.items {
      for item in items {
        guard let name = word(item) else { continue }
        entries.append(SeverityScale.Entry(name))
      }
    } else if let pairs = node.pairs {
      for pair in pairs {
        guard let name = word(pair.key) else { continue }
        let others = pair.value.isNull ? [] : pair.value.items ?? [pair.value]
        entries.append(SeverityScale.Entry(name, aliases: others.compactMap { word($0) }))
      }
    } else {
      report("'severities' is not a list of severities", at: node.range)
    }
    scale = entries.isEmpty ? nil : SeverityScale(entries, source: .settings)
  }

  private mutating func word(_ node: YAMLNode) -> String? {
    guard let text = node.text?.oneLine, !text.isEmpty else {
      report("a severity is not a word", at: node.range)
      return nil
    }
    guard seen.insert(text.lowercased()).inserted else {
      report("'\(text)' is in 'severities' twice", at: node.range)
      return nil
    }
    return text
  }

  private mutating func report(_ message: String, at range: SourceRange) {
    diagnostics.append(
      Diagnostic(
        code: "BS017", level: .error, path: file.path, range: range, message: message,
        help:
          "list each once, worst first, with other words for it: 'severities: {SEV-1: [Critical], SEV-2: [High]}'"
      ))
  }
}
