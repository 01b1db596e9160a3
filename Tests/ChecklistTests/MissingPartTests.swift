import Diagnostics
import Pipeline
import Testing

/// What counts as a section of action items, and as a zone.
struct MissingPartTests {
  /// The text below the heading, and what is found.
  @Test(arguments: [
    ("", "3: section 'Action items' is empty"),
    ("TBD\n", "5: section 'Action items' is a placeholder: 'TBD'"),
    ("N/A\n", "5: section 'Action items' says 'N/A' but not why"),
    ("- n/a\n", "5: section 'Action items' says 'n/a' but not why"),
    ("None\n", "5: section 'Action items' says 'None' but not why"),
    ("- No action items.\n", "5: section 'Action items' says 'No action items.' but not why"),
    ("```text\nticket 17\n```\n", "3: section 'Action items' has no items"),
    ("- None: the vendor has replaced the switch\n", nil),
    ("- [ ] Alert on pool use @data\n", nil),
    ("| Item | Owner |\n|--|--|\n| Alert on pool use | data |\n", nil),
  ])
  func actionItems(text: String, finding: String?) async throws {
    let review = "# Checkout down\n\n## Action items\n\n" + text
    let found = try await findings(of: "PM003", in: review)
    #expect(found == [finding].compactMap(\.self))
  }

  @Test func actionItemsAreMissing() async throws {
    let found = try await findings(of: "PM003", in: "# Checkout down\n\nThe pool was full.\n")
    #expect(found == ["1: section 'Action items' is missing"])
  }

  /// A line below the timeline, and what is said of it.
  @Test(
    arguments: [
      (
        "##Root cause\n\nA full pool.",
        "9: section 'Root cause' is missing: 'Root cause' is not a heading"
      ),
      (
        "text\n###Root cause:\nA full pool.",
        "10: section 'Root cause' is missing: 'Root cause' is not a heading"
      ),
      (
        "**Root cause**\n\nA full pool.",
        "9: section 'Root cause' is missing: 'Root cause' is not a heading"
      ),
      (
        "__Root cause:__\nA full pool.",
        "9: section 'Root cause' is missing: 'Root cause' is not a heading"
      ),
      (
        "Root Cause\n\n- A full pool.",
        "9: section 'Root cause' is missing: 'Root Cause' is not a heading"
      ),
      (
        "Root cause:\n\nA full pool.",
        "9: section 'Root cause' is missing: 'Root cause' is not a heading"
      ),
      ("#incident-17 has the root cause.", "1: section 'Root cause' is missing"),
      ("Root cause\n", "1: section 'Root cause' is missing"),
      ("## Root cause\n\nA full pool.", nil),
    ] as [(String, String?)])
  func aHeadingThatIsNone(line: String, finding: String?) async throws {
    let review = "# Down\n\n## Timeline\n\n- 10:05 - a\n- 10:06 - b\n\n\n\(line)\n"
    #expect(try await findings(of: "PM002", in: review) == [finding].compactMap(\.self))
  }

  /// What is in a block that never ends does not seem to be missing.
  @Test(arguments: ["```", "~~~ sh", "<!-- notes", "<pre>"])
  func whatABlockHidesIsNotMissing(opening: String) async throws {
    let review =
      "# Down\n\n## Timeline\n\n- 10:05 UTC - a\n- 10:06 UTC - b\n\n\(opening)\n\n## Root cause\n\nA full pool.\n"
    let found = try await check(["incidents/2026-01-10-pool.md": review]).judgement.findings
    #expect(found.map(\.code).filter { $0 != "PM004" } == ["PM009"])
    #expect(found.last?.range?.lowerBound.line == 8)
    let shut = review.replacing(opening, with: "")
    #expect(try await findings(of: "PM003", in: shut).count == 1)
  }

  /// A team's own heading for the root cause, among its settings.
  @Test(arguments: [("headings: {root_cause: [Ursprung]}\n", true), ("title: Ferry\n", false)])
  func aTeamsHeadingIsKnown(settings: String, isKnown: Bool) async throws {
    let review = "# Checkout down\n\n## Ursprung\n\nA pool of ten connections.\n"
    let found = try await findings(of: "PM002", in: review, with: ["site.yml": settings])
    #expect(found.isEmpty == isKnown)
  }

  private static let entries = "- 10:05 - Error rate at 25%\n- 10:45 - Resolved\n"
  private static let finding = "7: the times have no time zone"

  /// What stands above the entries and below them, and whether the zone is missing: to a team without a
  /// policy, and to one with.
  @Test(arguments: [
    ("", "", true, true),
    ("All times in UTC.\n\n", "", false, false),
    ("", "\nThe backup runs at 03:00 UTC.\n", false, true),
    ("", "\nThe backup runs at 03:00 GMT.\n", false, true),
    ("", "\nThe backup runs at 03:00 UT.\n", true, true),
    ("", "\nThe GUI and the U\n", true, true),
    ("- 10:01 UTC - Deploy\n", "", false, false),
  ])
  func zone(above: String, below: String, isMissing: Bool, isMissingWithPolicy: Bool) async throws {
    let review =
      "---\ndate: 2026-01-10\n---\n# Checkout down\n\n\n## Timeline\n\n" + above + Self.entries
      + below
    let alone = try await findings(of: "PM025", in: review)
    #expect(alone == (isMissing ? [Self.finding] : []))
    let process =
      "# Incident response\n\n## Phase 1: Detection\n\nLook.\n\n## Phase 2: Mitigation\n\nAct.\n"
    let others = ["runbooks/incident-response.md": process]
    let held = try await findings(of: "PM025", in: review, with: others)
    #expect(held == (isMissingWithPolicy ? [Self.finding] : []))
  }

  @Test(arguments: ["- 10:05 - Error rate at 25%\n", "- Error rate at 25%\n- Resolved\n"])
  func aLoneTimeNeedsNoZone(entries: String) async throws {
    let review = "---\ndate: 2026-01-10\n---\n# Checkout down\n\n## Timeline\n\n" + entries
    #expect(try await findings(of: "PM025", in: review) == [])
  }
}
