internal import Bytes

extension Reporter {
  /// For code scanning: SARIF 2.1.0 (OASIS). Columns count Unicode scalars there, not bytes.
  ///
  /// The most serious findings come first. GitHub rejects a run with more than 25,000 results and keeps 5,000
  /// of them, and of these it is not sure which (docs.github.com, "SARIF results exceed one or more limits"; github/docs
  /// issue 38085), so the log has at most 25,000 and says how many there are.
  package static let sarif = Reporter(
    name: "sarif", summary: "SARIF 2.1.0 for code scanning", showsRules: true, isForHost: true
  ) { report, _ in
    let codes = Set(report.findings.map(\.code)).sorted()
    let positions = Dictionary(uniqueKeysWithValues: zip(codes, codes.indices))
    let rules = codes.map { SARIFRule(code: $0, rule: report.rule($0)) }
    let findings = zip(report.findings, report.findings.uniqueFingerprints).mostSerious(\.0.level)
    let results = findings.prefix(mostResults).map {
      SARIFResult($0, rule: positions[$0.code], fingerprint: $1)
    }
    let driver = SARIFDriver(name: "build-site", rules: rules)
    return encoded(
      SARIFLog(runs: [SARIFRun(tool: .init(driver: driver), results: results, of: findings.count)]))
  }

  private static let mostResults = 25_000
  /// How many of them GitHub keeps.
  fileprivate static let mostKept = 5_000
}

private struct SARIFLog: Encodable {
  let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  let version = "2.1.0"
  let runs: [SARIFRun]

  private enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }
}

private struct SARIFRun: Encodable {
  struct Tool: Encodable { let driver: SARIFDriver }

  /// What the reader of the log has to know about it.
  struct Invocation: Encodable {
    let executionSuccessful = true
    let toolExecutionNotifications: [Notification]
  }
  struct Notification: Encodable {
    let level = "warning"
    let message: SARIFText
  }

  let tool: Tool
  let columnKind = "unicodeCodePoints"
  let results: [SARIFResult]
  /// `nil` when nothing is cut anywhere.
  let invocations: [Invocation]?

  init(tool: Tool, results: [SARIFResult], of count: Int) {
    self.tool = tool
    self.results = results
    guard count > Reporter.mostKept else {
      invocations = nil
      return
    }
    let here = results.count < count ? "the first \(results.count) are here, and " : ""
    let text =
      "there are \(count) findings, the most serious first; \(here)GitHub shows \(Reporter.mostKept)"
    invocations = [
      Invocation(toolExecutionNotifications: [Notification(message: SARIFText(text: text))])
    ]
  }
}

private struct SARIFDriver: Encodable {
  let name: String
  let rules: [SARIFRule]
}

private struct SARIFText: Encodable {
  let text: String
  var markdown: String?
}

private struct SARIFRule: Encodable {
  struct Configuration: Encodable { let level: String }

  let id: String
  let shortDescription: SARIFText?
  let fullDescription: SARIFText?
  let help: SARIFText?
  let defaultConfiguration: Configuration?

  init(code: String, rule: RuleDescription?) {
    id = code
    shortDescription = rule.map { SARIFText(text: $0.name) }
    fullDescription = rule.map { SARIFText(text: $0.rationale) }
    help = rule.map { SARIFText(text: $0.plainHelp, markdown: $0.markdownHelp) }
    defaultConfiguration = rule.map { Configuration(level: $0.level.rawValue) }
  }
}

private struct SARIFResult: Encodable {
  struct Location: Encodable { let physicalLocation: Place }
  struct Place: Encodable {
    let artifactLocation: Artifact
    let region: Region
  }
  struct Artifact: Encodable { let uri: String }
  struct Region: Encodable {
    let startLine: Int
    var startColumn: Int?
    var endLine: Int?
    var endColumn: Int?
  }

  let ruleId: String
  let ruleIndex: Int?
  let level: String
  let message: SARIFText
  let locations: [Location]
  let partialFingerprints: [String: String]

  init(_ finding: Diagnostic, rule: Int?, fingerprint: String) {
    ruleId = finding.code
    ruleIndex = rule
    level = finding.level.rawValue
    let text = finding.help.map { "\(finding.message); \($0)" } ?? finding.message
    // "[words](address)" would be a link (3.11.6); a word joiner, which shows as nothing, keeps it text.
    message = SARIFText(text: text.plainLine.replacing("](", with: "]\u{2060}("))
    let artifact = Artifact(uri: finding.path.asReference)
    let place = Place(artifactLocation: artifact, region: Self.region(of: finding))
    locations = [Location(physicalLocation: place)]
    partialFingerprints = ["buildSiteFinding/v1": fingerprint]
  }

  private static func region(of finding: Diagnostic) -> Region {
    guard let range = finding.range else { return Region(startLine: 1) }
    var region = Region(startLine: range.lowerBound.line)
    if let columns = finding.excerpt?.columns {
      region.startColumn = columns.lowerBound
      if range.lowerBound.line == range.upperBound.line { region.endColumn = columns.upperBound }
    }
    return region
  }
}

extension RuleDescription {
  /// An example without its marks, which only this program knows.
  private func withoutMarks(_ text: String) -> String {
    text.filter { $0 != "⟦" && $0 != "⟧" }
  }

  fileprivate var plainHelp: String {
    ([rationale] + remedies).joined(separator: "\n\n")
  }

  fileprivate var markdownHelp: String {
    var text = rationale
    if !remedies.isEmpty { text += "\n\n" + remedies.map { "- \($0)" }.joined(separator: "\n") }
    if !bad.isEmpty { text += "\n\nBad example:\n\n````markdown\n\(withoutMarks(bad))````" }
    if !good.isEmpty { text += "\n\nGood example:\n\n````markdown\n\(withoutMarks(good))````" }
    return text
  }
}

extension String {
  /// A path as a URI reference: everything except letters, digits, `-._~` and `/` as `%XX`.
  fileprivate var asReference: String {
    let isAbsolute = hasPrefix("/")
    let encoded = utf8.reduce(into: "") { result, byte in
      let isLetter = byte.isLetter
      if isLetter || byte.isDigit || "-._~/".utf8.contains(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (byte < 16 ? "0" : "") + digits
      }
    }
    return isAbsolute ? "file://" + encoded : encoded
  }
}
