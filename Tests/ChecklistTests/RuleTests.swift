import Checklist
import Diagnostics
import Foundation
import Pipeline
import TestSupport
import Testing

/// Every rule is tested by the examples that `build-site explain` shows.
struct RuleTests {
  private static let withExamples = Rule.all.filter { !$0.bad.isEmpty && $0.code != "BS053" }

  @Test(arguments: withExamples)
  func reportsWhatItsBadExampleMarks(rule: Rule) async throws {
    let bad = MarkedText(rule.bad)
    let findings = try await rule.findings(inExample: bad.text)
    #expect(!bad.ranges.isEmpty, "the example marks nothing")
    #expect(findings.map(\.range) == bad.ranges)
    #expect(findings.allSatisfy { $0.help?.isEmpty == false && $0.excerpt != nil })
  }

  @Test(arguments: Rule.all.filter { !$0.good.isEmpty })
  func findsNothingInItsGoodExample(rule: Rule) async throws {
    #expect(try await rule.findings(inExample: MarkedText(rule.good).text).isEmpty)
  }

  @Test func codesAreUniqueAndExplained() async {
    #expect(Set(Rule.all.map(\.code)).count == Rule.all.count)
    for rule in Rule.all {
      let description = await rule.described()
      #expect(description.explanation.contains(rule.code))
      #expect(!description.remedies.isEmpty, "\(rule.code)")
      #expect(!rule.rationale.isEmpty)
      #expect(Rule.named(rule.code.lowercased())?.code == rule.code)
    }
  }

  /// Its reader has another file: lines, paths, names and days of the example say nothing to them.
  @Test(arguments: Rule.all) func remediesHoldForAnyFile(rule: Rule) async {
    for remedy in await rule.described().remedies {
      for name in ["content/", "ada-quist", "saturation", "incident-response.md"] {
        #expect(!remedy.contains(name))
      }
      #expect(remedy.firstMatch(of: /:\d+\)|\blines? \d/) == nil)
      if let date = remedy.firstRange(of: "2026-") {
        let before = remedy[..<date.lowerBound]
        #expect(before.contains("as in ") || before.contains("such as "), "\(remedy)")
      }
    }
  }

  @Test func isDescribedAmongAllAsAlone() async {
    for description in await Rule.allDescribed() {
      let alone = await Rule.named(description.code)?.described()
      #expect(description.explanation == alone?.explanation)
    }
  }

  @Test func everyRuleFileIsRegistered() throws {
    let folder = URL(filePath: #filePath).appending(path: "../../../Sources/Checklist/Rules")
      .standardized
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
    let codes = Set(Rule.all.map { "\($0.code).swift" })
    #expect(files.filter { !codes.contains($0) } == [])
  }

  /// A code that is reported somewhere and that `explain` does not know is a dead end for the author.
  @Test func everyCodeInTheSourcesIsExplained() throws {
    let folder = URL(filePath: #filePath).appending(path: "../../../Sources").standardized
    let known = Set(Rule.all.map(\.code))
    let files = FileManager.default.enumerator(atPath: folder.path())
    for case let name as String in files ?? .init() where name.hasSuffix(".swift") {
      let source = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      for piece in source.split(separator: "\"") where piece.utf8.count == 5 {
        guard ["BS0", "PM0", "PM1"].contains(where: piece.hasPrefix), Int(piece.dropFirst(2)) != nil
        else { continue }
        #expect(known.contains(String(piece)), "\(piece) in \(name)")
      }
    }
  }
}

extension Rule: CustomTestStringConvertible {
  public var testDescription: String { code }
}
