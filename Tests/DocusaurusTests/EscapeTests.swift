import Diagnostics
import Testing

/// The rows of the contract's break matrix that matter where the format is pinned to `md`, and what
/// becomes of them. What is not here stays as it is.
struct EscapeTests {
  private func markdown(_ text: String) -> String {
    let file = SourceFile(path: "review.md", text: text + "\n")
    return String(decoding: StandaloneBody.markdown(of: file).dropLast(), as: UTF8.self)
  }

  @Test(arguments: [
    "{limit}", "${{x}}", "{\"a\":1}", "a{2,3} and {}", "p99 <5ms, x<=5, a <- b, << and <>",
    "a < b > c",
    "import x from y", "export it", "{/* note */}", "<!-- a remark -->", "    <indented> :x:",
    "~~gone~~",
    "a  \nb", "| a | b |\n| --- | --- |\n| `x \\| y` | {z} |", "`<b> :x: log:line[42]`",
    "```\n<b> {x} :x: a:b[c]\n```", "~~~\n<x>\n~~~", "<https://a.example/x_y>",
    "<ada@b.example>",
    "https://a.example/x_y?a=b&c=d", "&lt;b&gt; &amp;", "9:30am at :8080, db:primary",
    "10:02:33 and 1:2:3",
    "<b>bold</b> and <br />", "- [ ] open\n- [x] done", "a [b] (c) d",
  ])
  func keeps(_ text: String) {
    #expect(markdown("Text\n\n" + text) == "Text\n\n" + text)
  }

  @Test(arguments: [
    ("a <service-name> b", #"a \<service-name> b"#), ("List<String>", #"List\<String>"#),
    ("<user>@<host>", #"\<user>@\<host>"#), ("<div>open", #"\<div>open"#),
    ("a <img src=\"x.png\"> b", "a <span></span> b"),
    ("a <img src=\"x.png\" alt=\"y &amp; z\"> b", "a <span></span>y & z b"), ("a <b", #"a \<b"#),
    ("a </b> c", #"a \</b> c"#),
    ("see <!DOCTYPE html>", #"see \<!DOCTYPE html>"#),
    ("a <x y=\"*z*\"> b", #"a \<x y="\*z\*"> b"#),
    ("a <script>x</script>", #"a \<script>x\</script>"#),
    ("<script>\n\nx\n</script>", "\\<script>\nx\n\\</script>"),
    ("<b onclick=\"x()\">y</b>", "<b>y</b>"),
  ])
  func showsTagsAsText(_ text: String, _ expected: String) { #expect(markdown(text) == expected) }

  @Test(arguments: [
    ("log:line[42]", #"log\:line[42]"#), ("idx:a{b}", #"idx\:a{b}"#),
    ("up:avg[5m]", #"up\:avg[5m]"#),
    ("::leaf", #"\::leaf"#), (":::timeline\n\nx\n\n:::", "\\:::timeline\n\nx\n\n\\:::"),
    ("::: note", #"\::: note"#),
    ("- ::leaf", #"- \::leaf"#),
    ("## db:primary", #"## db\:primary"#), (":::NOTE\n\nx\n\n:::", "\\:::NOTE\n\nx\n\n\\:::"),
  ])
  func escapesDirectives(_ text: String, _ expected: String) { #expect(markdown(text) == expected) }

  @Test(arguments: [
    ("root:x:0", "root:x<span></span>:0"), (":tada: done", ":tada<span></span>: done"),
    ("urn:id:5", "urn:id<span></span>:5"),
    ("1:100:5", "1:100<span></span>:5"), (":+1:", ":+1<span></span>:"),
    (#"\:x\:"#, #"\:x<span></span>\:"#),
    ("a:b:c:d", "a:b<span></span>:c<span></span>:d"),
    (
      "https://a.example/x:ok:y",
      "[https://a.example/x\\:ok<span></span>\\:y](https://a.example/x:ok:y)"
    ),
  ])
  func keepsTextFromBecomingEmoji(_ text: String, _ expected: String) {
    #expect(markdown(text) == expected)
  }

  @Test(arguments: [
    (":::note Take care\n\nx\n\n:::", ":::note[Take care]\n\nx\n\n:::"),
    (":::note[Take care]\n\nx\n\n:::", ":::note[Take care]\n\nx\n\n:::"),
    (":::tip\n\nx\n\n:::", ":::tip\n\nx\n\n:::"),
    (":::danger [a] **b**\n\nx\n\n:::", ":::danger[\\[a\\] \\*\\*b\\*\\*]\n\nx\n\n:::"),
    ("> [!NOTE]\n> Text\n> more", ":::note\n\nText\nmore\n\n:::"),
    ("> [!CAUTION]\n> Text", ":::danger[Caution]\n\nText\n\n:::"),
    ("> [!IMPORTANT]\n> Text", ":::info[Important]\n\nText\n\n:::"),
  ])
  func writesBoxesAsDocusaurusDoes(_ text: String, _ expected: String) {
    #expect(markdown(text) == expected)
  }

  @Test(arguments: [
    ("# Title\n\n## A {#b}", #"## A \{#b}"#), ("# Title\n\n## A \\{#b}", #"## A \{#b}"#),
    ("# Title\n\n## A ##", "## A ##"), ("# Title\n\n# A\n\n## B", "## A\n\n### B"),
    ("# Title\n\nA\n===\n\nB\n---", "## A\n\n### B"), ("# A\n\n## A", #"## A \{#a-1}"#),
    ("Title\n=====\n\n## A", "## A"),
  ])
  func givesHeadingsTheirIDs(_ text: String, _ expected: String) {
    #expect(markdown(text) == expected)
  }

  @Test(arguments: [
    ("[a][r]\n\n[r]: https://a.example/x \"T\"", "[a](https://a.example/x \"T\")\n\n"),
    ("![a][]\n\n[a]: <https://a.example/x y.png>", "![a](https://a.example/x%20y.png)\n\n"),
    ("[R]\n\n[r]: https://a.example", "[R](https://a.example)\n\n"),
    ("[a](other.md) and ![b](x.png)", "a and b"), ("[a](javascript:alert(1))", "a"), ("[a]()", "a"),
    ("<http://[bad>", #"http://\[bad"#),
    ("http://localhost:PORT/x", "http<span></span>://localhost\\:PORT/x"),
    ("[a](http://x:99999/)", "a"),
    ("[a](#b)\n\n## B", "[a](#b)\n\n## B"), ("[a](#c)\n\n## B", "a\n\n## B"),
    ("[not](<a\nb>)", "[not]\\(\\<a b>)"),
  ])
  func putsLinksWhereTheyLead(_ text: String, _ expected: String) {
    #expect(markdown(text) == expected)
  }
}
