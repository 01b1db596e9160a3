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
    #expect(summary.contains("\nThe log has 1 more."))
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
