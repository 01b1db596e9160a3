import Diagnostics
import Incidents
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

  @Test func everyLongRunIsRead() {
    for piece in ["10:05 ", "2026-01-10 - ", "[", "T+", "~", ":a:", "10:05-", "⏰", "Day 1 ", "at "]
    {
      let text = String(repeating: piece, count: 20_000)
      _ = read("## Timeline\n\n- \(text)\n\n\(text)\n")
    }
  }

  /// Many lines of one kind: what is done for each must not grow with those before it.
  @Test(arguments: [
    "2026-01-10\n\n", "- 10:05 - one\n", "- no time\n", "### 10:05\n\n", "| 10:05 | one |\n",
    "**Impact:** some\n\n", "## Action items\n\n- one\n\n", "- Owner: Ada\n", "## 2026-01-10 x\n\n",
    "text\nJan 10, 2026 10:05 UTC\n\n", "✅ RESOLVED - 10:05\nTimeline:\n",
  ])
  func manyLinesAreRead(line: String) {
    let lines = String(repeating: line, count: 10_000)
    let incident = read("# Down\n\n## Timeline\n\n| Time | Event |\n|--|--|\n\(lines)").incident
    #expect(!incident.sections.isEmpty)
  }
}
