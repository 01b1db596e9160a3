import Testing
import Vocabulary

struct CalendarDayTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1970-03-01", 59), ("2000-02-29", 11_016), ("2024-12-31", 20_088),
    ("2026-11-24", 20_781), ("9999-12-31", 2_932_896),
  ])
  func countsDays(text: String, number: Int) throws {
    let day = try #require(CalendarDay(text))
    #expect(day.number == number)
    #expect(CalendarDay(number: number) == day)
    #expect(day.description == text)
  }

  @Test(arguments: [
    "", "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-10", "2026/01/10",
    "20260110",
    "2026-01-10 ", "1969-12-31", "２０２６-01-10", "2100-02-29",
  ])
  func refuses(text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test func everyDayOfFourCenturiesComesBack() {
    var mistakes = 0
    for number in 0..<146_097 where CalendarDay(number: number).number != number { mistakes += 1 }
    #expect(mistakes == 0)
  }
}
