import Testing
import Vocabulary

struct WordingTests {
  @Test(arguments: [
    (-5, "0 min"), (0, "0 min"), (1, "1 min"), (59, "59 min"), (60, "1 h"), (90, "1 h 30 min"),
    (120, "2 h"), (1_440, "24 h"), (2_160, "36 h"), (2_879, "47 h 59 min"), (2_880, "2 days"),
    (2_910, "2 days 30 min"), (4_560, "3 days 4 h"), (4_579, "3 days 4 h"),
    (100_000, "69 days 10 h"),
  ])
  func length(minutes: Int, words: String) {
    #expect(Wording.length(minutes) == words)
  }

  @Test(arguments: [
    (0...5, "5 min"), (5...15, "5 to 15 min"), (5...5, "5 min"), (60...120, "1 to 2 h"),
    (45...120, "45 min to 2 h"), (90...120, "1 h 30 min to 2 h"), (0...2_880, "2 days"),
  ])
  func window(minutes: ClosedRange<Int>, words: String) {
    #expect(Wording.length(minutes) == words)
  }

  @Test(arguments: [(0, "0 days"), (1, "1 day"), (2, "2 days")])
  func days(count: Int, words: String) { #expect(Wording.days(count) == words) }

  @Test(arguments: [
    ([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"),
  ])
  func list(words: [String], text: String) { #expect(Wording.list(words) == text) }
}
