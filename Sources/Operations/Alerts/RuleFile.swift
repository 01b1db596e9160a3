internal import Bytes
package import Diagnostics
internal import YAML

/// What a rule file says: a file of Prometheus, `PrometheusRule` objects, values or templates of Helm.
package struct RuleFile: Sendable {
  package private(set) var alerts: [Alert] = []
  /// Whether every alert has a name that is known without Helm.
  package private(set) var isWhole = true
  package private(set) var findings: [Diagnostic] = []

  /// Larger files are no rules that people write.
  package static let largest = 8 << 20

  /// Whether some bytes may hold alerts: a quick look, before anything is parsed.
  package static func mayHoldAlerts(_ bytes: [UInt8]) -> Bool {
    let all = 0..<bytes.count
    return bytes.offset(of: Array("alert:".utf8), in: all) != nil
      && bytes.offset(of: Array("expr:".utf8), in: all) != nil
  }

  package init(_ file: SourceFile) {
    guard file.bytes.count <= Self.largest else {
      isWhole = false
      report(file, "a rule file of more than \(Self.largest >> 20) MB is not read")
      return
    }
    let (documents, diagnostics) = readYAMLDocuments(in: file)
    let fault = diagnostics.first { $0.level == .error }
    for document in documents { read(document, in: file) }
    let isTemplate = HelmRules.isTemplate(file.bytes)
    if fault == nil, !alerts.isEmpty, isWhole || !isTemplate { return }
    if isTemplate {
      let template = HelmRules(file)
      if fault != nil || template.alerts.count >= alerts.count {
        alerts = template.alerts
        isWhole = template.isWhole
      }
      if fault == nil || !alerts.isEmpty || !isWhole { return }
    }
    if let fault {
      isWhole = false
      report(file, "the rule file cannot be read: \(fault.message)", at: fault.range)
    }
  }

  private mutating func report(_ file: SourceFile, _ message: String, at range: SourceRange? = nil)
  {
    findings.append(
      Diagnostic(
        code: "PM134", level: .warning, path: file.path, range: range, message: message,
        help: "correct it, or list it under 'exclude:' in site.yml if it is no rule file"
      ).quoting(file))
  }

  /// Every mapping with `alert` and `expr`, wherever it is.
  private mutating func read(_ node: YAMLNode, in file: SourceFile) {
    for item in node.items ?? [] { read(item, in: file) }
    guard let pairs = node.pairs else { return }
    if let name = node["alert"], node["expr"] != nil {
      return read(alert: name, of: node, in: file)
    }
    for pair in pairs { read(pair.value, in: file) }
  }

  private mutating func read(alert name: YAMLNode, of rule: YAMLNode, in file: SourceFile) {
    guard let text = name.text, !text.contains("{{") else {
      isWhole = false
      return
    }
    var alert = Alert(name: text, path: file.path, range: name.innerRange)
    let severity = rule["labels"]?["severity"]?.text
    alert.severity = severity?.contains("{{") == true ? nil : severity
    for key in Self.linkKeys {
      guard let link = rule["annotations"]?[key], let written = link.text, !written.isEmpty else {
        continue
      }
      alert.runbook = Alert.RunbookLink(written: written, range: link.innerRange, alert: text)
      break
    }
    alerts.append(alert)
  }

  /// The annotations that teams give the address of a runbook, the most common first.
  static let linkKeys = ["runbook_url", "runbook", "runbookUrl", "runbookURL", "runbook_link"]
}

extension YAMLNode {
  /// The range without the quotes of a text on one line.
  fileprivate var innerRange: SourceRange {
    guard case .scalar(let text, isQuoted: true) = content,
      range.lowerBound.line == range.upperBound.line,
      range.upperBound.column - range.lowerBound.column == text.utf8.count + 2
    else { return range }
    let line = range.lowerBound.line
    return SourceLocation(
      line: line, column: range.lowerBound.column + 1)..<SourceLocation(
        line: line, column: range.upperBound.column - 1)
  }
}
