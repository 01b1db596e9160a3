import Incidents
import Testing

struct TypedDurationTests {
  @Test(
    arguments: [
      ("**Time to resolve:** 1h 22m", 82), ("- Duration: 45 minutes", 45),
      ("| Outage duration | ~2 hours |\n|--|--|\n", 120), ("MTTR: 1 day, 3 hours", 1620),
      ("Duration: 1.5 hours (estimated)", 90), ("Time to detect: 90 s", 1),
      ("Duration: 2h and 5 min", 125), ("Time to resolve: 7h (during support hours)", nil),
      ("Duration: 10:05 to 10:45", nil), ("Duration: unknown", nil), ("Duration: 5 nodes", nil),
      ("Duration: 1,5 hours", 90), ("Duration: 1:30 h", 90), ("Duration: an hour and a half", 90),
      ("Downtime: half an hour.", 30), ("MTTR: 1h30", 90), ("Duration: 2\u{A0}h 5\u{202F}min", 125),
      ("Duration: 15–30 min", nil), ("Duration: 5 business days", nil),
      ("Weather: 45 minutes", nil), ("Duration: 45 minutes for most users", nil),
    ] as [(String, Int?)])
  func readsALength(line: String, minutes: Int?) {
    let document = document("# Down\n\n\(line)\n")
    let durations = TypedDuration.all(in: document).filter { !$0.countsWorkingHours }
    #expect(durations.first?.minutes == minutes)
  }

  /// It is no time that a clock shows, and is kept as its author wrote it.
  @Test func workingHours() {
    let text = "7h (during support hours 10:00-17:00)"
    let found = TypedDuration.all(in: document("# Down\n\n- **Time to resolve**: \(text)\n"))
    #expect(found.map(\.written) == [text])
    #expect(found.map(\.label) == ["Time to resolve"])
    #expect(found.map(\.countsWorkingHours) == [true])
  }
}
