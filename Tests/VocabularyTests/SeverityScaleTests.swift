import Testing
import Vocabulary

struct SeverityScaleTests {
  private let scale = SeverityScale(
    [
      .init("SEV-1", aliases: ["Critical"]), .init("SEV-2", aliases: ["High", "Hoch"]),
      .init("SEV-3"),
    ], source: .settings)

  @Test(
    arguments: [
      ("SEV-1", "SEV-1"), ("SEV 2", "SEV-2"), ("Sev3", "SEV-3"), ("sev_3", nil),
      ("Severity 1", "SEV-1"),
      ("critical", "SEV-1"), ("HIGH", "SEV-2"), ("High (partial)", "SEV-2"),
      ("Sev-2: slow", "SEV-2"),
      ("1", "SEV-1"), ("4", nil), ("SEV-4", nil), ("SEV-10", nil), ("Higher", nil), ("P1", nil),
      ("", nil), ("🔴 SEV1", "SEV-1"), ("hoch", "SEV-2"),
    ] as [(String, String?)])
  func isReadOnTheTeamsScale(text: String, name: String?) {
    #expect(scale.severity(leading: text)?.name == name)
  }

  @Test(
    arguments: [
      ("SEV 2", "SEV-2"), ("sev2", "SEV-2"), ("SEV-2 (partial)", nil), ("High", "SEV-2"),
    ] as [(String, String?)])
  func isNamedExactly(text: String, name: String?) {
    #expect(scale.severity(named: text)?.name == name)
  }

  @Test func wordsOfOtherLanguagesAreWords() {
    let scale = SeverityScale([.init("Élevé"), .init("Faible")], source: .settings)
    #expect(scale.severity(leading: "élevé: tout")?.rank == 0)
    #expect(scale.severity(leading: "FAIBLE")?.rank == 1)
  }

  @Test(
    arguments: [
      (["A"], [true]), (["A", "B"], [true, false]), (["A", "B", "C"], [true, true, false]),
      (["A", "B", "C", "D", "E"], [true, true, false, false, false]),
    ])
  func theTwoWorstAreMajor(names: [String], major: [Bool]) {
    let scale = SeverityScale(names.map { .init($0) }, source: .settings)
    #expect(scale.severities.map(\.isMajor) == major)
  }

  @Test(
    arguments: [
      ("SEV-1 (critical): all is down", "SEV-1", "critical", true),
      ("P0/Blocker", "P0", "Blocker", true),
      ("Critical - all is down", "Critical", nil, true), ("Level 2", "Level 2", nil, true),
      ("Red", "Red", nil, false), ("S1", "S1", nil, true),
    ] as [(String, String, String?, Bool)])
  func namesAreReadFromAPolicy(text: String, name: String, alias: String?, isTelling: Bool) {
    let found = SeverityName(leading: text)
    #expect(found?.name == name)
    #expect(found?.alias == alias)
    #expect(found?.isTelling == isTelling)
  }
}
