import Checklist
import Diagnostics
import Testing

/// Where a suppression is written, and how.
struct SuppressionWriterTests {
  private static let reason = "we know"

  /// The document with a suppression of `PM007` for each line that ends in `⟦⟧`, in the form that suits best.
  private func written(_ marked: String, path: String = "a.md", code: String = "PM007") -> String {
    let lines = marked.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let file = SourceFile(path: path, text: marked.replacing("⟦⟧", with: ""))
    let writer = SuppressionWriter(file, reason: Self.reason)
    var targets: [SuppressionWriter.Target: SuppressionWriter.Form] = [:]
    for (index, line) in lines.enumerated() where line.contains("⟦⟧") {
      targets[.init(code: code, line: index + 1)] = writer.forms(for: index + 1).first
    }
    return String(decoding: writer.document(allowing: targets).bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("# Title⟦⟧\n", "<!-- build-site allow PM007: we know -->\n# Title\n"),
    ("a\n# Title⟦⟧\n", "a\n<!-- build-site allow PM007: we know -->\n# Title\n"),
    ("a\n\nb⟦⟧\nc\n", "a\n\n<!-- build-site allow PM007: we know -->\nb\nc\n"),
    ("a\nb⟦⟧\nc\n", "a\nb <!-- build-site allow PM007: we know -->\nc\n"),
    ("a\nb  ⟦⟧\nc\n", "a\nb <!-- build-site allow PM007: we know -->  \nc\n"),
    ("- a\n- b⟦⟧\n", "- a\n- b <!-- build-site allow PM007: we know -->\n"),
    ("1. b⟦⟧\n", "1. b <!-- build-site allow PM007: we know -->\n"),
    ("| a |\n|---|\n| b |⟦⟧\n", "| a |\n|---|\n| b <!-- build-site allow PM007: we know --> |\n"),
    ("| a |\n|---|\n| b⟦⟧\n", "| a |\n|---|\n| b <!-- build-site allow PM007: we know -->\n"),
    (
      "a\n\n```sh\nx\ny⟦⟧\n```\n",
      "a\n\n<!-- build-site allow PM007: we know -->\n```sh\nx\ny\n```\n"
    ),
    ("a\n\n  b⟦⟧\n", "a\n\n  <!-- build-site allow PM007: we know -->\n  b\n"),
    ("a\r\n# b⟦⟧\r\n", "a\r\n<!-- build-site allow PM007: we know -->\r\n# b\r\n"),
    ("---\ntitle: x⟦⟧\n---\n\na\n", "---\ntitle: x\nallow:\n  PM007: we know\n---\n\na\n"),
    (
      "---\nallow:\n    PM001: no\ntitle: x⟦⟧\n---\na\n",
      "---\nallow:\n    PM007: we know\n    PM001: no\ntitle: x\n---\na\n"
    ),
    (
      "---\nallow:\n- PM001: no\ntitle: x⟦⟧\n---\na\n",
      "---\nallow:\n- PM007: we know\n- PM001: no\ntitle: x\n---\na\n"
    ),
    // Entries in brackets are left to their author.
    ("---\nallow: {}\ntitle: x⟦⟧\n---\na\n", "---\nallow: {}\ntitle: x\n---\na\n"),
    ("+++\ntitle = 'x'⟦⟧\n+++\na\n", "+++\ntitle = 'x'\n+++\na\n"),
  ])
  func writesWhereTheFindingIs(marked: String, expected: String) {
    #expect(written(marked) == expected)
  }

  /// A comment in MDX has another notation, and covers nothing.
  @Test func writesIntoTheFrontMatterOfMDX() {
    #expect(
      written("# Title⟦⟧\n", path: "a.mdx") == "---\nallow:\n  PM007: we know\n---\n\n# Title\n")
  }

  @Test func findingsOfOnePlaceShareAComment() {
    let writer = SuppressionWriter(SourceFile(path: "a.md", text: "# T\n"), reason: "we know")
    let targets: [SuppressionWriter.Target: SuppressionWriter.Form] = [
      .init(code: "PM033", line: 1): .before, .init(code: "PM004", line: 1): .before,
    ]
    let result = writer.document(allowing: targets)
    #expect(
      String(decoding: result.bytes, as: UTF8.self)
        == "<!-- build-site allow PM004, PM033: we know -->\n# T\n")
    #expect(result.added == [1])
  }

  @Test(arguments: [
    ("OPS-12: later", "PM007: 'OPS-12: later'"), ("it's known", "PM007: it's known"),
    ("2 of them # no", "PM007: '2 of them # no'"), ("it's: so", "PM007: 'it''s: so'"),
  ])
  func quotesWhatYAMLWouldReadOtherwise(reason: String, entry: String) {
    let file = SourceFile(path: "a.md", text: "---\ntitle: x\n---\n")
    let result = SuppressionWriter(file, reason: reason).document(
      allowing: [.init(code: "PM007", line: 2): .inFrontMatter])
    #expect(
      String(decoding: result.bytes, as: UTF8.self)
        == "---\ntitle: x\nallow:\n  \(entry)\n---\n")
  }

  @Test(arguments: [
    ("we know", true), ("", false), ("...", false), ("a --> b", false), ("a -- b", false),
    ("two\nlines", false), ("停止", true),
  ])
  func aReasonIsAPhrase(reason: String, isPossible: Bool) {
    #expect(SuppressionWriter.canSay(reason) == isPossible)
  }
}
