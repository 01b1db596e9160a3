import Diagnostics
import Runbooks
import Testing

struct ResponsePolicyTests {
  private static func matrix(_ channel: String) -> String {
    "## Communication matrix\n\n| S | \(channel) |\n|---|---|\n"
  }

  /// Makes any text a process.
  private let phases = "# Process\n\n## Phase 4: Communication\n\n## Phase 5: Resolution\n\n"

  private func policy(_ text: String) throws -> ResponsePolicy {
    try #require(runbook(phases + text).policy)
  }

  @Test(
    arguments: [
      (.acknowledge, 0...5), (.investigation, 5...15), (.mitigation, 15...30),
      (.internalUpdate, 0...10), (.externalUpdate, 0...15), (.escalation, 0...30),
      (.statusPage, 0...60), (.review, 0...2880),
    ] as [(ResponsePolicy.Rule, ClosedRange<Int>)])
  func aSilentRunbookHasTheStandard(rule: ResponsePolicy.Rule, window: ClosedRange<Int>) throws {
    let statement = try policy("")[rule]
    #expect(statement.window == window)
    #expect(statement.source == .standard)
  }

  @Test(
    arguments: [
      ("| Acknowledge | within 4 minutes |", .acknowledge, 0...4),
      ("| Time to acknowledge | 4 |", .acknowledge, 0...4),
      ("| First investigation | 4 to 20 minutes |", .investigation, 4...20),
      ("| Mitigation | 20–40 min |", .mitigation, 20...40),
      ("| Internal updates | every 8 minutes |", .internalUpdate, 0...8),
      ("| Updates for customers, external | every half day: 12 hours |", .externalUpdate, 0...720),
      ("| Escalate to the lead | after 25 minutes |", .escalation, 0...25),
      ("| Status page (P1) | when longer than 2 hours |", .statusPage, 0...120),
      ("| Review within 3 days | |", .review, 0...4320),
      ("| Acknowledge | within 1.5 hours |", .acknowledge, 0...90),
      ("| Internal updates | every 1h 30m |", .internalUpdate, 0...90),
      ("| External updates | every hour |", .externalUpdate, 0...60),
      ("| Escalate to the lead | after half an hour |", .escalation, 0...30),
      ("| Mitigation | 45 min – 1.5 h |", .mitigation, 45...90),
      ("| Acknowledge | within 90 seconds |", .acknowledge, 0...2),
    ] as [(String, ResponsePolicy.Rule, ClosedRange<Int>)])
  func rowsOfThePolicyTable(row: String, rule: ResponsePolicy.Rule, window: ClosedRange<Int>) throws
  {
    let text = "## Response policy\n\n| Step | Window |\n|---|---|\n\(row)\n"
    let policy = try policy(text)
    #expect(policy[rule].window == window)
    #expect(policy[rule].source == .stated(path: "content/runbooks/example.md", line: 11))
    #expect(policy.statements.filter { $0.source != .standard }.count == 1)
  }

  @Test(
    arguments: [
      ("## Phase 1: Detection (0–3 minutes)", .acknowledge, 3),
      ("## Phase 2: Investigation (3–9 minutes)", .investigation, 9),
      ("## Phase 6: Review (within 24 hours)", .review, 1440),
      ("## Chat\n\nUpdate the incident channel every 7 minutes.", .internalUpdate, 7),
      ("## Customers\n\nWrite an update every 20 minutes.", .externalUpdate, 20),
      ("## Updates\n\nExternal:\n\n- On the status page, every 25 minutes", .externalUpdate, 25),
      ("## Lead\n\nWithout progress, escalate after 45 minutes.", .escalation, 45),
      ("## Page\n\nA P1 goes to the status page after 2 hours.", .statusPage, 120),
      ("## After\n\nThe review is held within 72 hours.", .review, 4320),
      ("## Escalate?\n\nStuck > 40 min? → Yes → Call\n→ No → Continue", .escalation, 40),
      (
        "## External update template\n\n```text\nUpdates every 12 minutes.\n```", .externalUpdate,
        12
      ),
      ("\(matrix("Status page"))| P1 | If >2h |", .statusPage, 120),
      ("\(matrix("Status page"))| P1 | If >1.5hr |", .statusPage, 90),
      ("\(matrix("Status page"))| P1 | No later than 45 min |", .statusPage, 45),
      ("## After\n\nThe review is held within 1.5 hours. Then all go home.", .review, 90),
      ("## Chat\n\nUpdate the incident channel every 1h 30m.", .internalUpdate, 90),
      ("## Phase 1: Detection (0–1.5 h)", .acknowledge, 90),
      ("## Phase 1 - 15 minutes: detection", .acknowledge, 15),
      ("\(matrix("Leadership"))| P1 | If >35min |", .escalation, 35),
    ] as [(String, ResponsePolicy.Rule, Int)])
  func wording(text: String, rule: ResponsePolicy.Rule, minutes: Int) throws {
    let statement = try policy(text)[rule]
    #expect(statement.minutes == minutes)
    #expect(statement.source != .standard)
  }

  @Test func theTableGoesBeforeSentences() throws {
    let text = """
      ## Chat

      Update every 7 minutes.

      ## Response policy

      | Step | Window |
      |---|---|
      | Internal update | every 9 minutes |
      """
    let statement = try policy(text)[.internalUpdate]
    #expect(statement.minutes == 9)
    #expect(statement.source == .stated(path: "content/runbooks/example.md", line: 15))
  }

  @Test func aPhaseThatContradictsTheTableIsAFinding() {
    let text = """
      ## Response policy

      | Step | Window |
      |---|---|
      | Acknowledge | within 5 minutes |

      ## Phase 1: Detection (0–10 minutes)
      """
    let findings = runbook(phases + text).diagnostics
    #expect(findings.map(\.code) == ["PM088"])
    #expect(findings.map(\.message) == ["this line says 10 min, but line 11 says 5 min"])
    #expect(findings.first?.range?.lowerBound.line == 13)
  }

  /// What the team wrote is not replaced by the standard in silence.
  @Test(
    arguments: [
      ("| Review | 2 business days |", "2 business days"), ("| Review | +15 |", "+15"),
      ("| Acknowledge | P0/P1: 5/10 min | |", "P0/P1: 5/10 min"), ("| Mitigation | 1.5 |", "1.5"),
      ("| Escalation | after a few minutes |", "after a few minutes"),
    ])
  func aWindowThatCannotBeReadIsAFinding(row: String, cell: String) throws {
    let read = runbook(
      phases + "## Response policy\n\n| Step | Window | |\n|---|---|---|\n\(row)\n")
    #expect(read.diagnostics.map(\.code) == ["PM088"])
    #expect(read.diagnostics.map(\.message) == ["'\(cell)' is not a window that can be read"])
    #expect(read.diagnostics.first?.range?.lowerBound.line == 11)
    #expect(try #require(read.policy).statements.allSatisfy { $0.source == .standard })
  }

  @Test(arguments: [
    "| Escalation | to the lead of team 2 |", "| Review | held by the owner |", "| Updates | |",
  ])
  func aCellWithoutTimeIsNotAWindow(row: String) {
    let text = "## Escalation policy\n\n| Step | Who |\n|---|---|\n\(row)\n"
    #expect(runbook(phases + text).diagnostics == [])
  }

  @Test func onlyAProcessHasAPolicy() {
    #expect(runbook("# Restart\n\nPost an update every 3 minutes.\n").policy == nil)
  }

  @Test func theSiteMayOverride() throws {
    var policy = try policy("")
    policy.set(.review, to: 0...60, source: .stated(path: "content/site.yml", line: 4))
    #expect(policy[.review].minutes == 60)
    #expect(policy.statements.count == ResponsePolicy.Rule.allCases.count)
  }
}
