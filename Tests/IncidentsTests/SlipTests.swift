import Incidents
import Testing
internal import Vocabulary

/// Times that a slip of the fingers made none.
struct SlipTests {
  private func entries(_ lines: String) -> [TimelineEntry] {
    read("---\ndate: 2026-01-10\n---\n# Down\n\n## Timeline (UTC)\n\n\(lines)\n").incident.timeline?
      .entries ?? []
  }

  @Test(arguments: [
    "10:8", "10;20", "10:205", "1O:20", "10:2O", "10::20", "1:5", "**10:8**",
  ])
  func aSlipIsAnImpossibleTime(time: String) {
    let found = entries("- 10:05 - alert\n- \(time) - logs\n- 10:30 - mitigated")
    #expect(found.map(\.precision) == [.exact, .impossible, .exact])
    #expect(found.map(\.text) == ["alert", "logs", "mitigated"])
  }

  /// Ratios, scores and lists.
  @Test(arguments: [
    "- 10:05 - alert\n  16:9 pictures fail", "- 10:05 - alert\n  3;4 and 5",
    "- 10:05 - alert\n  OO:10 - x",
  ])
  func otherNumbersAreText(lines: String) {
    #expect(entries(lines).count == 1)
  }

  /// Times, and on which day of the month they are.
  @Test(arguments: [
    (["10:10", "1:15", "10:20"], [10, 10, 10]), (["22:50", "0:10", "23:00"], [10, 10, 10]),
    (["23:50", "0:10", "0:20"], [10, 11, 11]), (["10:10", "1:15", "18:20"], [10, 11, 11]),
    (["10:10", "1:15"], [10, 11]), (["10:10", "1:15", "1:30"], [10, 11, 11]),
  ])
  func noNightIsBetweenTwoTimesNearby(times: [String], days: [Int]) {
    let found = entries(times.map { "- \($0) - a" }.joined(separator: "\n"))
    #expect(found.map { $0.day.map { $0.number - 20_453 } } == days)
  }
}
