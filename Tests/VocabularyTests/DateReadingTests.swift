import Testing
import Vocabulary

struct DateReadingTests {
  /// A text, the day that it starts with, and how many bytes that takes.
  @Test(
    arguments: [
      ("2026-01-10 x", "2026-01-10", 10), ("2026/1/5 x", "2026-01-05", 8),
      ("2026.01.10", "2026-01-10", 10), ("2026\u{2011}01\u{2010}10", "2026-01-10", 14),
      ("20260110", "2026-01-10", 8),
      ("2026年1月10日", "2026-01-10", 16), ("January 10, 2026", "2026-01-10", 16),
      ("January 10th 2026", "2026-01-10", 17), ("Jan. 10 2026", "2026-01-10", 12),
      ("Sept 3, 2026", "2026-09-03", 12), ("10 January 2026", "2026-01-10", 15),
      ("10th of January, 2026", "2026-01-10", 21), ("10-Jan-2026", "2026-01-10", 11),
      ("10. Januar 2026", "2026-01-10", 15), ("10 de março de 2026", "2026-03-10", 20),
      ("3 août 2026", "2026-08-03", 12), ("Saturday, January 10, 2026", "2026-01-10", 26),
      ("2026-01-10 (Saturday)", "2026-01-10", 21), ("10.01.2026", "2026-01-10", 10),
      ("20/01/2026", "2026-01-20", 10), ("01/20/2026", "2026-01-20", 10),
      ("23rd and 24th October, 2026", "2026-10-23", 27), ("11–13 May 2026", "2026-05-11", 16),
      ("01-20-26", "2026-01-20", 8), ("2026-01-?? x", nil, 10), ("mid-January 2026", nil, 16),
      ("January 2026", nil, 12), ("01/10/2026", nil, 10), ("2026-02-30", nil, 10),
      ("20260-01-16", nil, 11), ("11/03/202", nil, 9), ("Jan 10 14:05", nil, 6),
    ] as [(String, String?, Int)])
  func readsADate(text: String, day: String?, length: Int) throws {
    let reading = try #require(DateReading(leading: Array(text.utf8)[...]))
    #expect(reading.calendarDay(order: nil)?.description == day)
    #expect(reading.length == length)
  }

  @Test(arguments: [
    "", "10:05", "1.2", "2026", "May", "Mayhem 10", "13/13/2026", "99", "Monday", "-1",
  ])
  func findsNoCertainDate(text: String) {
    let reading = DateReading(leading: Array(text.utf8)[...])
    #expect(reading?.isCertain != true)
  }

  @Test(
    arguments: [
      ("01/10/2026", .dayFirst, "2026-10-01"), ("01/10/2026", .monthFirst, "2026-01-10"),
      ("13/10/2026", .monthFirst, "2026-10-13"), ("07/07/2026", nil, "2026-07-07"),
    ] as [(String, DateOrder?, String)])
  func anOrderDecides(text: String, order: DateOrder?, day: String) throws {
    let reading = try #require(DateReading(leading: Array(text.utf8)[...]))
    #expect(reading.calendarDay(order: order)?.description == day)
  }

  @Test(
    arguments: [
      ("Dec 31", "2026-01-02", "2025-12-31"), ("Jan 2", "2026-12-30", "2027-01-02"),
      ("Feb 29", "2030-02-01", nil), ("Mar 3", "2026-03-10", "2026-03-03"),
    ] as [(String, String, String?)])
  func withoutAYearItIsTheNearest(text: String, near: String, day: String?) throws {
    let reading = try #require(DateReading(leading: Array(text.utf8)[...]))
    #expect(
      reading.calendarDay(order: nil, near: CalendarDay(near))?.description == day)
  }

  @Test(
    arguments: [
      ("on 13/02/2026 and 01/02/2026", .dayFirst), ("on 02/13/2026 and 01/02/2026", .monthFirst),
      ("on 01/02/2026", nil), ("13/02/2026 and 02/13/2026", nil), ("v1/13/2026x", nil),
    ] as [(String, DateOrder?)])
  func aDocumentDecides(text: String, order: DateOrder?) {
    #expect(DateOrder.decided(in: Array(text.utf8), known: nil) == order)
    #expect(
      DateOrder.decided(in: Array("on 01/02/2026".utf8), known: CalendarDay("2026-02-01"))
        == .dayFirst)
  }
}
