import Diagnostics
import Foundation
import Pipeline
import TestSupport
import Testing

/// `checklist:` in `site.yml` chooses the levels of rules, by severity if a team wants.
struct RuleLevelTests {
  private func findings(settings: String, severity: String = "P3") async throws -> [Diagnostic] {
    try await withTemporaryFolder { folder in
      try folder.write(settings, to: "site.yml")
      try folder.write(
        "---\ndate: 2026-01-10\nseverity: \(severity)\n---\n# X\n", to: "incidents/x.md")
      return try await Build(content: folder.path()).checked().judgement.findings
    }
  }

  @Test(arguments: [
    ("", "P3", Level.error as Level?), ("checklist: {PM002: off}", "P3", nil),
    ("checklist: {PM002: note}", "P3", .note),
    ("checklist: {PM002: {P3: warning, default: off}}", "P3", .warning),
    ("checklist: {PM002: {P3: warning, default: off}}", "P0", nil),
    ("checklist: {PM002: {P3: off}}", "P0", .error),
  ])
  func chooses(settings: String, severity: String, level: Level?) async throws {
    let found = try await findings(settings: settings + "\n", severity: severity)
    #expect(found.first { $0.code == "PM002" }?.level == level)
    #expect(!found.contains { $0.path.hasSuffix("site.yml") })
  }

  @Test(arguments: [
    ("checklist: {⟦PM0O2⟧: off}", "BS016", "did you mean 'PM002'?"),
    ("checklist: {⟦BS042⟧: off}", "BS016", "did you mean 'BS052'?"),
    ("checklist: {PM002: ⟦warnin⟧}", "BS017", "did you mean 'warning'?"),
    ("checklist: {PM002: {⟦P4⟧: off}}", "BS016", "did you mean 'P0'?"),
    ("checklist: ⟦off⟧", "BS017", "write one rule per line, as in 'PM031: note'"),
  ])
  func refusesWhatItDoesNotKnow(settings: String, code: String, help: String) async throws {
    let marked = MarkedText(settings + "\n")
    let found = try await findings(settings: marked.text).filter { $0.path.hasSuffix("site.yml") }
    #expect(found.map(\.code) == [code])
    #expect(found.map(\.range) == marked.ranges)
    #expect(found.first?.help == help)
  }
}
