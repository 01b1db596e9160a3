import Incidents
import Testing
internal import Vocabulary

struct MilestoneTests {
  private static let timeline = """
    # Timeline

    All times in UTC.

    - 09:55 - Release v1.3.0 of the API goes out
    - 10:02 - Alert fires in #incidents: error rate above 20%
    - 10:03 - @oncall acknowledging - investigating
    - 10:04 - /incident create "API errors"
    - 10:05 - API error rate spiked to 25% starting 09:58
    - 10:15 - Not resolved by the restart
    - 10:20 - Rollback complete, monitoring error rates
    - 10:45 - ✅ RESOLVED
    - 10:50 - /incident close "Resolved by rollback"
    """

  @Test(arguments: [
    (Milestone.started, "09:58"), (.detected, "10:02"), (.acknowledged, "10:03"),
    (.declared, "10:04"),
    (.mitigated, "10:20"), (.resolved, "10:45"), (.closed, "10:50"),
  ])
  func readsTheWordingOfEntries(milestone: Milestone, time: String) throws {
    let incident = read(timeline: Self.timeline, review: nil, folder: "incident-2026-01-10-001")
      .incident
    let mark = try #require(incident.milestones[milestone])
    #expect(mark.moment.timeOfDay == time)
    #expect(mark.basis == .worded)
  }

  @Test func derivesDurationsAndNothingElse() {
    let milestones = read(timeline: Self.timeline, review: nil, folder: "incident-2026-01-10-001")
      .incident.milestones
    #expect(milestones.minutes(to: .detect) == 4)
    #expect(milestones.minutes(to: .acknowledge) == 1)
    #expect(milestones.minutes(to: .mitigate) == 22)
    #expect(milestones.minutes(to: .resolve) == 47)
    #expect(milestones.minutes(to: .reviewLag) == nil)
  }

  @Test func whatTheFrontMatterStatesWins() {
    let review =
      "---\ndate: 2026-01-10\ndetected: 2026-01-10 10:00 UTC\nreviewed: 2026-01-11 14:00 UTC\n---\n# Down\n"
    let milestones = read(
      timeline: Self.timeline, review: review, folder: "incident-2026-01-10-001"
    ).incident.milestones
    #expect(milestones[.detected]?.moment.timeOfDay == "10:00")
    #expect(milestones[.detected]?.basis == .stated)
    #expect(milestones.minutes(to: .reviewLag) == 27 * 60 + 15)
  }

  /// What a block that begins with "RESOLVED" tells again was earlier.
  @Test func aRecapIsOnlyTheResolution() {
    let milestones = read(
      timeline: """
        # Timeline (UTC)

        - 10:45 - ✅ RESOLVED
          Times: declared 10:02, rolled back 10:20

        """, review: nil, folder: "incident-2026-01-10-001"
    ).incident.milestones
    #expect(milestones.known.map(\.milestone) == [.resolved])
  }

  /// "Rolled back" suggests a mitigation, and the template's words say it.
  @Test(arguments: [
    (Milestone.started, "error rate starts to rise", true), (.started, "first errors", false),
    (.detected, "Alert Down fires", true), (.detected, "somebody noticed", false),
    (.acknowledged, "@oncall acknowledging", true), (.acknowledged, "@oncall acks", false),
    (.declared, "`/incident create \"x\"`", true), (.declared, "declares it", false),
    (.mitigated, "Mitigation applied: reverted", true), (.mitigated, "rolled back", false),
    (.resolved, "✅ RESOLVED", true), (.resolved, "service restored", false),
    (.closed, "/incident close", true), (.reviewed, "review held", true),
  ])
  func someWordsAreAgreed(milestone: Milestone, text: String, isAgreed: Bool) {
    #expect(MilestoneVocabulary.isAgreed(milestone, in: text) == isAgreed)
  }

  @Test(arguments: [
    "- 10:15 - The issue is unresolved", "- 10:15 - not yet mitigated", "- 10:15 - Still looking",
  ])
  func aDenialIsNoMilestone(entry: String) {
    let milestones = read("---\ndate: 2026-01-10\n---\n## Timeline\n\n\(entry)\n").incident
      .milestones
    #expect(milestones.known.isEmpty)
  }

  /// Entries of 2026-01-10, and the milestones in them.
  @Test(
    arguments: [
      (
        "- 17:00 - Outage starts\n- 17:54 - Repaired\n- 2026-01-10 19:18 - Resolved",
        [.started: "17:00", .mitigated: "17:54", .resolved: "19:18"]
      ),
      ("- 17:54 - Repaired", [.resolved: "17:54"]),
      (
        "- 19:01 - First alert received\n- 19:02 - Root cause detected\n- 19:40 - Outage ends.",
        [.detected: "19:01", .resolved: "19:40"]
      ),
      ("- 19:40 - Outage over\n- 19:50 - All clear", [.mitigated: "19:40", .resolved: "19:50"]),
      ("- 19:40 - All clear\n- 19:50 - Repaired the cable", [.resolved: "19:40"]),
      ("- 19:02 - Cause detected", [:]),
    ] as [(String, [Milestone: String])])
  func theEndOfTheImpact(entries: String, times: [Milestone: String]) {
    let milestones = read("---\ndate: 2026-01-10\n---\n## Timeline\n\n\(entries)\n").incident
      .milestones
    #expect(
      Dictionary(
        uniqueKeysWithValues: milestones.known.map { ($0.milestone, $0.mark.moment.timeOfDay) })
        == times)
  }

  /// A plan in the last message of a channel, and when the review is.
  @Test(arguments: [
    "- Post-incident review: Tomorrow 2pm", "- Review: tomorrow at 14:00",
    "- Postmortem: tomorrow, 14:00", "- Post-incident review scheduled: tomorrow 2 PM",
  ])
  func aReviewIsPlannedForTheNextDay(line: String) {
    let milestones = read(
      timeline:
        "# Timeline (UTC)\n\n- 10:05 - Alert fires\n\n✅ RESOLVED - 10:45\nNext steps:\n\(line)\n\nClose incident:\n\n/incident close \"Rolled back\"\n",
      review: nil, folder: "incident-2026-01-10-001"
    ).incident.milestones
    #expect(milestones[.reviewed]?.moment.rfc3339 == "2026-01-11T14:00:00Z")
    #expect(milestones[.resolved]?.moment.rfc3339 == "2026-01-10T10:45:00Z")
    #expect(milestones[.closed]?.moment.timeOfDay != "14:00")
  }

  /// A point that the author names says more than the wording of an entry.
  @Test func namedPointsWinOverWording() {
    let milestones = read(
      """
      # Down

      - **Key events**
        - First detected: 2026-01-10 10:01
        - Resolved: 2026-01-10 12:30

      - **Timeline**
        - 2026-01-10 10:05 - alert fires
        - 2026-01-10 11:00 - repaired
      """
    ).incident.milestones
    #expect(milestones[.detected]?.moment.timeOfDay == "10:01")
    #expect(milestones[.resolved]?.moment.timeOfDay == "12:30")
  }
}
