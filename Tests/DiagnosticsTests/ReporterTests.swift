import Diagnostics
import Foundation
import TestSupport
import Testing

struct ReporterTests {
  private static let plain = Reporter.Style(usesColor: false)

  @Test(arguments: Reporter.all) func printsTheReport(reporter: Reporter) throws {
    try expectGolden(reporter.text(SampleReport.report, Self.plain), "report-\(reporter.name).txt")
  }

  @Test(arguments: Reporter.all) func printsAReportWithoutFindings(reporter: Reporter) throws {
    let text = reporter.text(Report(findings: []), Self.plain)
    try expectGolden(text, "empty-\(reporter.name).txt")
  }

  @Test func printsTheJobSummary() throws {
    let text = try #require(Reporter.github.jobSummary?(SampleReport.report))
    try expectGolden(text, "job-summary.md")
    let many = Report(findings: Array(repeating: SampleReport.findings[0], count: 501))
    let summary = try #require(Reporter.github.jobSummary?(many))
    #expect(
      summary.contains(
        "\nThese are 500 of 501 findings, the most serious first. The log has all.\n"))
  }

  /// GitHub drops a summary of more than 1 MiB.
  @Test func theJobSummaryStaysBelowTheLimit() throws {
    var finding = SampleReport.findings[0]
    finding.message = String(repeating: "long ", count: 4000)
    let many = Report(findings: Array(repeating: finding, count: 400))
    let summary = try #require(Reporter.github.jobSummary?(many))
    #expect(summary.utf8.count < 1 << 20)
    #expect(summary.contains(" of 400 findings, the most serious first."))
  }

  private static func findings(_ count: Int) -> [Diagnostic] {
    (0..<count).map { index in
      Diagnostic(
        code: "PM001", level: index == count - 1 ? .error : .note, path: "a.md",
        message: "finding \(index)")
    }
  }

  @Test(
    arguments: [
      (5_000, 5_000, nil),
      (5_001, 5_001, "there are 5001 findings, the most serious first; GitHub shows 5000"),
      (
        25_001, 25_000,
        "there are 25001 findings, the most serious first; the first 25000 are here, and GitHub shows 5000"
      ),
    ] as [(Int, Int, String?)])
  func aLogForCodeScanningKeepsToItsLimits(count: Int, kept: Int, note: String?) throws {
    let text = Reporter.sarif.text(Report(findings: Self.findings(count)), Self.plain)
    let log = try JSONDecoder().decode(SARIFLogShape.self, from: Data(text.utf8))
    let run = try #require(log.runs.first)
    #expect(run.results.count == kept)
    #expect(run.results.first?.level == "error")
    #expect(run.invocations?.first?.toolExecutionNotifications.first?.message.text == note)
  }

  @Test func annotationsBeginWithTheErrors() {
    let text = Reporter.github.text(Report(findings: Self.findings(12)), Self.plain)
    #expect(text.hasPrefix("::error "))
  }

  /// Code and line of each finding, read back from what a reporter printed.
  @Test(arguments: Reporter.all) func tellsEveryFinding(reporter: Reporter) throws {
    let text = reporter.text(SampleReport.report, Self.plain)
    let told = try ReadBack.findings(in: text, of: reporter.name)
    let expected = SampleReport.findings.map {
      ReadBack.Finding(code: $0.code, line: $0.range?.lowerBound.line)
    }
    #expect(told == expected)
  }

  /// What an author wrote into a title cannot start a line, a command or an escape sequence.
  @Test(arguments: Reporter.all) func neutralisesWhatAuthorsWrote(reporter: Reporter) throws {
    let text = reporter.text(SampleReport.report, Self.plain)
    let controls = text.unicodeScalars.filter { scalar in
      scalar != "\n"
        && (scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
          || (0x202A...0x202E).contains(scalar.value))
    }
    #expect(controls.isEmpty)
    let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
    let commands = lines.filter { $0.hasPrefix("::") }
    #expect(commands.count == (reporter.name == "github" ? SampleReport.findings.count : 0))
    #expect(reporter.name == "text" ? !text.contains("##[") && !text.contains("##vso") : true)
  }

  @Test func coloursOnlyWhenAsked() {
    let text = Reporter.text.text(SampleReport.report, Reporter.Style(usesColor: true))
    #expect(text.contains("\u{1B}[1;31merror[PM006]\u{1B}[0m"))
    #expect(text.count { $0 == "\u{1B}" } == SampleReport.findings.count * 4 - 2)
  }

  @Test func onlyWhatFailsTheRunIsAFailedTest() {
    var report = SampleReport.report
    #expect(Reporter.junit.text(report, Self.plain).contains("tests=\"5\" failures=\"2\""))
    report.failingLevel = .warning
    #expect(Reporter.junit.text(report, Self.plain).contains("tests=\"5\" failures=\"3\""))
  }

  @Test func everyReporterFileIsRegistered() throws {
    let folder = URL(filePath: #filePath).appending(
      path: "../../../Sources/Diagnostics/Reporters"
    )
    .standardized
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path())
      .filter { $0.hasSuffix(".swift") }.map { $0.lowercased().replacing(".swift", with: "") }
    #expect(files.sorted() == Reporter.all.map(\.name).sorted())
  }
}

extension Reporter: CustomTestStringConvertible {
  public var testDescription: String { name }
}

private struct SARIFLogShape: Decodable {
  struct Run: Decodable {
    let results: [Result]
    let invocations: [Invocation]?
  }
  struct Result: Decodable { let level: String }
  struct Invocation: Decodable { let toolExecutionNotifications: [Notification] }
  struct Notification: Decodable { let message: Message }
  struct Message: Decodable { let text: String }

  let runs: [Run]
}
