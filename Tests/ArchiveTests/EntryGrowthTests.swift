import CommonMark
import Diagnostics
import Incidents
import TestSupport
import Testing
import Vocabulary

@testable import Archive

/// The work on the entries of a timeline grows with its length, however they are written.
struct EntryGrowthTests {
  @Test(arguments: [
    ("", "10:05 a\n"), ("", "10:05 a\n\n```\nb\n```\n\n"), ("10:05 a\n\n", "more `b`\n\n"),
    ("10:05 a\n", "more `b`\n"), ("- 10:05 - a\n", "  - `b`\n"),
    ("- 10:05 - a\n\n", "  `b`\n\n"), ("", "- 10:05 - a [b](c)\n"),
    ("| Time | Event |\n|---|---|\n", "| 10:05 | `b` |\n"),
  ])
  func entries(before: String, piece: String) {
    var shown = 0
    let work = growth(
      from: 5_000 / piece.utf8.count,
      input: { "# A\n\n## Timeline\n\n" + before + String(repeating: piece, count: $0) },
      work: { shown = Self.read($0) })
    #expect(shown > 0)
    #expect(work < 8)
  }

  /// - Returns: The number of entries.
  private static func read(_ text: String) -> Int {
    var document = MarkdownDocument(parsing: SourceFile(path: "incidents/a.md", text: text))
    let reading = DocumentReading(of: document)
    let incident = IncidentReader().read(review: reading, timeline: nil, folder: nil).incident
    let timeline = IncidentReader.timeline(
      of: incident, review: reading, timeline: nil, clock: TeamClock())
    return timeline.map { EntryMarkup(of: $0, in: &document).shown.count } ?? 0
  }
}
