import CommonMark
import Diagnostics
import Runbooks
import Testing

@testable import Docusaurus

struct FrontMatterWriterTests {
  @Test(arguments: [
    ("a: b", #""a: b""#), ("#1", ##""#1""##), ("[SEV1]", #""[SEV1]""#), ("yes", #""yes""#),
    ("say \"x\" \\ y", #""say \"x\" \\ y""#), ("two\nlines", #""two lines""#),
    ("é 日本 🎉", #""é 日本 🎉""#),
    ("a\u{7}b\u{85}c\u{9B}d", #""ab cd""#), ("</script>", "\"\\u003c\u{2060}/script\\u003e\""),
    ("<!-- truncate -->", "\"\\u003c!-- truncate --\\u003e\""),
    ("{/* truncate */}", "\"\\u007b/* truncate */}\""),
  ])
  func quotes(_ text: String, _ expected: String) {
    #expect(FrontMatterWriter.quoted(text) == expected)
  }

  @Test func writesOneLineAKey() {
    var writer = FrontMatterWriter()
    writer.add("title", "10:30")
    writer.raw("date", "2026-01-10T09:58:00Z")
    writer.add("tags", ["a", "b"])
    writer.add("draft", false)
    #expect(
      writer.output == """
        ---
        title: "10:30"
        date: 2026-01-10T09:58:00Z
        tags: ["a", "b"]
        draft: false
        ---

        """)
  }
}

struct SourceEditsTests {
  @Test func changesTheirPlacesAndNothingElse() {
    let bytes = Array("one two three".utf8)
    var edits = SourceEdits()
    edits.replace(4..<7, with: "2")
    edits.insert("<", at: 0)
    edits.insert(">", at: bytes.count)
    edits.insert("(", at: 8)
    edits.insert(block: "#", at: 8)
    edits.delete(5..<6)
    #expect(
      String(decoding: edits.spliced(into: bytes, in: 0..<13), as: UTF8.self) == "<one 2 #(three>")
    #expect(String(decoding: edits.spliced(into: bytes, in: 4..<8), as: UTF8.self) == "2 #(")
  }
}

struct LinkAddressTests {
  @Test(arguments: [
    "https://a.example", "http://localhost:8080/x", "http://[::1]:80/", "mailto:a@b.example",
    "https://1.2.3.4/",
    "ftp://a/b", "slack://channel?id=1", "https://u:p@a.example/", "http://a.example:/", "urn:x:y",
    "http://{host}/",
  ])
  func canBeParsed(_ address: String) { #expect(LinkAddress.isParsable(address)) }

  @Test(arguments: [
    "http://[bad", "http://localhost:PORT", "http://a:99999", "https://", "http://<host>/",
    "http://1.2.3.4.5/",
    "http://a b/", "javascript:alert(1)", "data:text/html,x", "http://a%b/", "`https://a.example",
    "//:x",
  ])
  func stopsTheBuild(_ address: String) { #expect(!LinkAddress.isParsable(address)) }
}

struct PlainTextTests {
  @Test(arguments: [
    ("a|b", #"a\|b"#), ("[x](y)", #"\[x\](y)"#), ("# no heading", ##"\# no heading"##),
    ("- no item", #"\- no item"#),
    ("1. no item", #"1\. no item"#), ("<b>", #"\<b>"#), ("{x}", #"\{x}"#),
    ("a_b*c`d~e", #"a\_b\*c&#96;d\~e"#),
    ("AT&T &amp;", #"AT&T \&amp;"#), ("two\n lines", "two lines"),
    ("log:line[1]", #"log\:line\[1\]"#),
    (":x:", "\\:x<span></span>:"), ("see www.a.example", "see www<span></span>.a.example"),
    ("10:30 - x", "10:30 - x"),
  ])
  func staysText(_ text: String, _ expected: String) {
    #expect(PlainText.escaped(text) == expected)
  }

  @Test(arguments: [
    ("a b c", 9, "a b c"), ("alpha beta, gamma", 12, "alpha beta…"), ("abcdefgh", 4, "abcd…"),
  ])
  func isCutAtAWord(_ text: String, _ longest: Int, _ expected: String) {
    #expect(PlainText.shortened(text, to: longest) == expected)
  }
}

struct AssetNameTests {
  @Test(arguments: [
    ("a/pool use.svg", "pool-use.svg"), ("a/notes.md", "notes.md.txt"),
    ("a/Dockerfile", "Dockerfile.txt"),
    ("a/page.HTML", "page.HTML.txt"), ("a/100%.png", "100-.png"), ("a/.env", "env.txt"),
    ("a/ü.png", "ufc.png"),
  ])
  func isSafe(_ path: String, _ expected: String) {
    #expect(AssetName.safe(path) == expected)
  }
}

struct MermaidTests {
  @Test func drawsQuestionsAndAnswers() throws {
    let text = """
      # Response

      ## Decision trees

      ### Should I roll back?

      ```text
      Error rate >20%?    → Yes → Tell #ops "now"
                          → No  → Look at the release
      Recent deploy?      → Yes → Rollback
                          → No  → Wait
      ```
      """
    let file = SourceFile(path: "runbooks/incident-response.md", text: text)
    let tree = try #require(Runbook(reading: MarkdownDocument(parsing: file)).decisionTrees.first)
    #expect(
      Mermaid.flowchart(of: tree) == """
        ```mermaid
        %%{init: {"flowchart": {"nodeSpacing": 16, "rankSpacing": 28, "wrappingWidth": 130, "padding": 8, "diagramPadding": 4}}}%%
        flowchart TD
          q0{{"Error rate #gt;20%?"}}
          q1{{"Recent deploy?"}}
          q0 -->|"Yes"| a0x0["Tell #35;ops #quot;now#quot;"]
          a0x0 --> q1
          q0 -->|"No"| a0x1["Look at the release"]
          a0x1 --> q1
          q1 -->|"Yes"| a1x0["Rollback"]
          q1 -->|"No"| a1x1["Wait"]
        ```

        """)
  }
}
