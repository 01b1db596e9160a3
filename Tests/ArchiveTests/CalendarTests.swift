import Testing

/// What is due when, as programs of calendars read it.
@Suite struct CalendarTests {
  @Test func itemsThatSayTheSameAreTwoEvents() async throws {
    let archive = try await SampleArchive([
      "incidents/2026-01-10-one.md": """
      ---
      date: 2026-01-10
      ---
      # One

      ## Action items

      - [ ] Add an alert @ana due 2026-02-01
      - [ ] Add an alert @ben due 2026-02-01
      - [ ] Add an alert @ben due 2026-03-01
      """
    ])
    let lines = try archive.text("calendar.ics").split(separator: "\r\n")
    let ids = lines.filter { $0.hasPrefix("UID:") }
    #expect(ids.count == 3)
    #expect(Set(ids).count == 3)
  }
}
