import Diagnostics
import Learning
import Pipeline
import Testing
import Vocabulary

/// A slip in one year neither decides what "today" is nor passes without a word.
struct DistantDateTests {
  @Test(
    arguments: [
      ("2026-02-01", ["content/incidents/1.md"]), ("2062-03-03", []),
      ("2062-03-02", ["content/incidents/1.md"]), (nil, []),
    ] as [(String?, [String])])
  func aDateAfterTheGivenDayIsInTheFuture(today: String?, paths: [String]) async throws {
    let found = try await Texts([
      "content/incidents/0.md": "---\ndate: 2026-01-10\nseverity: P1\n---\n# Down\n",
      "content/incidents/1.md": "---\ndate: 2062-03-04\nseverity: P1\n---\n# Off\n",
    ]).checked { $0.today = today.flatMap { CalendarDay($0) } }.judgement.findings
    #expect(found.filter { $0.code == "PM093" }.map(\.path) == paths)
  }

  private func checked(_ days: [String]) async throws -> CheckedContent {
    var files: [String: String] = [:]
    for (index, day) in days.enumerated() {
      files["content/incidents/\(index).md"] =
        "---\ndate: \(day)\nseverity: P1\n---\n# Down \(index)\n"
    }
    return try await Texts(files).checked()
  }

  @Test(
    arguments: [
      (["2026-01-10", "2026-02-03", "2062-03-04"], "2026-02-03", ["content/incidents/2.md"]),
      (["2026-01-10", "2026-02-03", "1982-03-04"], "2026-02-03", ["content/incidents/2.md"]),
      (["2026-01-10", "2026-02-03", "2026-03-04"], "2026-03-04", []),
      (["2019-01-10", "2020-02-03", "2026-03-04"], "2026-03-04", []),
      (["2026-01-10", "2062-03-04"], "2062-03-04", []), (["2062-03-04"], "2062-03-04", []),
      (["2006-01-10", "2007-01-10", "2025-02-03", "2026-03-04"], "2026-03-04", []),
    ])
  func aYearFarFromAllOthersIsAFinding(
    days: [String], today: String, paths: [String]
  ) async throws {
    let checked = try await checked(days)
    #expect(checked.library.today?.description == today)
    let found = checked.judgement.findings.filter { $0.code == "PM093" }
    #expect(found.map(\.path) == paths)
    #expect(found.allSatisfy { $0.range?.lowerBound.line == 2 && $0.excerpt != nil })
  }
}
