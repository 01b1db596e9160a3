import Diagnostics
import Testing

@testable import YAML

@Suite struct NodeTests {
  @Test func keepsScalarsAsWritten() {
    let text = """
      opened: 10:30
      answer: no
      mode: 017
      quoted: "a\\tb"
      single: 'it''s'
      folded: >-
        one
        two
      empty:
      """
    let root = read(text).root
    #expect(
      root?.pairs?.map(\.value.text) == [
        "10:30", "no", "017", "a\tb", "it's", "one two", "",
      ])
    #expect(root?["quoted"]?.content == .scalar("a\tb", isQuoted: true))
    #expect(root?["folded"]?.content == .scalar("one two", isQuoted: true))
    #expect(root?["mode"]?.content == .scalar("017", isQuoted: false))
    #expect(root?["missing"] == nil)
  }

  @Test(arguments: [
    ("", true), ("~", true), ("null", true), ("NULL", true), ("\"\"", false), ("'null'", false),
    ("nUll", false), ("[]", false), ("0", false),
  ])
  func null(value: String, isNull: Bool) {
    #expect(read("key: \(value)\n").root?["key"]?.isNull == isNull)
  }

  @Test(arguments: ["", "\n\n", "# only a comment\n", "\u{FEFF}", "   "])
  func nothing(text: String) {
    let reading = read(text)
    #expect(reading.root == nil)
    #expect(reading.diagnostics == [])
  }

  @Test func nestsSequencesAndMappings() {
    let root = read("a: [x, {y: z}]\nb:\n- 1\n-\n  - 2\n").root
    #expect(root?["a"]?.items?.last?["y"]?.text == "z")
    #expect(root?["b"]?.items?.last?.items?.first?.text == "2")
    #expect(root?["a"]?.pairs == nil)
    #expect(root?["a"]?.text == nil)
    #expect(root?["a"]?["y"] == nil)
  }
}

@Suite struct PermissiveFormTests {
  @Test func keepsTags() {
    let root = read("a: !vault |\n  3030\nb: !!str 1\nc: 2\n", form: .permissive).root
    #expect(root?["a"]?.tag == "!vault")
    #expect(root?["a"]?.text == "3030\n")
    #expect(root?["b"]?.tag == "tag:yaml.org,2002:str")
    #expect(root?["c"]?.tag == nil)
  }

  @Test func expandsAliases() {
    let reading = read("a: &x [1, 2]\nb: *x\n", form: .permissive)
    #expect(reading.diagnostics == [])
    #expect(reading.root?["b"]?.items?.map(\.text) == ["1", "2"])
    #expect(reading.root?["b"]?.range == place(2, 4, 2, 6))
  }

  @Test func mergesMappings() {
    let root = read(
      "base: &b {x: 1, y: 2}\nother: &o {y: 3, z: 4}\nall:\n  <<: [*b, *o]\n  x: 5\n",
      form: .permissive
    ).root
    #expect(root?["all"]?.pairs?.map(\.key.text) == ["x", "y", "z"])
    #expect(root?["all"]?.pairs?.map(\.value.text) == ["5", "2", "4"])
  }

  @Test func readsTheFirstDocumentOrAll() {
    let text = "---\na: 1\n---\nb: 2\n...\n"
    #expect(read(text, form: .permissive).root?["a"]?.text == "1")
    #expect(read(text, form: .permissive).diagnostics == [])
    let all = readYAMLDocuments(in: SourceFile(path: "play.yml", text: text))
    #expect(all.documents.map { $0.pairs?.first?.key.text } == ["a", "b"])
    #expect(all.diagnostics == [])
  }

  @Test func warnsOfDuplicateKeysAndTakesTheLast() {
    let reading = read("a: 1\na: 2\n", form: .permissive)
    #expect(reading.root?["a"]?.text == "2")
    #expect(reading.diagnostics.map(\.level) == [.warning])
  }
}
