#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension Reporter {
  /// For a program: one object with `findings`, an array in the order of the text report.
  package static let json = Reporter(
    name: "json", summary: "for a program: an array of findings"
  ) { findings, _ in
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let report = Report(findings: findings.map(Report.Finding.init))
    guard let bytes = try? encoder.encode(report) else {
      preconditionFailure("findings hold only strings and integers, which always encode")
    }
    return String(decoding: bytes, as: UTF8.self) + "\n"
  }
}

private struct Report: Encodable {
  let findings: [Finding]

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

    init(_ finding: Diagnostic) {
      code = finding.code
      level = finding.level.rawValue
      path = finding.path
      line = finding.range?.lowerBound.line
      column = finding.range?.lowerBound.column
      endLine = finding.range?.upperBound.line
      endColumn = finding.range?.upperBound.column
      message = finding.message
      help = finding.help
    }
  }
}
