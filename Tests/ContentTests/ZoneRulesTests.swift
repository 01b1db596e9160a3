import Content
import Incidents
import Testing
import Vocabulary

/// The zone files of the machine, as `tzdata` installs them.
struct ZoneRulesTests {
  private func rules(_ name: String) throws -> ZoneRules {
    try #require(ZoneDatabase.system.rules(named: name))
  }

  private func clock(_ text: String) throws -> Int {
    try #require(Moment(frontMatter: text)).clock
  }

  @Test(
    arguments: [
      ("Europe/Berlin", "2026-10-25 01:55", .once(offset: 120)),
      ("Europe/Berlin", "2026-10-25 02:30", .twice(first: 120, second: 60)),
      ("Europe/Berlin", "2026-10-25 03:00", .once(offset: 60)),
      ("Europe/Berlin", "2026-03-29 02:30", .skipped(before: 60)),
      ("Europe/Berlin", "2026-03-29 03:00", .once(offset: 120)),
      ("Berlin", "2026-07-01 12:00", .once(offset: 120)),
      ("New York", "2026-12-01 12:00", .once(offset: -300)),
      ("Asia/Kolkata", "2026-07-01 12:00", .once(offset: 330)),
      ("Australia/Sydney", "2026-01-01 12:00", .once(offset: 660)),
      ("Australia/Sydney", "2045-07-01 12:00", .once(offset: 600)),
      ("America/Los_Angeles", "2060-09-14 12:00", .once(offset: -420)),
      ("Africa/Casablanca", "2026-07-01 12:00", .once(offset: 60)),
      ("Europe/Dublin", "2050-01-01 12:00", .once(offset: 0)),
    ] as [(String, String, ZoneRules.Local)])
  func theOffsetIsThatOfTheDay(zone: String, time: String, local: ZoneRules.Local) throws {
    #expect(try rules(zone).local(clock(time)) == local)
  }

  @Test(arguments: [
    "Mars/Olympus", "../passwd", "/etc/passwd", "", "Europe/", "zone.tab", "Nowhere",
  ])
  func otherNamesAreNoZones(name: String) {
    #expect(ZoneDatabase.system.rules(named: name) == nil)
  }

  @Test func aDamagedFileIsNoZone() {
    let header = Array("TZif2".utf8) + Array(repeating: 0xFF, count: 60)
    for length in 0...header.count {
      #expect(ZoneRules(bytes: Array(header.prefix(length))) == nil)
    }
  }

  @Test(
    arguments: [
      ("Europe/Berlin", "Europe/Berlin"), ("Pacific", "America/Los_Angeles"),
      ("Eastern Time", "America/New_York"), ("Berlin time", "Berlin"),
      ("New York time", "America/New_York"),
      ("Central European Time", "Europe/Berlin"), ("PST", "America/Los_Angeles"),
      ("PST (UTC-8)", nil), ("UTC", nil), ("MST", nil), ("CST", nil),
    ] as [(String, String?)])
  func wordsNamePlaces(text: String, place: String?) throws {
    let zone = try #require(ZoneName(leading: Array(text.utf8)[...]))
    #expect(zone.place == place)
    #expect(zone.length == text.utf8.count)
  }
}
