import Testing
internal import Vocabulary

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
      ("12:00 AM - dark", nil, 0, nil, "dark"),
      ("~21:00 - dark", nil, 75_600, nil, "dark"),
      ("2026-01-10 10:05 - rises", "2026-01-10", 36_300, nil, "rises"),
      ("2026-01-10T10:05:00Z rises", "2026-01-10", 36_300, 0, "rises"),
      ("13:06 PM - back", nil, 47_160, nil, "back"),
      ("10:05 a.m. - rises", nil, 36_300, nil, "rises"),
      ("10am - rises", nil, 36_000, nil, "rises"),
      ("9h47 - rises", nil, 35_220, nil, "rises"),
      ("10.05 - rises", nil, 36_300, nil, "rises"),
      ("1005 UTC - rises", nil, 36_300, 0, "rises"),
      ("14:05 Uhr: rises", nil, 50_700, nil, "rises"),
      ("10:05:30.250 rises", nil, 36_330, nil, "rises"),
      ("10時05分 rises", nil, 36_300, nil, "rises"),
      ("下午2:05 rises", nil, 50_700, nil, "rises"),
      ("10:05 (UTC) rises", nil, 36_300, 0, "rises"),
      ("[10:05] UTC rises", nil, 36_300, 0, "rises"),
      ("At 10:05 CET, rises", nil, 36_300, 60, "rises"),
      ("⏰ 10:05 rises", nil, 36_300, nil, "rises"),
      (":fire: 10:05 rises", nil, 36_300, nil, "rises"),
      ("2026-01-10 - 10:05 UTC: rises", "2026-01-10", 36_300, 0, "rises"),
      ("2026-01-10, 10:05 rises", "2026-01-10", 36_300, nil, "rises"),
      ("Jan 10, 2026: 10:05am rises", "2026-01-10", 36_300, nil, "rises"),
      ("10:05 UTC on January 10th, 2026 - rises", "2026-01-10", 36_300, 0, "rises"),
      ("Sat, 10 Jan 2026 10:05:00 GMT rises", "2026-01-10", 36_300, 0, "rises"),
      ("20/01/2026 10:05 rises", "2026-01-20", 36_300, nil, "rises"),
      ("2026-01-10 1005: rises", "2026-01-10", 36_300, nil, "rises"),
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
    "12:30PMs", "1.30 was released", "2026 - a year", "10.2.1 is out", "10% of users",
    "3/4 of users",
    "1000 requests", "10/10 nodes", "May have failed", "Unknown cause", "10:05/10:06",
  ])
  func findsNoTime(text: String) {
    #expect(ClockReading(leading: text) == nil)
  }

  @Test(
    arguments: [
      ("UTC", 0), ("GMT", 0), ("Z", 0), ("UTC+1", 60), ("UTC-03:30", -210), ("GMT+0530", 330),
      ("+02:00", 120),
      ("IST", nil), ("CST", nil), ("Zebra", nil), ("UTCX", nil), ("+2", nil), ("JST", 540),
      ("PST", -480), ("PDT", -420), ("BST (UTC+1)", 60), ("PT", nil), ("Europe/Berlin", nil),
      ("PST (UTC-7)", -420), ("-0700", -420), ("UTC +2", 120), ("UTC−3", -180),
    ] as [(String, Int?)])
  func readsOnlyZonesThatStandForOneOffset(text: String, offset: Int?) {
    #expect(ZoneName(leading: Array(text.utf8)[...])?.offset == offset)
  }

  @Test(
    arguments: [
      ("All times are in UTC.", "UTC"), ("Timeline (CET)", "CET"), ("All times PST", "PST"),
      ("Times in Europe/Berlin", "Europe/Berlin"), ("all times Pacific Time", "Pacific Time"),
      ("(all times PT)", "PT"), ("The PT team met", nil), ("ZONE B went down", nil),
      ("It took a long time", nil), ("Response time grew", nil), ("Hours in GMT+2", "GMT+2"),
    ] as [(String, String?)])
  func findsTheZoneOfASentence(text: String, zone: String?) {
    #expect(ZoneName.first(in: text)?.written == zone)
  }

  /// The beginning and the end of a range, in seconds.
  @Test(
    arguments: [
      ("10:05-10:15 rises", 36_300, 36_900), ("10:05 – 10:15: rises", 36_300, 36_900),
      ("~13:30-13:45", 48_600, 49_500), ("10:05 to 10:15 UTC - rises", 36_300, 36_900),
      ("Between 10:05 and 10:15 it rose", 36_300, 36_900), ("10:05 - 5 nodes", 36_300, nil),
      ("10:05 - noon rush", 36_300, nil),
    ] as [(String, Int, Int?)])
  func readsRanges(text: String, start: Int, end: Int?) throws {
    let reading = try #require(ClockReading(leading: text))
    #expect(reading.second == start)
    #expect(reading.end?.clock?.second == end)
  }

  @Test(arguments: [
    "~10:05", "≈10:05", "ca. 10:05 x", "approx. 10:05 x", "around 10:05 x", "10:05-ish x",
    "10:05? x", "10:05頃 x", "10:05 (approx.) x", "10:05（推定）",
  ])
  func staysApproximate(text: String) throws {
    let reading = try #require(ClockReading(leading: text))
    #expect(reading.isApproximate)
    #expect(reading.second == 36_300)
  }

  @Test(arguments: ["??:?? - x", "?? - x", "10:?? - x", "Unknown date: x", "T+5m: x", "T+0 x"])
  func staysUnknown(text: String) throws {
    let reading = try #require(ClockReading(leading: text))
    #expect(reading.isUnknown)
    #expect(reading.second == nil)
    #expect(reading.rest == "x")
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
