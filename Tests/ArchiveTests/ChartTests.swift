import Foundation
import Incidents
import Learning
import TestSupport
import Testing
internal import Vocabulary

@testable import Archive

@Suite struct ChartTests {
  @Test func phaseBar() async throws {
    let archive = try await SampleArchive(SampleContent.all)
    let main = try archive.main("incidents/incident-2026-02-03-001-mail-held-back-lost/index.html")
    let start = try #require(main.range(of: "<svg"))
    let end = try #require(main.range(of: "</svg>"))
    let svg = String(main[start.lowerBound..<end.upperBound]).replacing("><", with: ">\n<") + "\n"
    try expectGolden(svg, "phases.svg")
  }

  @Test func nothingToDrawWithoutTwoTimes() async throws {
    let archive = try await SampleArchive(SampleContent.all)
    let older = try #require(archive.library.incidents.last)
    #expect(PhaseBar(of: older) == nil)
  }

  @Test func quartersEndWithTheContent() async throws {
    let archive = try await SampleArchive(SampleContent.all, today: CalendarDay("2026-08-01"))
    let main = try archive.main("services/mail/index.html")
    for quarter in ["2025 Q2", "2026 Q1", "2026 Q3"] {
      #expect(main.contains("<td>\(quarter)</td>"))
    }
    #expect(!main.contains("<td>2026 Q4</td>"))
  }
}
