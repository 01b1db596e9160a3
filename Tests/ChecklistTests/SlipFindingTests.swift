import Testing

/// Where the record of a timeline was not understood.
struct SlipFindingTests {
  private func review(_ lines: String) -> String {
    "---\ndate: 2026-01-10\nseverity: P2\n---\n# Down\n\n## Timeline (UTC)\n\n\(lines)\n"
  }

  @Test(arguments: ["10:8", "10;20", "10:205", "1O:20"])
  func aTimeThatIsNone(time: String) async throws {
    let text = review("- 10:05 - Alert fires\n- \(time) - logs\n- 10:45 - Resolved")
    #expect(try await findings(of: "PM006", in: text) == ["10: '\(time)' is not a valid time"])
  }

  @Test func aTimeThatIsEarlierThanThoseAroundIt() async throws {
    let text = review("- 10:10 - Alert fires\n- 1:15 - logs\n- 10:20 - Resolved")
    #expect(
      try await findings(of: "PM020", in: text) == ["10: '1:15' is earlier than '10:10' above it"])
  }

  /// The first entries, and whether the first is reported.
  @Test(arguments: [
    ("- 2026-01-09 10:05 - Error rate at 25%\n- 10:20 - Resolved", true),
    ("- 2026-01-09 10:05 - Alert fires\n- 2026-01-10 10:20 - Resolved", true),
    ("- 2026-01-09 10:05 - v1.3 goes out\n- 2026-01-10 10:20 - Alert fires", false),
    ("- 2026-01-09 23:50 - v1.3 goes out\n- 00:10 - Alert fires", false),
    ("- 2026-01-08 10:05 - v1.3 goes out\n- 10:20 - Alert fires", false),
    ("- 10:05 - Error rate at 25%\n- 10:20 - Resolved", false),
  ])
  func aFirstEntryOnTheDayBefore(lines: String, isReported: Bool) async throws {
    let found = try await findings(of: "PM014", in: review(lines))
    #expect(
      found
        == (isReported
          ? ["9: the first entry is on 2026-01-09, a day before the incident's date, 2026-01-10"]
          : []))
  }

  /// A typed duration of an incident of 30 hours, and whether it contradicts the entries.
  @Test(arguments: [
    ("Duration: 9 hours", true), ("Duration: 30 hours", false), ("Duration: 29h 30m", false),
    ("Duration: 9 hours (working hours)", false), ("Duration: about a day", false),
  ])
  func aDurationOfDays(line: String, isReported: Bool) async throws {
    let text =
      "---\ndate: 2026-01-10\n---\n# Down\n\n\(line)\n\n## Timeline (UTC)\n\n- 2026-01-10 10:05 - Alert fires\n- 2026-01-11 16:05 - Resolved\n"
    let found = try await findings(of: "PM023", in: text)
    #expect(found.isEmpty == !isReported, "\(found)")
  }

  /// The length that a finding names is the one to the end that the label names.
  @Test(arguments: [
    ("Time to resolve: 90 minutes", "5 h"), ("Time to repair: 90 minutes", "3 h"),
    ("Duration: 90 minutes", "2 h"), ("Time to resolve: 3 hours", ""),
  ])
  func aDurationIsComparedWithItsOwnEnd(line: String, named: String) async throws {
    let text =
      "---\ndate: 2026-01-10\n---\n# Down\n\n\(line)\n\n## Timeline (UTC)\n\n- 10:00 - Alert fires\n- 13:00 - Mitigated\n- 15:00 - Resolved\n"
    let found = try await findings(of: "PM023", in: text)
    #expect(
      found
        == (named.isEmpty
          ? []
          : [
            "6: '\(line.split(separator: ": ")[1])' contradicts the timeline, which gives \(named)"
          ]))
  }

  /// A root cause, and whether it only says what somebody did.
  @Test(arguments: [
    ("Ana forgot to check the ports.", true), ("The engineer overlooked the alert.", true),
    ("The list of ports was not checked by the deployment.", false),
    ("A pool of ten connections.", false),
  ])
  func aSlipIsNoRootCause(text: String, isReported: Bool) async throws {
    let found = try await findings(of: "PM036", in: "# Down\n\n## Root cause\n\n\(text)\n")
    #expect(found.isEmpty == !isReported, "\(found)")
  }
}
