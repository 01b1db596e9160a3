extension Reporter {
  /// For GitHub Actions: one workflow command a finding, which shows as an annotation at its line.
  package static let github = Reporter(
    name: "github", summary: "annotations for GitHub Actions"
  ) { findings, _ in
    findings.map { finding in
      var properties = ["file=\(escaped(finding.path, property: true))"]
      if let range = finding.range {
        properties.append("line=\(range.lowerBound.line)")
        properties.append("col=\(range.lowerBound.column)")
      }
      properties.append("title=\(escaped(finding.code, property: true))")
      let text = finding.help.map { "\(finding.message); \($0)" } ?? finding.message
      return "::\(finding.level.command) \(properties.joined(separator: ","))::\(escaped(text))\n"
    }.joined()
  }

  /// The escapes of the workflow command protocol; a property also ends at `,` and `:`.
  private static func escaped(_ text: String, property: Bool = false) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where property: result += "%3A"
      case "," where property: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}

extension Level {
  fileprivate var command: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }
}
