import Diagnostics
import Runbooks
import TestSupport
import Testing
internal import Vocabulary
import YAML

struct FrontMatterTests {
  @Test func everyFieldIsRead() {
    let runbook = runbook(
      """
      ---
      title: Restart
      description: Restarts one service.
      owner: "@platform"
      last_verified: 2026-02-28
      severity: P1
      minutes: 12
      services: [api, web]
      tags:
        - restart
      sidebar_position: 3
      ---
      """)
    #expect(runbook.diagnostics == [])
    #expect(runbook.title == "Restart")
    #expect(runbook.description == "Restarts one service.")
    #expect(runbook.owner == "@platform")
    #expect(runbook.lastVerified == "2026-02-28")
    #expect(runbook.severity?.value == .p1)
    #expect(runbook.minutes == 12)
    #expect(runbook.services == ["api", "web"])
    #expect(runbook.tags == ["restart"])
    #expect(runbook.docusaurus.map(\.key.text) == ["sidebar_position"])
  }

  @Test(arguments: [
    ("⟦onwer⟧: me", "BS016", "did you mean 'owner'?"),
    ("⟦last_verifed⟧: 2026-01-01", "BS016", "did you mean 'last_verified'?"),
    ("⟦Title⟧: x", "BS016", "did you mean 'title'?"),
    ("minutes: ⟦soon⟧", "BS017", "write digits only, as in 'minutes: 15'"),
    ("minutes: ⟦0⟧", "BS017", "write digits only, as in 'minutes: 15'"),
    ("last_verified: ⟦2026-02-30⟧", "BS017", "write the day as YYYY-MM-DD, as in '2026-01-31'"),
    ("last_verified: ⟦2025-02-29⟧", "BS017", "write the day as YYYY-MM-DD, as in '2026-01-31'"),
    ("last_verified: ⟦31.1.2026⟧", "BS017", "write the day as YYYY-MM-DD, as in '2026-01-31'"),
    ("title: ⟦[a, b]⟧", "BS017", "write one value after 'title:'"),
    ("tags: ⟦{a: b}⟧", "BS017", "write a list, as in 'tags: [api, web]'"),
    ("services: [api, ⟦[b]⟧]", "BS017", "write one word or phrase per entry"),
  ])
  func findings(line: String, code: String, help: String) {
    let marked = MarkedText("---\n\(line)\n---\n")
    let findings = runbook(marked.text).diagnostics
    #expect(findings.map(\.code) == [code])
    #expect(findings.map(\.range) == marked.ranges)
    #expect(findings.map(\.help) == [help])
    #expect(findings.first?.excerpt?.line == MarkedText(line).text)
  }

  @Test func anUnknownKeyThatIsNearNoOtherListsTheKnownOnes() {
    let help = runbook("---\nweather: fine\n---\n").diagnostics.first?.help
    #expect(help?.hasPrefix("remove it, or use one of: title, ") == true)
  }

  @Test(arguments: ["2024-02-29", "2000-02-29", "2026-12-31", "0001-01-01"])
  func realDays(day: String) {
    #expect(runbook("---\nlast_verified: \(day)\n---\n").lastVerified == day)
  }

  @Test(arguments: [
    "1900-02-29", "2026-00-01", "2026-13-01", "2026-1-01", "2026-01-0a", "tomorrow",
  ])
  func otherDaysAreNotKept(day: String) {
    #expect(runbook("---\nlast_verified: \(day)\n---\n").lastVerified == nil)
  }

  @Test func oneTextCountsAsAListOfOne() {
    #expect(runbook("---\nservices: api\n---\n").services == ["api"])
  }

  @Test func emptyValuesAreAbsent() {
    let runbook = runbook("---\nowner:\nminutes: ~\ntags: []\nlast_verified:\n---\n")
    // Who an empty owner names is asked; other empty values are as good as none.
    #expect(runbook.diagnostics.map(\.message) == ["'owner' has no value"])
    #expect(runbook.owner == nil)
  }
}
