import CommonMark
import Diagnostics
import Incidents
import Runbooks
import TestSupport
import Testing
import Vocabulary

/// Reviews and runbooks are read by one reader: the same mistake has the same code, level and help.
struct FrontMatterFieldTests {
  @Test(
    arguments: [
      ("⟦service⟧: api", "BS016", .note, "write 'services'"),
      ("⟦affected_services⟧: [api]", "BS016", .note, "write 'services'"),
      ("⟦affectedServices⟧: [api]", "BS016", .note, "write 'services'"),
      ("⟦Affected-Systems⟧: [api]", "BS016", .note, "write 'services'"),
      ("⟦severity_level⟧: P0", "BS016", .note, "write 'severity'"),
      (
        "severity: P1\n⟦severity_level⟧: P0", "BS016", .note,
        "remove it: 'severity' is there already"
      ),
      ("⟦service⟧: api\nservices: [api]", "BS016", .note, "remove it: 'services' is there already"),
      ("⟦serverity⟧: P1", "BS016", .warning, "did you mean 'severity'?"),
      ("⟦Title⟧: x", "BS016", .warning, "did you mean 'title'?"),
      ("⟦servces⟧: [api]", "BS016", .warning, "did you mean 'services'?"),
      ("⟦tagz⟧: [api]", "BS016", .warning, "did you mean 'tags'?"),
      ("title: ⟦[a, b]⟧", "BS017", .error, "write one value after 'title:'"),
      ("services: ⟦{a: b}⟧", "BS017", .error, "write a list, as in 'services: [api, web]'"),
      ("tags: [api, ⟦[b]⟧]", "BS017", .error, "write one word or phrase per entry"),
    ] as [(String, String, Level, String)])
  func theSameMistake(lines: String, code: String, level: Level, help: String) {
    let marked = MarkedText("---\n\(lines)\n---\n")
    for table in [FieldTable.review, .runbook] {
      let file = SourceFile(path: "content/a.md", text: marked.text)
      let document = MarkdownDocument(parsing: file)
      let findings = FieldReading(document.frontMatter, by: table, in: file).diagnostics
      #expect(findings.map(\.code) == [code])
      #expect(findings.map(\.level) == [level])
      #expect(findings.map(\.help) == [help])
      #expect(findings.map(\.range) == marked.ranges)
      #expect(findings.allSatisfy { $0.excerpt != nil })
    }
  }

  @Test(arguments: [
    "layout: post", "permalink: /x", "weight: 3", "title:", "services: ~", "tags: api",
    "sidebar_position: 2", "allow: [BS016]", "services: []", "title: \" \"",
  ])
  func isFine(line: String) {
    for table in [FieldTable.review, .runbook] {
      let file = SourceFile(path: "content/a.md", text: "---\n\(line)\n---\n")
      let document = MarkdownDocument(parsing: file)
      #expect(FieldReading(document.frontMatter, by: table, in: file).diagnostics == [])
    }
  }

  /// A whole number is digits and nothing else.
  @Test(arguments: [
    "+15", "-15", "15.0", "0x0F", "1_5", "015", "0", "\"15 \"", "1e1", "15 min", "fifteen", "１５",
    "[15]",
    "12345678901",
  ])
  func isNotACount(value: String) {
    let text = "---\nminutes: \(value)\n---\n# Restart\n"
    let runbook = Runbook(
      reading: MarkdownDocument(parsing: SourceFile(path: "content/runbooks/a.md", text: text)))
    #expect(runbook.minutes == nil)
    #expect(runbook.diagnostics.map(\.code) == ["BS017"])
    #expect(runbook.diagnostics.map(\.message) == ["'minutes' is not a whole number above 0"])
    #expect(runbook.diagnostics.map(\.help) == ["write digits only, as in 'minutes: 15'"])
  }

  @Test(arguments: [("15", 15), ("\"15\"", 15), ("15  # about", 15), ("999999999", 999_999_999)])
  func isACount(value: String, minutes: Int) {
    let text = "---\nminutes: \(value)\n---\n# Restart\n"
    let runbook = Runbook(
      reading: MarkdownDocument(parsing: SourceFile(path: "content/runbooks/a.md", text: text)))
    #expect(runbook.minutes == minutes)
    #expect(runbook.diagnostics == [])
  }
}
