import Diagnostics
import Incidents
import TestSupport
import Testing

@testable import Checklist

/// A file with many comments and many findings is judged in linear time.
struct SuppressionGrowthTests {
  @Test(arguments: [
    "<!-- build-site allow PM001: known -->\n\n", "<!-- build-site allow PM001: known --> ",
    "<!-- build-site ", "```\na\n```\n\n<!-- build-site allow PM001: known -->\n\n",
  ])
  func reading(piece: String) {
    let work = growth(
      from: 400,
      input: {
        DocumentReading(
          parsing: SourceFile(path: "x.md", text: String(repeating: piece, count: $0)))
      },
      work: { _ = SuppressionReading(of: $0) })
    #expect(work < 8)
  }

  @Test func applying() {
    func reading(_ count: Int) -> (SuppressionReading, [Diagnostic]) {
      let piece = "<!-- build-site allow PM001: known -->\ntext\n\n"
      let file = SourceFile(path: "x.md", text: String(repeating: piece, count: count))
      let findings = (0..<count).map { number in
        Diagnostic(
          code: "PM001", level: .error, path: "x.md", range: file.range(ofLine: 3 * number + 2),
          message: "a", help: "b")
      }
      return (SuppressionReading(of: DocumentReading(parsing: file)), findings)
    }
    let (suppressions, findings) = reading(100)
    let applied = suppressions.applied(to: findings, isWhole: true)
    #expect(applied.kept.isEmpty && applied.suppressed.count == 100)
    let work = growth(
      from: 500, input: reading, work: { _ = $0.0.applied(to: $0.1, isWhole: true) })
    #expect(work < 8)
  }

  /// Each comment covers the next line with text, however many comments come between.
  @Test func aCommentCoversTheTextBelowOtherComments() {
    let text = """
      <!-- build-site allow PM001: known -->
      <!-- build-site allow PM002: known -->

      text <!-- build-site allow PM003: known --> `<!-- build-site allow PM004: known -->`
      <!-- build-site allow PM005: known -->
      """
    let reading = SuppressionReading(
      of: DocumentReading(parsing: SourceFile(path: "x.md", text: text)))
    #expect(
      reading.suppressions.map { "\($0.code) \($0.lines?.lowerBound ?? 0)" } == [
        "PM001 4", "PM002 4", "PM003 4", "PM005 5",
      ])
  }
}
