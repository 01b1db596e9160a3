import Runbooks
import TestSupport
import Testing

struct PhaseTests {
  @Test(
    arguments: [
      (
        "Phase 1: Detection and acknowledgement (0–5 minutes)", 1, "Detection and acknowledgement",
        0...5
      ),
      ("Phase 2: Look around (5-15 min)", 2, "Look around", 5...15),
      ("Phase 3 – Mitigate (15 to 30 minutes)", 3, "Mitigate", 15...30),
      ("Phase 6: Review (Within 48 hours)", 6, "Review", 0...2880),
      ("Stage 2. Think [1—2 hrs]", 2, "Think", 60...120),
      ("**Phase 10**: Sleep (one hour)", 10, "Sleep", 0...60),
      ("Phase 4: Escalation (after 30 min)", 4, "Escalation", 30...30),
      ("Phase 4: Communication", 4, "Communication", nil),
    ] as [(String, Int, String, ClosedRange<Int>?)])
  func headings(heading: String, number: Int, name: String, window: ClosedRange<Int>?) throws {
    let phase = try #require(runbook("# R\n\n## \(heading)\n").phases.first)
    #expect(phase.number == number)
    #expect(phase.name == name)
    #expect(phase.window == window)
    #expect(phase.line == 3)
    #expect(phase.anchor != nil)
  }

  @Test(arguments: ["Phases", "Phase one", "Two-phase commit 1", "Step 1: Look"])
  func otherHeadingsAreNoPhases(heading: String) {
    #expect(runbook("## \(heading)\n").phases == [])
  }
}
