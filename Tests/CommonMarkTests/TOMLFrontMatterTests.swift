import CommonMark
import Diagnostics
import TestSupport
import Testing
import YAML

struct TOMLFrontMatterTests {
  private func frontMatter(_ lines: String) throws -> YAMLNode {
    let file = SourceFile(path: "a.md", text: "+++\n\(lines)\n+++\n\n# Text\n")
    let document = MarkdownDocument(parsing: file)
    let (root, diagnostics) = (document.frontMatter, document.diagnostics)
    #expect(diagnostics.isEmpty)
    return try #require(root)
  }

  /// A line, the key to look up, and the text of its value.
  @Test(arguments: [
    ("title = \"Pool full\"", "title", "Pool full"), ("title = 'C:\\pool'", "title", "C:\\pool"),
    ("title=\"a \\\"b\\\" \\u00e9\"", "title", "a \"b\" é"),
    ("date = 2026-01-10T14:00:00Z # UTC", "date", "2026-01-10T14:00:00Z"),
    ("draft = true", "draft", "true"), ("\"long name\" = 3", "long name", "3"),
    ("author.name = \"Ada\"", "author.name", "Ada"),
    ("text = \"\"\"\none\ntwo\"\"\"", "text", "one\ntwo"),
    ("text = '''\none\\two'''", "text", "one\\two"),
    ("text = \"\"\"one \\\n   two\"\"\"", "text", "one two"),
  ])
  func readsValues(line: String, key: String, text: String) throws {
    #expect(try frontMatter(line)[key]?.text == text)
  }

  @Test func readsListsAndTables() throws {
    let root = try frontMatter(
      """
      tags = [
        "cache", # the first
        'queue',
      ]
      [params]
      severity = "P1"
      owner = { name = "Ada", team = "data" }
      [[links]]
      url = "a"
      [[links]]
      url = "b"
      """)
    #expect(root["tags"]?.items?.map(\.text) == ["cache", "queue"])
    #expect(root["params"]?["severity"]?.text == "P1")
    #expect(root["params"]?["owner"]?["team"]?.text == "data")
    #expect(root["links"]?.items?.map { $0["url"]?.text } == ["a", "b"])
  }

  @Test func keepsPlacesAndTheBody() {
    let file = SourceFile(path: "a.md", text: "+++\ntitle = \"Pool full\"\n+++\n\n# Text\n")
    let document = MarkdownDocument(parsing: file)
    let range = document.frontMatter?["title"]?.range
    let (bodyLine, texts) = (document.bodyLine, document.blocks.map(\.text))
    #expect(range?.lowerBound == SourceLocation(line: 2, column: 9))
    #expect(range?.upperBound == SourceLocation(line: 2, column: 20))
    #expect(bodyLine == 4)
    #expect(texts == ["Text"])
  }

  /// Whatever is between the marks, the first mistake is reported, what stands before it is read, and the
  /// work grows with the length.
  @Test(arguments: [
    ("[", "2: ']'", 0), ("{", "2: a key", 0), ("a = [", "2: a value", 0),
    ("a = {b = ", "2: a value", 0), ("a.", "2: a key", 0), ("\"", "2: '='", 0),
    ("'''", "2: '='", 0),
    ("a = 1\n", "", 2_000), ("a = 1\n?\n", "3: a key", 1), ("[[a]]\n", "", 1),
  ])
  func manyOfAPiece(piece: String, mistake: String, count: Int) {
    func read(_ number: Int) -> (mistakes: [String], count: Int) {
      let text = "+++\n" + String(repeating: piece, count: number) + "\n+++\n"
      let document = MarkdownDocument(parsing: SourceFile(path: "a.md", text: text))
      let count = document.frontMatter?.pairs?.count ?? -1
      let mistakes = document.diagnostics.map {
        "\($0.code) \($0.range?.lowerBound.line ?? 0): \($0.message)"
      }
      return (mistakes, count)
    }
    let found = read(2_000)
    let message = mistake.split(separator: ": ")
    let wanted =
      mistake.isEmpty
      ? []
      : [
        "BS019 \(message[0]): front matter is not valid TOML: \(message[1]) is missing"
      ]
    #expect(found.mistakes == wanted)
    #expect(found.count == count)
    #expect(growth(from: 5_000, input: { $0 }, work: { _ = read($0) }) < 8)
  }
}
