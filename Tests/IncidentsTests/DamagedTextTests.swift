import Diagnostics
import Foundation
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

  @Test func everyLongRunIsRead() {
    for piece in ["10:05 ", "2026-01-10 - ", "[", "T+", "~", ":a:", "10:05-", "⏰", "Day 1 ", "at "]
    {
      let text = String(repeating: piece, count: 20_000)
      _ = read("## Timeline\n\n- \(text)\n\n\(text)\n")
    }
  }

  /// Real documents, whole, doubled, and cut where a generator with a fixed seed says.
  @Test(.enabled(if: SharedData.isExpected, SharedData.advice))
  func realDocumentsAreReadHoweverTheyAreCut() throws {
    let folder = SharedData.folder.appending(path: "corpus/postmortem")
    var seed: UInt64 = 20_260_110
    var count = 0
    let files = FileManager.default.enumerator(atPath: folder.path())
    for case let name as String in files ?? .init()
    where name.hasSuffix(".md") || name.hasSuffix(".erb") {
      let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let cut = Int(seed >> 33) % max(bytes.count, 1)
      for text in [bytes + bytes, Array(bytes[cut...]), Array(bytes[..<cut])] {
        let document = DocumentReading(parsing: SourceFile(path: name, bytes: text))
        count += IncidentReader().inspect(document).count
      }
    }
    #expect(count > 500)
  }
}
