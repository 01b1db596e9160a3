import Diagnostics
import Incidents
import Learning
import Pipeline
import Testing
import Vocabulary

/// Times in zones whose clocks change, as the whole check reads them.
struct DaylightTests {
  private func checked(
    _ day: String, _ zone: String, _ entries: [String], settings: String? = nil
  ) async throws -> CheckedContent {
    var files = [
      "content/incidents/a.md":
        "---\ndate: \(day)\nseverity: P1\n---\n# Down\n\n## Timeline\n\n\(zone)\n\n"
        + entries.map { "- \($0)\n" }.joined()
    ]
    files["content/site.yml"] = settings
    return try await Texts(files).checked()
  }

  private func clocks(_ checked: CheckedContent) -> [String] {
    checked.judgement.findings.filter { $0.code.hasPrefix("PM09") }.map {
      "\($0.code):\($0.range?.lowerBound.line ?? 0) \($0.message)"
    }
  }

  @Test(
    arguments: [
      ("All times in Europe/Berlin.", "2026-10-25", "01:55", "03:05", 130),
      ("All times in Europe/Berlin.", "2026-03-29", "01:55", "03:05", 10),
      ("All times in Berlin time.", "2026-10-25", "01:55", "03:05", 130),
      ("All times are Pacific.", "2026-11-01", "00:55", "02:05", 130),
      ("All times in Eastern Time.", "2026-03-08", "01:55", "03:05", 10),
      ("All times in Europe/Berlin.", "2026-06-01", "01:55", "03:05", 70),
      ("All times in UTC.", "2026-10-25", "01:55", "03:05", 70),
      ("All times in New York time.", "2026-11-01", "00:55", "02:05", 130),
    ])
  func durationsAreTrue(
    zone: String, day: String, start: String, end: String, minutes: Int
  ) async throws {
    let checked = try await checked(
      day, zone, ["\(start) - Errors start to rise", "\(end) - Mitigated by a rollback"])
    let incident = try #require(checked.library.incidents.first)
    #expect(incident.milestones.minutes(to: .mitigate) == minutes)
  }

  @Test func theDoubledHourIsANoteAtItsEntries() async throws {
    let checked = try await checked(
      "2026-10-25", "All times in Europe/Berlin.",
      [
        "01:55 - Errors start to rise", "02:40 - Read the logs", "02:10 - Mitigated by a rollback",
        "03:05 - Resolved",
      ])
    #expect(
      clocks(checked) == [
        "PM090:12 02:40 on 2026-10-25 came twice in Europe/Berlin; read as the first, UTC+2",
        "PM090:13 02:10 on 2026-10-25 came twice in Europe/Berlin; read as the second, UTC+1",
      ])
    let milestones = try #require(checked.library.incidents.first).milestones
    #expect(milestones.minutes(to: .mitigate) == 75)
    #expect(milestones.minutes(to: .resolve) == 130)
    #expect(!checked.judgement.findings.contains { $0.code == "PM020" })
  }

  @Test func aTimeThatNoClockShowedIsANote() async throws {
    let found = clocks(
      try await checked(
        "2026-03-29", "All times in Europe/Berlin.", ["01:55 - Errors", "02:30 - Resolved"]))
    #expect(
      found == [
        "PM090:12 02:30 on 2026-03-29 was left out in Europe/Berlin, where the clocks were put forward; read as UTC+1"
      ])
  }

  @Test(
    arguments: [
      (
        "PST", "2026-09-14", -420,
        "PM091:9 'PST' is UTC-8, which no clock shows there on this day; read as UTC-7"
      ),
      ("PST", "2026-12-14", -480, nil),
      (
        "CEST", "2026-12-14", 60,
        "PM091:9 'CEST' is UTC+2, which no clock shows there on this day; read as UTC+1"
      ),
      ("PT", "2026-09-14", -420, nil), ("PST (UTC-8)", "2026-09-14", -480, nil),
      ("Europe/Berlinn", "2026-09-14", nil, "PM092:9 'Europe/Berlinn' is not in the zone database"),
      ("CEST", "2026-10-25", 120, nil),
    ] as [(String, String, Int?, String?)])
  func anAbbreviationHasTheOffsetOfTheDay(
    zone: String, day: String, offset: Int?, finding: String?
  ) async throws {
    let checked = try await checked(
      day, "All times in \(zone).", ["10:05 - Errors start to rise", "10:45 - Resolved"])
    #expect(clocks(checked) == [finding].compactMap(\.self))
    let start = try #require(checked.library.incidents.first?.milestones[.resolved])
    #expect(start.moment.offset == offset)
  }

  @Test func theSettingsHaveTheZoneOfTimesWithoutOne() async throws {
    let entries = ["10:05 - Errors start to rise", "10:45 - Resolved"]
    let checked = try await checked(
      "2026-07-01", "", entries, settings: "time_zone: Europe/Berlin\n")
    let resolved = try #require(checked.library.incidents.first?.milestones[.resolved])
    #expect(resolved.moment.offset == 120)
    #expect(
      !checked.judgement.findings.contains { $0.code == "PM025" || $0.path == "content/site.yml" })
    let stated = try await self.checked(
      "2026-07-01", "All times in UTC.", entries, settings: "time_zone: Europe/Berlin\n")
    #expect(stated.library.incidents.first?.milestones[.resolved]?.moment.offset == 0)
  }

  @Test(
    arguments: [
      ("time_zone: Mars/Olympus", "'Mars/Olympus' is not a time zone of the zone database"),
      ("time_zone: CST", "'CST' is not a time zone of the zone database"),
      ("time_zone: [UTC]", "'' is not a time zone of the zone database"),
      ("url: incidents", "'incidents' is not the address of a site"),
      ("url: incidents.example.com", "'incidents.example.com' is not the address of a site"),
      ("headings: Ursache", "'headings' is not a list of the parts of a review"),
      ("headings: [Ursache]", "'headings' is not a list of the parts of a review"),
      ("headings: {root_cause: {a: b}}", "a heading of 'root_cause' is not a text"),
    ])
  func aWrongSettingIsAFinding(settings: String, message: String) async throws {
    let found = try await checked("2026-07-01", "", ["10:05 - x"], settings: settings + "\n")
      .judgement.findings.filter { $0.path == "content/site.yml" }
    #expect(found.map(\.message) == [message])
    #expect(found.map(\.code) == ["BS017"])
  }

  @Test(
    arguments: [
      "time_zone: UTC", "time_zone: Europe/Berlin", "time_zone: Berlin", "time_zone: +02:00",
      "url: https://incidents.example.com/x", "headings: {root_cause: Ursache}", "headings:",
    ])
  func aRightSettingIsNone(settings: String) async throws {
    let found = try await checked("2026-07-01", "", ["10:05 - x"], settings: settings + "\n")
      .judgement.findings.filter { $0.path == "content/site.yml" }
    #expect(found.isEmpty)
  }
}
