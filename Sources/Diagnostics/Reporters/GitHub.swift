extension Reporter {
  /// For GitHub Actions: one workflow command per finding, which shows as an annotation at its line, and a
  /// table for the page of the run. The most serious findings come first, since GitHub shows only ten annotations
  /// of a level in a step, and 50 in a job (github.com/orgs/community/discussions/26680).
  package static let github = Reporter(
    name: "github", summary: "annotations and a step summary for GitHub Actions", isForHost: true,
    jobSummary: markdown(of:)
  ) { report, _ in
    report.findings.mostSerious(\.level).map { finding in
      var properties = ["file=\(escaped(finding.path, property: true))"]
      if let range = finding.range {
        properties.append("line=\(range.lowerBound.line)")
        properties.append("col=\(range.lowerBound.column)")
      }
      properties.append("title=\(escaped(finding.code, property: true))")
      let text = finding.help.map { "\(finding.message); \($0)" } ?? finding.message
      let command = finding.level.command
      return "::\(command) \(properties.joined(separator: ","))::\(escaped(text.plainLine))\n"
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
      default: result.unicodeScalars.append(scalar.shown)
      }
    }
  }

  private static let mostRows = 500
  /// GitHub drops a summary of more than 1 MiB for a step ("supports content up to a size of 1024k"); some of it
  /// is left to what else the step says.
  private static let mostBytes = 900 << 10

  private static func markdown(of report: Report) -> String {
    var text = "### build-site\n\n\(markdown(report.summary))\n"
    guard !report.findings.isEmpty else { return text + "\n" }
    text += "\n| level | place | finding |\n| --- | --- | --- |\n"
    var shown = 0
    for finding in report.findings.mostSerious(\.level).prefix(mostRows) {
      if text.utf8.count > mostBytes { break }
      shown += 1
      let line = finding.range.map { ":\($0.lowerBound.line)" } ?? ""
      let place = markdown(finding.path + line)
      let help = finding.help.map { "<br>\(markdown($0))" } ?? ""
      text += "| \(finding.level.rawValue) \(finding.code) | \(place) "
      text += "| \(markdown(finding.message))\(help) |\n"
    }
    let count = report.findings.count
    return text
      + (shown < count
        ? "\nThese are \(shown) of \(count) findings, the most serious first. The log has all.\n\n"
        : "\n")
  }

  /// Text that Markdown shows unchanged, also in a table.
  private static func markdown(_ text: String) -> String {
    text.plainLine.unicodeScalars.reduce(into: "") { result, scalar in
      if scalar.isASCII, "\\`*_{}[]()<>#+!|~&@:".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
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
