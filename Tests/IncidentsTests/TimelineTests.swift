import Incidents
import Testing
internal import Vocabulary

struct TimelineTests {
  @Test(arguments: [
    "## Timeline\n\n10:05 - one\n10:06 - two\n10:08 - three\n",
    "## Timeline\n\n- 10:05 - one\n- 10:06 - two\n- 10:08 - three\n",
    "## ⏱ Timeline (UTC)\n\n* 10:05: one\n* 10:06: two\n* 10:08: three\n",
    "## 3. Timeline of events\n\n| Time | Event |\n| --- | --- |\n| 10:05 | one |\n| 10:06 | two |\n| 10:08 | three |\n",
    "## Timeline\n\n| Event | Time (UTC) |\n| --- | --- |\n| one | 10:05 |\n| two | 10:06 |\n| three | 10:08 |\n",
    "## Timeline\n\n- `10:05` one\n- **10:06** two\n- [10:08] three\n",
    "Timeline\n--------\n\n1. 10:05 one\n2. 10:06 two\n3. 10:08 three\n",
  ])
  func readsEveryShape(section: String) throws {
    let timeline = try #require(
      read("# Down\n\n\(section)\n## Root cause\n\n- 11:00 - no entry\n").incident.timeline)
    #expect(timeline.entries.map(\.text) == ["one", "two", "three"])
    #expect(timeline.entries.map(\.written) == ["10:05", "10:06", "10:08"])
    #expect(timeline.zone == (section.contains("UTC") ? "UTC" : nil))
  }

  @Test func linesOfAParagraphKeepTheirNumbers() throws {
    let timeline = try #require(
      read("# Down\n\n## Timeline\n\n10:05 - one\nmore of one\n10:08 - two\n").incident.timeline)
    #expect(timeline.entries.map(\.line) == [5, 7])
    #expect(timeline.entries.map(\.text) == ["one\nmore of one", "two"])
  }

  @Test func timesPastMidnightAreOnTheNextDay() throws {
    let review =
      "---\ndate: 2026-02-28\n---\n## Timeline (UTC)\n\n- 23:50 - one\n- 00:10 - two\n- 00:05 - late entry\n"
    let timeline = try #require(read(review).incident.timeline)
    #expect(
      timeline.entries.map { $0.moment?.rfc3339 } == [
        "2026-02-28T23:50:00Z", "2026-03-01T00:10:00Z", "2026-03-01T00:05:00Z",
      ])
  }

  @Test func aZoneIsNeverInvented() throws {
    let timeline = try #require(
      read("---\ndate: 2026-02-28\n---\n## Timeline\n\n- 10:05 - one\n").incident.timeline)
    #expect(timeline.entries[0].moment?.rfc3339 == nil)
    #expect(timeline.entries[0].moment?.day?.description == "2026-02-28")
  }

  @Test func aTimelineFileWinsOverTheReviewsSection() throws {
    let incident = read(
      timeline: "# Timeline\n\nAll times in UTC.\n\n- 10:05 - from the file\n",
      review: "# Down\n\n## Timeline\n\n- 09:00 - from the review\n",
      folder: "incident-2026-01-10-001"
    ).incident
    #expect(incident.timeline?.entries.map(\.text) == ["from the file"])
    #expect(incident.timeline?.entries[0].moment?.rfc3339 == "2026-01-10T10:05:00Z")
    #expect(incident.id?.description == "incident-2026-01-10-001")
  }
}
