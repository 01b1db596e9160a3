#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension Reporter {
  /// For programs: an object with `findings`, an array in the order of the text report.
  ///
  /// `report.schema.json` beside this file is its schema. A change that breaks a reader is a new version.
  package static let json = Reporter(
    name: "json", summary: "for programs: an object with an array of findings"
  ) { report, _ in
    let findings = zip(report.findings, report.findings.uniqueFingerprints)
    return encoded(JSONReport(findings: findings.map(JSONReport.Finding.init), version: 1))
  }

  /// JSON with one member per line and keys in alphabetical order.
  static func encoded(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let bytes = try? encoder.encode(value) else {
      preconditionFailure("reports hold only strings and integers, which always encode")
    }
    return String(decoding: bytes, as: UTF8.self) + "\n"
  }
}

private struct JSONReport: Encodable {
  let findings: [Finding]
  let version: Int

  struct Finding: Encodable {
    let code: String
    let level: String
    let path: String
    let line: Int?
    let column: Int?
    let endLine: Int?
    let endColumn: Int?
    let message: String
    let help: String?
    let fingerprint: String

    init(_ finding: Diagnostic, fingerprint: String) {
      code = finding.code
      level = finding.level.rawValue
      path = finding.path
      line = finding.range?.lowerBound.line
      column = finding.range?.lowerBound.column
      endLine = finding.range?.upperBound.line
      endColumn = finding.range?.upperBound.column
      message = finding.message.plainLine
      help = finding.help?.plainLine
      self.fingerprint = fingerprint
    }
  }
}
