import Diagnostics
import Incidents
import TestSupport
import Testing

/// No text may stop the readers, whatever happened to it.
struct DamagedTextTests {
  private static let review = """
    # ⏰ Down – 2026年1月10日

    All times in IST. **Duration:** ~1h 5m

    ## Timeline (PST (UTC−7)) 01/16/2026 – 02/28/2026

    - [2026-01-10 10:05 UTC] one ≈ 12
      - 10:06頃（推定）two
    - **T+5m**: ??:?? – 10:?? · 下午2:05
    - 20/01/26 1005: "/incident create “x”"

    | # | Date (2026) | Time | Event |
    |--|--|--|--|
    | 1 | Jan 28 | 02:34 | @devops-lead #incident-2026-01-10-001 |
    | 2 | | 2026-05-04 〜 05 頃 | 10:05-10:15am |

    ### ~13:30-13:45

    ✅ RESOLVED - 10:45
    Timeline:
    - Detected: 09:58
    Root cause: pool
    """

  @Test func everyCutIsRead() {
    let bytes = Array(Self.review.utf8)
    var count = 0
    for length in 0...bytes.count {
      for cut in [bytes[..<length], bytes[length...]] {
        let text = SourceFile(path: "a.md", bytes: Array(cut))
        let reading = IncidentReader().read(
          review: DocumentReading(parsing: text), timeline: nil, folder: nil)
        count += reading.incident.timeline?.count ?? 0
      }
    }
    #expect(count > bytes.count)
  }

  /// A long run is one entry at most, in a bullet and in a paragraph, and takes time by its length.
  @Test(arguments: [
    ("10:05 ", "10:05"), ("2026-01-10 - ", "2026-01-10 - 2026-01-10"), ("[", nil), ("T+", nil),
    ("~", nil), (":a:", nil), ("10:05-", "10:05-10:05"), ("⏰", nil), ("Day 1 ", nil), ("at ", nil),
  ])
  func everyLongRunIsRead(piece: String, written: String?) {
    func text(_ count: Int) -> String {
      let run = String(repeating: piece, count: count)
      return "## Timeline\n\n- \(run)\n\n\(run)\n"
    }
    let entries = read(text(5_000)).incident.timeline?.entries ?? []
    #expect(entries.map(\.written) == written.map { [$0, $0] } ?? [])
    #expect(growth(from: 500, input: text, work: { _ = read($0) }) < 8)
  }

  /// What looks like a link, code, a heading or a tag of another generator.
  @Test(arguments: [
    "[a](b c", "[a](b c.md) ", "[^x] ", "[a][b] ", "{{ a ", "{% ", "`[a`", "``[a",
    "##Root cause\n", "**Action items**\n", "Impact: a\n", "## Timeline\n\nAna  9:01 AM\nhello\n",
  ])
  func everyMarkIsRead(piece: String) {
    let work = growth(
      from: 4_000 / piece.utf8.count, input: { String(repeating: piece, count: $0) },
      work: { text in
        _ = read(text)
        _ = LiteralLinks.findings(in: document(text))
      })
    #expect(work < 8)
  }

  /// Many lines of one kind: what is done for each does not grow with those before it.
  @Test(arguments: [
    // They are rows of the table above, which so has no times.
    ("2026-01-10\n\n", [2, 0, 0]), ("- no time\n", [2, 0, 0]), ("**Impact:** some\n\n", [2, 0, 0]),
    ("✅ RESOLVED - 10:05\nTimeline:\n", [2, 0, 0]), ("- Owner: Ada\n", [2, 0, 0]),
    ("- 10:05 - one\n", [2, 10_000, 0]), ("| 10:05 | one |\n", [2, 10_000, 0]),
    ("text\nJan 10, 2026 10:05 UTC\n\n", [2, 10_000, 0]), ("### 10:05\n\n", [10_002, 10_000, 0]),
    ("## Action items\n\n- one\n\n", [10_002, 0, 10_000]),
    ("## 2026-01-10 x\n\n", [10_002, 0, 0]),
  ])
  func manyLinesAreRead(line: String, counts: [Int]) {
    func text(_ count: Int) -> String {
      "# Down\n\n## Timeline\n\n| Time | Event |\n|--|--|\n" + String(repeating: line, count: count)
    }
    let incident = read(text(10_000)).incident
    #expect(
      [
        incident.sections.count, incident.timeline?.entries.count ?? 0, incident.actionItems.count,
      ] == counts)
    #expect(growth(from: 250, input: text, work: { _ = read($0) }) < 8)
  }
}
