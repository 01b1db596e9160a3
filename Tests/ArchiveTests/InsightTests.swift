import Foundation
import Learning
import Testing
internal import Vocabulary

@testable import Archive

/// What the insights say of incidents whose figures are known.
@Suite struct InsightTests {
  /// Incidents on days of January 2026 at 10:00 UTC, a Thursday being the first of the month: one for each
  /// length in minutes until mitigation, detected after half of it.
  private func reviews(_ minutes: [Int]) -> [String: String] {
    var documents: [String: String] = [:]
    for (number, minutes) in minutes.enumerated() {
      let day = "2026-01-\(number < 9 ? "0" : "")\(number + 1)"
      func time(_ minutes: Int) -> String { "\(day) \(10 + minutes / 60):\(pad(minutes % 60)) UTC" }
      documents["incidents/\(day)-r.md"] = """
        ---
        title: Mail stood still \(number)
        severity: \(number == 0 ? "P0" : "P1")
        services: [mail]
        factors: [\(number % 2 == 0 ? "disk" : "queue")]
        detection: \(number == 0 ? "customer" : "monitoring")
        started: \(time(0))
        detected: \(time(minutes / 2))
        mitigated: \(time(minutes))
        resolved: \(time(minutes + 10))
        reviewed: 2026-01-\(pad(number + 3)) 12:00 UTC
        ---

        ## Action items

        - [\(number == 0 ? " " : "x")] Do it @ada due 2026-01-02
        """
    }
    return documents
  }

  private func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private func page(_ minutes: [Int], today: String = "2026-01-20") async throws -> String {
    let archive = try await SampleArchive(reviews(minutes), today: CalendarDay(today))
    return try archive.main("insights/index.html")
  }

  private static let minutes = [8, 97, 20, 24, 22, 40, 12]

  @Test(arguments: [
    "In 2026 Q1: 7 incidents, 1 P0. Time to mitigate: median 22 min (n = 7, range 8 min to 1 h 37 min).",
    "7 incidents from 2026-01 to 2026-01; the most in a month are 7, in 2026-01.",
    "Time to detect: median 11 min (n = 7, range 4 min to 48 min).",
    "P0: too few to compare (n = 1, 8 min). P1: median 23 min (n = 6, range 12 min to 1 h 37 min).",
    "Most frequent is disk, in 4 incidents. The most common pair is disk in Mail relay, 4 times.",
    "First to notice, most often: monitoring, 6 of 7 (86 %).",
    "6 of 7 (86 %) action items are done. Of those that were due, 6 of 7 (86 %) are done.",
    "The oldest is 19 days old, of Mail stood still 0. Too few to compare (n = 1).",
    "0 of 7 (0 %) reviews were held within 2 days.",
  ])
  func theFindingIsTold(words: String) async throws {
    #expect(try await page(Self.minutes).contains(words))
  }

  @Test func fewAreNotCompared() async throws {
    let page = try await page(Array(Self.minutes.prefix(4)))
    #expect(
      page.contains("Time to mitigate: too few to compare (n = 4, range 8 min to 1 h 37 min)"))
    #expect(!page.contains(": median"))
    #expect(!page.contains(" %)"))
  }

  @Test func thereIsNoMean() async throws {
    let page = try await page(Self.minutes).lowercased()
    for word in ["average", "mean time", "mean:", "mttr"] { #expect(!page.contains(word)) }
  }

  @Test func aDotLeadsToItsIncident() async throws {
    let page = try await page(Self.minutes)
    #expect(
      page.contains(
        "<a href=\"../incidents/2026-01-02-r/index.html\" aria-label=\"Mail stood still 1: 1 h 37 min\" tabindex=\"-1\"><title>Mail stood still 1: 1 h 37 min</title><circle"
      ))
  }

  @Test(arguments: ArchiveSite.InsightKind.allCases)
  func everyFigureIsAFile(kind: ArchiveSite.InsightKind) async throws {
    let archive = try await SampleArchive(reviews(Self.minutes))
    let bytes = try archive.bytes("insights/\(kind.rawValue).csv")
    let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
    #expect(lines.count > 1)
    #expect(lines.last == "")
    let empty = try SampleArchive(
      of: Library(
        configuration: SiteConfiguration(), incidents: [], runbooks: [], pages: [], assets: [],
        root: "content/", today: nil))
    #expect(try !empty.bytes("insights/\(kind.rawValue).csv").isEmpty)
  }

  @Test func aFileHasEveryRow() async throws {
    let archive = try await SampleArchive(reviews(Self.minutes))
    let text = String(decoding: try archive.bytes("insights/severities.csv"), as: UTF8.self)
    #expect(
      text.hasPrefix(
        "Incident,Severity,Minutes,Page\r\nMail stood still 6,P1,12,incidents/2026-01-07-r/index.html\r\n"
      ))
    #expect(text.components(separatedBy: "\r\n").count == 9)
  }

  @Test func whoTookPartIsCountedAndNotNamed() async throws {
    let archive = try await SampleArchive(SampleContent.all)
    let text = String(decoding: try archive.bytes("insights/coordination.csv"), as: UTF8.self)
    #expect(!text.contains("rosa"))
    #expect(text.contains(",0,1,yes,"))
  }

  @Test func anAnswerOfARunbookCounts() async throws {
    let main = try await SampleArchive(SampleContent.all).main("insights/index.html")
    #expect(
      main.contains(
        "A runbook existed for 2 of 2 incidents, was used in 1, and in 0 before users were relieved."
      ))
  }

  @Test func linksLeadSomewhere() async throws {
    let archive = try await SampleArchive(reviews(Self.minutes))
    #expect(try LinkedPages(of: archive).problems == [])
  }
}
