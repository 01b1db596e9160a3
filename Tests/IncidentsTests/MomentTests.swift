import Testing

@testable import Incidents

struct MomentTests {
  /// What is written at the start of a line, and what is understood: day, seconds, offset, rest.
  @Test(
    arguments: [
      ("10:05 - API errors", nil, 36_300, nil, "API errors"),
      ("10:05: API errors", nil, 36_300, nil, "API errors"),
      ("10:05 – API errors", nil, 36_300, nil, "API errors"),
      ("10:05 API errors", nil, 36_300, nil, "API errors"),
      ("9:58 - rises", nil, 35_880, nil, "rises"),
      ("10:05:30 - rises", nil, 36_330, nil, "rises"),
      ("10:05 UTC - rises", nil, 36_300, 0, "rises"),
      ("10:05 UTC+2 - rises", nil, 36_300, 120, "rises"),
      ("10:05 +05:30 - rises", nil, 36_300, 330, "rises"),
      ("[08:57] @ada looks", nil, 32_220, nil, "@ada looks"),
      ("1:06 PM - back", nil, 47_160, nil, "back"),
      ("12:00 AM - midnight", nil, 0, nil, "midnight"),
      ("~21:00 - dark", nil, 75_600, nil, "dark"),
      ("2026-01-10 10:05 - rises", "2026-01-10", 36_300, nil, "rises"),
      ("2026-01-10T10:05:00Z rises", "2026-01-10", 36_300, 0, "rises"),
      ("25:70 - no such time", nil, nil, nil, "no such time"),
    ] as [(String, String?, Int?, Int?, String)])
  func readsATimeAtTheStart(
    text: String, day: String?, second: Int?, offset: Int?, rest: String
  ) throws {
    let reading = try #require(ClockReading(leading: text))
    #expect(reading.day?.description == day)
    #expect(reading.second == second)
    #expect(reading.offset == offset)
    #expect(reading.rest == rest)
    #expect(reading.isApproximate == text.hasPrefix("~"))
  }

  @Test(arguments: [
    "", "API errors at 10:05", "10:5 - x", "10:055", "10.05", "100:05 - x", "v10:05",
    "2026-01-10", "2026-01-10 note", "12:30PMs", "13:00 PM - no such hour",
  ])
  func findsNoTime(text: String) {
    #expect(ClockReading(leading: text) == nil)
  }

  @Test(
    arguments: [
      ("UTC", 0), ("GMT", 0), ("Z", 0), ("UTC+1", 60), ("UTC-03:30", -210), ("GMT+0530", 330),
      ("+02:00", 120),
      ("IST", nil), ("CST", nil), ("Zebra", nil), ("UTCX", nil), ("+2", nil),
    ] as [(String, Int?)])
  func readsOnlyZonesThatStandForOneOffset(text: String, offset: Int?) {
    #expect(ZoneName(leading: Array(text.utf8)[...])?.offset == offset)
  }

  @Test(
    arguments: [
      ("2026-01-10", nil), ("2026-01-10 14:00 UTC", "2026-01-10T14:00:00Z"),
      ("2026-01-10T14:00:30+02:00", "2026-01-10T14:00:30+02:00"), ("2026-01-10 14:00", nil),
    ] as [(String, String?)])
  func writesRFC3339OnlyWithAZone(text: String, expected: String?) throws {
    let moment = try #require(Moment(frontMatter: text))
    #expect(moment.rfc3339 == expected)
    #expect(moment.day?.description == "2026-01-10")
  }

  @Test(arguments: ["2026-02-30", "tomorrow", "2026-01-10 25:00 UTC", "2026-01-10 14:00 UTC or so"])
  func refusesInTheFrontMatter(text: String) {
    #expect(Moment(frontMatter: text) == nil)
  }

  @Test func comparesOnlyWhatCanBeCompared() throws {
    let here = try #require(Moment(frontMatter: "2026-01-10 14:00 UTC"))
    let there = try #require(Moment(frontMatter: "2026-01-10 16:30 UTC+2"))
    let nowhere = try #require(Moment(frontMatter: "2026-01-10 15:00"))
    #expect(there.minutes(since: here) == 30)
    #expect(here.minutes(since: there) == -30)
    #expect(nowhere.minutes(since: here) == nil)
  }
}
