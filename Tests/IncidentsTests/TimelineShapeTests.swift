import Incidents
import Testing
internal import Vocabulary

/// The shapes in which teams write their timelines.
struct TimelineShapeTests {
  /// Each says "one" at 10:05, "two" at 10:06 and "three" at 10:08 of 10 January 2026, UTC.
  @Test(arguments: [
    "### 2026-01-10 10:05 UTC\n\none\n\n### 10:06 UTC\n\ntwo\n\n### 10:08 UTC\n\nthree\n",
    "### 10:05 UTC - one\n\n### 10:06 UTC - two\n\n### 10:08 UTC - three\n",
    "**10:05 UTC** – one\n\n**10:06 UTC** – two\n\n**10:08 UTC** – three\n",
    "All times in UTC.\n\n2026-01-10\n\n10:05: one\n\n10:06: two\n\n10:08: three\n",
    "All times in UTC.\n\n- 2026-01-10\n  - 10:05 one\n  - 10:06 two\n  - 10:08 three\n",
    "#### January 10, 2026\n\n- 10:05 UTC one\n- 10:06 UTC two\n- 10:08 UTC three\n",
    "| Date | Time (UTC) | Event |\n|--|--|--|\n| 2026-01-10 | 10:05 | one |\n| | 10:06 | two |\n| | 10:08 | three |\n",
    "| # | Event | When (UTC) |\n|--|--|--|\n| 1 | one | Jan 10, 10:05 |\n| 2 | two | 10:06 |\n| 3 | three | 10:08 |\n",
    "Zone: UTC\n\n```\n10:05 - one\n10:06 - two\n10:08 - three\n```\n",
    "> (UTC)\n>\n> 10:05 - one\n> 10:06 - two\n> 10:08 - three\n",
    "- [2026-01-10 10:05 UTC] one\n- [2026-01-10 10:06 UTC] two\n- [2026-01-10 10:08 UTC] three\n",
    "- 10/01/2026 10:05 GMT: one\n- 10/01/2026 10:06 GMT: two\n- 10/01/2026 10:08 GMT: three\n",
    "- At 10:05 UTC, one\n- At 10:06 UTC, two\n- At 10:08 UTC, three\n",
    "(UTC)\n\n- 10.05 - one\n- 10.06 - two\n- 10.08 - three\n",
    "(UTC)\n\n- 1005 - one\n- 1006 - two\n- 1008 - three\n",
    "- 5:05 AM EST one\n- 5:06 AM EST two\n- 5:08 AM EST three\n",
    "<aside>\nAll times are in UTC.\n</aside>\n\n- 10:05 one\n- 10:06 two\n- 10:08 three\n",
    "**2026-01-10 (all times UTC)**\n\n- 10:05 one\n- 10:06 two\n- 10:08 three\n",
    "### 2026-01-10 (UTC)\n\n- 10:05 one\n- 10:06 two\n- 10:08 three\n",
    "### one 2026-01-10 10:05 UTC\n\n### two 2026-01-10 10:06a UTC\n\n### three 2026-01-10 10:08 UTC\n",
    "UTC\n\n```mermaid\ntimeline\n  10：05 : one\n  10：06 : two\n  10：08 : three\n```\n",
  ])
  func readsTheShape(body: String) throws {
    let review =
      "---\ndate: 2026-01-10\n---\n# Down\n\n## Timeline\n\n\(body)\n## Root cause\n\nPool.\n"
    let timeline = try #require(read(review).incident.timeline)
    #expect(timeline.entries.map(\.text) == ["one", "two", "three"])
    let start = try #require(Moment(frontMatter: "2026-01-10 10:05 UTC"))
    #expect(timeline.entries.map { $0.moment?.minutes(since: start) } == [0, 1, 3])
  }

  /// A paragraph with its time below it, as status pages write them, newest first.
  @Test func readsWhatIsSignedWithItsTime() {
    let timeline = read(
      "# Down\n\n**Resolved** - All is well.\nJan 10, 2026 15:10 UTC\n\n"
        + "**Monitoring** - A fix is out.\nJan 10, 2026 14:50 UTC\n\n"
        + "**Investigating** - We look.\nJan 10, 2026 14:05 UTC\n"
    ).incident.timeline
    #expect(
      timeline?.entries.map(\.text) == [
        "Resolved - All is well.", "Monitoring - A fix is out.", "Investigating - We look.",
      ])
    #expect(timeline?.entries.map(\.line) == [3, 6, 9])
    #expect(timeline?.isNewestFirst == true)
  }

  /// Rows and points whose time nobody wrote down are events all the same.
  @Test(arguments: [
    "| Time | Event |\n|--|--|\n| 10:05 | one |\n| — | two |\n| - | three |\n",
    "- T0: one\n- T1: two\n- T2 - three\n", "- T0：one\n- T1：two\n- T2：three\n",
  ])
  func readsEventsWithoutATime(body: String) {
    let timeline = read("# Down\n\n## Timeline\n\n\(body)").incident.timeline
    #expect(timeline?.entries.map(\.text) == ["one", "two", "three"])
    #expect(timeline?.entries.last?.precision == .unknown)
  }

  /// The year of "### Tuesday, March 3" stands in a paragraph only.
  @Test func theDayOfTheTextIsTheDayOfTheTimes() {
    let entries = read(
      "# Down\n\nMarch 3, 2026 was bad.\n\n## Timeline (UTC)\n\n### Tuesday, March 3\n\n- 22:00 one\n"
        + "\n### Wednesday, March 4\n\n- 09:00 two\n"
    ).incident.timeline?.entries
    #expect(
      entries?.map { $0.moment?.rfc3339 } == ["2026-03-03T22:00:00Z", "2026-03-04T09:00:00Z"])
  }

  @Test func headingsWithTimesGoOnWithTheTimeline() {
    let timeline = read(
      "# Down\n\n## Timeline\n\n### Jan 10 2026 10:05\n\none\n\n## Jan 11, 13:00\n\ntwo\n\n"
        + "### 14:00\n\nthree\n\n## Causes\n\nx\n\n## 15:00\n\nfour\n"
    ).incident.timeline
    #expect(timeline?.entries.map(\.text) == ["one", "two", "three"])
  }

  @Test func anEmptyCellGoesOnWithTheRowAbove() {
    let timeline = read(
      "# Down\n\n## Timeline\n\n| Time | Event |\n|--|--|\n| 10:05 | one |\n| | more |\n"
    ).incident.timeline
    #expect(timeline?.entries.map(\.text) == ["one\nmore"])
  }

  /// What is written, and how well the time is known.
  @Test(
    arguments: [
      ("~10:05 - x", .approximate), ("10:05 - x", .exact), ("2026-01-10 - x", .day),
      ("??:?? - x", .unknown), ("2X:XX - x", .unknown),
      ("2026-MM-DD: x", .unknown), ("1?:?? - x", .unknown),
      ("T+5m - x", .unknown), ("25:70 - x", .impossible),
      ("2026-02-30 10:05 - x", .impossible), ("2026-01-?? - x", .unknown),
      ("01/02/2026 10:05 - x", .unknown),
    ] as [(String, TimelineEntry.Precision)])
  func keepsWhatIsNotKnown(line: String, precision: TimelineEntry.Precision) throws {
    let entry = try #require(read("## Timeline\n\n- \(line)\n").incident.timeline?.entries.first)
    #expect(entry.precision == precision)
    #expect((entry.moment == nil) == ![.exact, .approximate].contains(precision))
    #expect(entry.text == "x")
  }

  /// The zone of a row, and which lines continue the one before.
  @Test(
    arguments: [
      ("- 10:05 UTC / 12:05 CEST - x", "2026-01-10T10:05:00Z"),
      ("- 10:05 EST (15:05 UTC): x", "2026-01-10T10:05:00-05:00"),
      ("- 2026-01-10 10:05:00 +0000 UTC x", "2026-01-10T10:05:00Z"),
      ("- 10:05 UTC-10:15 UTC: x", "2026-01-10T10:05:00Z"), ("- 10:05 IST - x", nil),
      ("- Day 1 - 10:05Z → x", "2026-01-10T10:05:00Z"),
      ("- 10:05 PM UTC on Jan 10: x", "2026-01-10T22:05:00Z"),
    ] as [(String, String?)])
  func readsTheZoneOfARow(line: String, time: String?) throws {
    let review = "---\ndate: 2026-01-10\n---\n## Timeline\n\n\(line)\n"
    let timeline = try #require(read(review).incident.timeline)
    #expect(timeline.entries.map { $0.moment?.rfc3339 } == [time])
    #expect(timeline.entries.map(\.text) == ["x"])
  }

  @Test func anItemGoesOnInItsNextLine() throws {
    let review =
      "## Timeline\n\n- 10:05 - the shop opens late,\n  from 16:00 on,\n  18:00 at most\n"
    #expect(read(review).incident.timeline?.count == 1)
  }

  @Test func onePairOfNumbersDecidesForAll() throws {
    let review =
      "---\ndate: 2026-03-26\n---\n## Timeline\n\n- [03-05 16:21] one\n- [03-26 08:10] two\n"
    let timeline = try #require(read(review).incident.timeline)
    #expect(timeline.entries.map { $0.day?.description } == ["2026-03-05", "2026-03-26"])
    #expect(timeline.remarks.isEmpty)
  }

  @Test func theLastEventMayComeFirst() throws {
    let review =
      "---\ndate: 2026-01-10\n---\n## Timeline (UTC)\n\n- 01:10 four\n- 00:30 three\n- 23:50 two\n- 23:40 one\n"
    let timeline = try #require(read(review).incident.timeline)
    #expect(timeline.isNewestFirst)
    #expect(
      timeline.entries.map { $0.moment?.day?.description } == [
        "2026-01-11", "2026-01-11", "2026-01-10", "2026-01-10",
      ])
  }

  @Test func severalPartsAreOneTimeline() throws {
    let review =
      "# Down\n\n## Timeline\n\n- 10:05 one\n\n## Impact\n\nSome.\n\n## Timeline of day two\n\n- 10:08 two\n"
    #expect(read(review).incident.timeline?.entries.map(\.text) == ["one", "two"])
  }

  @Test func pointsWithATimeBehindSetMilestones() throws {
    let incident = read(
      """
      ## Timeline

      - **Start:** 2026-01-10 09:55 UTC
      - **Detected:** 2026-01-10 10:02 UTC
      - Outage end 2026-01-10 10:30 UTC
      - **Resolved:** 2026-01-10 10:45 UTC
      """
    ).incident
    #expect(incident.timeline?.entries.map(\.isLabelled) == [true, true, true, true])
    #expect(incident.milestones.minutes(to: .detect) == 7)
    #expect(incident.milestones.minutes(to: .mitigate) == 35)
    #expect(incident.milestones.minutes(to: .resolve) == 50)
  }

  @Test func aListOfTimesIsATimelineUnderAnyHeading() {
    let review = "# Down\n\n## The night\n\n- 10:05 one\n- 10:06 two\n- 10:08 three\n"
    #expect(read(review).incident.timeline?.entries.count == 3)
  }

  @Test(arguments: [
    "## Notes\n\n10:05 was the first error, and it rose.\n",
    "## Timeline\n\nTo be written.\n",
    "## Timeline\n\n| Metric | Value |\n|--|--|\n| Requests | 1000 |\n| Errors | 25 |\n",
  ])
  func proseAndFiguresAreNone(body: String) {
    #expect(read("# Down\n\n\(body)").incident.timeline == nil)
  }

  @Test func aSentenceThatBreaksBeforeATimeIsNoEntry() throws {
    let review = "## Timeline\n\n- 10:05 one\n\nWe had seen that at\n10:01 before.\n"
    #expect(read(review).incident.timeline?.entries.map(\.written) == ["10:05"])
  }

  @Test(
    arguments: [
      ("(IST)", .sharedZone), ("(all times PT)", .sharedZone),
      ("(PST (UTC-7))", .wrongOffset(own: -480)), ("(BST (UTC+1))", nil), ("(UTC)", nil),
    ] as [(String, TimelineRemark.Subject?)])
  func asksAboutZones(heading: String, subject: TimelineRemark.Subject?) throws {
    let timeline = try #require(
      read("# Down\n\n## Timeline \(heading)\n\n- 10:05 one\n").incident.timeline)
    #expect(timeline.remarks.map(\.subject) == [subject].compactMap(\.self))
    #expect(timeline.remarks.allSatisfy { $0.line == 3 })
  }
}
