extension Reporter {
  /// For people: place, level, code and message; the line with a caret; what to do.
  package static let text = Reporter(
    name: "text", summary: "for people: place, message, the line with a caret, and what to do"
  ) { report, style in
    var explained: Set<String> = []
    var output = ""
    for finding in report.findings {
      let isFirst = explained.insert(finding.code).inserted
      output += paragraph(of: finding, explained: isFirst, style: style)
    }
    return output
  }

  private static func paragraph(
    of finding: Diagnostic, explained: Bool, style: Style
  ) -> String {
    let place = finding.range.map { ":\($0.lowerBound.line):\($0.lowerBound.column)" } ?? ""
    let level = style.paint("\(finding.level.rawValue)[\(finding.code)]", finding.level.color)
    let path = finding.path.inertLine
    var output = "\(path)\(place): \(level): \(finding.message.inertLine)\n"
    if let excerpt = finding.excerpt {
      let caret =
        String(repeating: " ", count: excerpt.indent) + String(repeating: "^", count: excerpt.width)
      output += "    \(excerpt.line.inertLine)\n    \(style.paint(caret, finding.level.color))\n"
    }
    if let help = finding.help { output += "    help: \(help.inertLine)\n" }
    if explained { output += "    explain: \(style.program) explain \(finding.code)\n" }
    return output
  }
}

extension Reporter.Style {
  /// `text` in an ANSI colour, or unchanged.
  fileprivate func paint(_ text: String, _ color: Int) -> String {
    usesColor ? "\u{1B}[1;\(color)m\(text)\u{1B}[0m" : text
  }
}

extension Level {
  /// The ANSI colour number: red, yellow, cyan.
  fileprivate var color: Int {
    switch self {
    case .error: 31
    case .warning: 33
    case .note: 36
    }
  }
}
