import Diagnostics
import Runbooks
import TestSupport
import Testing

struct RunbookFindingTests {
  @Test(arguments: RunbookFinding.all)
  func reportsWhatItsBadExampleMarks(finding: RunbookFinding) {
    let bad = MarkedText(finding.bad)
    let findings = runbook(bad.text).diagnostics.filter { $0.code == finding.code }
    #expect(findings.map(\.range) == bad.ranges)
    #expect(
      findings.allSatisfy { $0.level == finding.level && $0.help != nil && $0.excerpt != nil })
  }

  @Test(arguments: RunbookFinding.all)
  func itsGoodExampleIsClean(finding: RunbookFinding) {
    // The file of an alert runbook has the name of its alert.
    let title = finding.good.firstMatch(of: /(?m)^# (\w+)$/).map { String($0.1) } ?? "example"
    #expect(runbook(finding.good, path: "content/runbooks/\(title).md").diagnostics == [])
  }

  @Test func codesAreUniqueAndSorted() {
    let codes = RunbookFinding.all.map(\.code)
    #expect(codes == Set(codes).sorted())
  }
}

extension RunbookFinding: CustomTestStringConvertible {
  public var testDescription: String { code }
}
