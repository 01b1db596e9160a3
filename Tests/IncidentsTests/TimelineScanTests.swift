import Testing
import Vocabulary

@testable import Incidents

/// What a timeline says is read once; its days are settled later.
struct TimelineScanTests {
  private static let timeline = """
    ## Timeline (all times UTC)

    - 23:50 alert in #incident-2026-01-10-001
    - 00:10 restarted
    - Jan 12 09:00 – 10:00 reviewed
    - 03/04/2026 08:00 – checked again
    - Detected: 23:52
    """

  private func scanned(_ text: String) -> TimelineScan? {
    let document = document(text)
    return TimelineReader.scan(
      of: document,
      parts: SectionReader.outline(of: document, vocabulary: .standard).sections, asides: [])
  }

  /// One scan serves every day: dating asks for nothing else.
  @Test(arguments: [
    (nil, [nil, nil, nil, nil]),
    ("2026-01-10", ["2026-01-10", "2026-01-11", "2026-01-12", nil]),
    ("2025-12-31", ["2025-12-31", "2026-01-01", "2026-01-12", nil]),
    // The day of the incident tells which number is the month.
    ("2026-04-03", ["2026-04-03", "2026-04-04", "2026-01-12", "2026-04-03"]),
    ("2026-03-04", ["2026-03-04", "2026-03-05", "2026-01-12", "2026-03-04"]),
  ])
  func oneScanServesEveryDay(day: String?, days: [String?]) throws {
    let scan = try #require(scanned(Self.timeline))
    let entries = scan.timeline(on: day.flatMap { CalendarDay($0) }, order: nil).entries
    #expect(entries.map(\.line) == [3, 4, 5, 6, 7])
    #expect(entries.prefix(4).map(\.day?.description) == days)
    #expect(entries.map(\.isLabelled) == [false, false, false, false, true])
    #expect(Array(scan.texts) == entries.map(\.text))
  }

  /// The counts that choose between parts are those of the entries, on any day.
  @Test(arguments: [
    (timeline, 5, 1), ("## Timeline\n\n- Detected: 10:05\n- Resolved: 10:30\n", 2, 2),
    (
      "## Timeline\n\n- 10:00 alert\n- 10:05 page\n\n10:30 ✅ RESOLVED - 10:30\nTimeline:\n"
        + "- Detected: 10:00\n- Resolved: 10:30\n", 3, 0
    ),
  ])
  func countsAreThoseOfTheEntries(text: String, count: Int, points: Int) throws {
    let scan = try #require(scanned(text))
    let timeline = scan.timeline(on: nil, order: nil)
    #expect((scan.count, scan.pointCount) == (count, points))
    #expect(timeline.count == count)
    #expect(timeline.entries.count(where: \.isLabelled) == points)
  }

  /// The day is found in the words of the chat, in the text or in the heading, and the entries stand on it.
  @Test(arguments: [
    (
      "# Chat\n\n## Timeline\n\n- 10:00 /incident create in #incident-2026-01-10-001\n",
      "2026-01-10"
    ),
    ("# Down\n\nOn 2026-01-10 it fell.\n\n## Timeline\n\n- 10:00 UPDATE: down\n", "2026-01-10"),
    ("# Down\n\n## Timeline - 2026-01-10\n\n- 10:00 UPDATE: down\n", "2026-01-10"),
  ])
  func theDayComesFromTheWords(text: String, day: String) {
    let incident = read(text).incident
    #expect(incident.day?.description == day)
    #expect(incident.timeline?.entries.map(\.day?.description) == [day])
    #expect(incident.communications.allSatisfy { $0.moment?.hasDay == true })
  }
}
