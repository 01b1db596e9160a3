import Testing
import Vocabulary

struct StatedLengthTests {
  private static let hour = 3_600
  private static let day = 86_400

  /// A text and the seconds of its only length.
  @Test(
    arguments: [
      ("5 minutes", 300), ("5min", 300), ("90m", 5_400), ("90 mins.", 5_400), (">1hr", hour),
      ("> 90 min", 5_400), ("If >1.5hr", 5_400), ("≥ 2 hrs", 2 * hour),
      ("within 48 hours", 48 * hour),
      ("1.5 hours", 5_400), ("0.25 h", 900), ("1,5 hours", 5_400), ("1,25 h", 4_500),
      ("1,500 minutes", 90_000), ("1½ hours", 5_400), ("1 ½ h", 5_400), ("½ hour", 1_800),
      ("¾ of an hour", 2_700), ("1/2 hour", 1_800), ("1 1/2 hours", 5_400),
      ("1h 30m", 5_400), ("1h30m", 5_400), ("1h30", 5_400), ("1 h 30", 5_400), ("1H 30M", 5_400),
      ("every 1h 30m", 5_400), ("1 hour, 30 minutes", 5_400), ("1 hour and 30 minutes", 5_400),
      ("1 hr. 30 min.", 5_400), ("1 h & 30 min", 5_400), ("2d 4h", 2 * day + 4 * hour),
      ("1 day 2 h 3 min 4 s", day + 2 * hour + 184), ("1 day", day), ("2 weeks", 14 * day),
      ("half an hour", 1_800), ("a half hour", 1_800), ("half hour", 1_800),
      ("half a day", 12 * hour),
      ("an hour", hour), ("an hour and a half", 5_400), ("one and a half hours", 5_400),
      ("2 and a half hours", 9_000), ("a quarter of an hour", 900),
      ("three quarters of an hour", 2_700),
      ("forty-five minutes", 2_700), ("twenty five minutes", 1_500), ("every hour", hour),
      ("1:30 h", 5_400), ("0:45 hours", 2_700), ("within 01:30 h", 5_400), ("1:30 min", 90),
      ("10:30:00 h", 10 * hour + 1_800), ("30-minute", 1_800), ("a 15-minute window", 900),
      ("24H", day), ("90 s", 90), ("45 seconds", 45),
      ("1\u{A0}h\u{202F}30\u{2009}min", 5_400), ("1\u{3000}day", day),
    ] as [(String, Int)])
  func aLength(text: String, seconds: Int) {
    let lengths = StatedLength.all(in: text)
    #expect(lengths.map(\.seconds) == [seconds])
    #expect(lengths.first?.firstSeconds == nil)
  }

  @Test(
    arguments: [
      ("15–30 min", 900, 1_800), ("15-30 min", 900, 1_800), ("15 — 30 min", 900, 1_800),
      ("15 to 30 minutes", 900, 1_800), ("15 min to 30 min", 900, 1_800),
      ("45 min – 2 h", 2_700, 7_200),
      ("1–2 hrs", 3_600, 7_200), ("1.5–2 h", 5_400, 7_200), ("between 5 and 10 minutes", 300, 600),
      ("15\u{2011}30 min", 900, 1_800), ("half an hour to an hour", 1_800, 3_600),
      ("30–15 min", 1_800, 900),
    ])
  func aRange(text: String, first: Int, last: Int) {
    let lengths = StatedLength.all(in: text)
    #expect(lengths.map(\.firstSeconds) == [first])
    #expect(lengths.map(\.seconds) == [last])
  }

  @Test(arguments: [
    "", "5", "5 nodes", "5 business days", "10:05 to 10:45", "2026-01-10", "v1.5 hours",
    "1.5.2 hours",
    "P1 hour", "5M requests", "3D model", "5 m/s", "5 m2", "24/7 hours", "the hour", "minutes",
    "at 9:30 h", "at 13:30 hrs", "the alert of 13:30 h", "1:75 h", "1:30 days", "half of them",
    "a few minutes", "several hours", "a month", "1,2345 h", "99999999999 minutes",
    "999999999 days",
    "20 %", "10 minutiae", "+ min", "½", "an",
  ])
  func nothingIsGuessed(text: String) {
    #expect(StatedLength.all(in: text).isEmpty)
  }

  @Test func everyLengthHasTheWordsBeforeIt() {
    let text = "Acknowledge within 5 minutes, update every 1.5 hours, escalate if > 1h 30m"
    let lengths = StatedLength.all(in: text)
    #expect(lengths.map(\.minutes) == [5, 90, 90])
    #expect(lengths.map(\.before.last) == ["within", "every", ">"])
    #expect(lengths.last?.before == ["escalate", "if", ">"])
    #expect(
      lengths.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) } == [
        "5 minutes", "1.5 hours", "1h 30m",
      ])
  }

  @Test func aListIsNotASum() {
    #expect(StatedLength.all(in: "5 minutes, 10 minutes, 1 hour").map(\.minutes) == [5, 10, 60])
    #expect(StatedLength.all(in: "1 h 30 requests").map(\.minutes) == [60])
  }

  @Test(arguments: [(59, 0, 1), (60, 1, 1), (61, 1, 2), (90, 1, 2)])
  func aLimitIsRoundedUp(seconds: Int, minutes: Int, limit: Int) throws {
    let length = try #require(StatedLength.all(in: "\(seconds) s").first)
    #expect(length.minutes == minutes)
    #expect(length.limit == limit)
  }

  /// At the start of a text, as behind "Duration:".
  @Test(
    arguments: [
      ("45 minutes", 45, false), (" ~2 hours", 120, true), ("about half an hour", 30, true),
      ("approx. 1.5 h (estimated)", 90, true), ("1:30 h", 90, false), ("12:30 h", 750, false),
      ("1 day, 3 hours", 1_620, false), (">1hr", 60, true), ("45 min, then again", 45, false),
    ])
  func leading(text: String, minutes: Int, isApproximate: Bool) {
    let length = StatedLength(leading: Array(text.utf8)[...])
    #expect(length?.minutes == minutes)
    #expect(length?.isApproximate == isApproximate)
  }

  @Test(arguments: [
    "", "~", "about", "unknown", "5 nodes", "15–30 min", "45 minutes for most users",
    "10:05 to 10:45",
  ])
  func leadingIsNoLength(text: String) {
    #expect(StatedLength(leading: Array(text.utf8)[...]) == nil)
  }
}
