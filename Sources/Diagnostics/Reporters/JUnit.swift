extension Reporter {
  /// For CI systems that show test results: a file is a suite, and a finding is a test in it.
  ///
  /// Only findings that make the run fail are failed tests; the others are in `system-out`.
  package static let junit = Reporter(
    name: "junit", summary: "JUnit XML for CI systems that show test results"
  ) { report, _ in
    let suites = suites(of: report.findings)
    let failures = report.findings.count { $0.level >= report.failingLevel }
    var text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
    let count = max(report.findings.count, 1)
    text += "<testsuites name=\"build-site\" tests=\"\(count)\" failures=\"\(failures)\">\n"
    for suite in suites { text += xml(of: suite, failingFrom: report.failingLevel) }
    // CI systems take a report without a test for a broken one.
    if suites.isEmpty {
      text += "  <testsuite name=\"build-site\" tests=\"1\" failures=\"0\">\n"
      text += "    <testcase name=\"no findings\" classname=\"build-site\"/>\n  </testsuite>\n"
    }
    return text + "</testsuites>\n"
  }

  /// The findings of one file together; they come sorted.
  private static func suites(of findings: [Diagnostic]) -> [ArraySlice<Diagnostic>] {
    var suites: [ArraySlice<Diagnostic>] = []
    var start = findings.startIndex
    while start < findings.endIndex {
      let end = findings[start...].firstIndex { $0.path != findings[start].path }
      suites.append(findings[start..<(end ?? findings.endIndex)])
      start = end ?? findings.endIndex
    }
    return suites
  }

  private static func xml(of suite: ArraySlice<Diagnostic>, failingFrom level: Level) -> String {
    let path = xml(suite.first?.path ?? "")
    let failures = suite.count { $0.level >= level }
    var text = "  <testsuite name=\"\(path)\" tests=\"\(suite.count)\" failures=\"\(failures)\">\n"
    for finding in suite {
      let line = finding.range.map { " at line \($0.lowerBound.line)" } ?? ""
      let message = xml(finding.message)
      let help = finding.help.map { "\n\(xml($0))" } ?? ""
      text += "    <testcase name=\"\(xml(finding.code + line))\" classname=\"\(path)\" "
      text += "file=\"\(path)\" line=\"\(finding.range?.lowerBound.line ?? 1)\">\n"
      if finding.level >= level {
        text += "      <failure type=\"\(finding.level.rawValue)\" message=\"\(message)\">"
        text += "\(message)\(help)</failure>\n"
      } else {
        text += "      <system-out>\(finding.level.rawValue): \(message)\(help)</system-out>\n"
      }
      text += "    </testcase>\n"
    }
    return text + "  </testsuite>\n"
  }

  /// Text between tags or in quotes, on one line.
  private static func xml(_ text: String) -> String {
    text.plainLine.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      // Not allowed in any document (XML 1.0, 2.2).
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
