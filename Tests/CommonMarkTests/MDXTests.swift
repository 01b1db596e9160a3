import CommonMark
import Diagnostics
import TestSupport
import Testing

/// What a file written as MDX shows: tabs one after the other, no comments, all else of MDX as text.
struct MDXTests {
  private func document(_ text: String) -> MarkdownDocument {
    MarkdownDocument(parsing: SourceFile(path: "review.mdx", text: text))
  }

  private func html(_ text: String) -> String {
    String(decoding: document(text).html(), as: UTF8.self)
  }

  @Test(arguments: [
    ("a {/* b */} c", "<p>a <!-- --> c</p>"), ("{/* a */}\n\nb", "<p>b</p>"),
    ("{/* a\n\nb */}\n\nc", "<p>c</p>"), ("{/**/} a", "<p>\u{2060}\u{2060} a</p>"),
    ("`{/* a */}`", "<p><code>{/* a */}</code></p>"), (#"\{/* a */}"#, "<p>{/* a */}</p>"),
    ("```\n{/* a */}\n```", "<pre><code>{/* a */}\n</code></pre>"),
    ("{/*\n```\n*/}\n\na {/* b */}", "<p>a </p>"),
    ("## A {/* #b */}", "<h2 id=\"b\">A</h2>"),
    (
      "![a {/* b */} c](https://x.example)",
      "<p><img src=\"https://x.example\" alt=\"a           c\" /></p>"
    ),
  ])
  func showsNoComments(_ text: String, _ expected: String) {
    #expect(
      html(text).replacing("<!-- -->", with: "") == expected.replacing("<!-- -->", with: "") + "\n")
  }

  @Test(arguments: [
    ("a {b} c", "<p>a {b} c</p>"),
    ("<Chart id=\"a\" />", "<p>&lt;Chart id=&quot;a&quot; /&gt;</p>"),
    ("export const a = 1", "<p>export const a = 1</p>"),
    ("import Chart from './chart'", "<p>import Chart from './chart'</p>"),
    ("import the dump", "<p>import the dump</p>"),
  ])
  func showsTheRestAsText(_ text: String, _ expected: String) {
    #expect(html(text) == expected + "\n")
  }

  private static let tabs = """
    import Tabs from '@theme/Tabs';
    import TabItem from "@theme/TabItem"

    <Tabs groupId="side">
      <TabItem value="before" label="Before &amp; now" default>
        Hit rate **99%**.

        - one
      </TabItem>
      <TabItem
        value="after">

    Gone.

      </TabItem>
    </Tabs>

    """

  @Test func showsTabsOneAfterTheOther() {
    #expect(
      html(Self.tabs) == """
        <p class="tab-label">Before &amp; now</p>
        <p>Hit rate <strong>99%</strong>.</p>
        <ul>
        <li>one</li>
        </ul>
        <p class="tab-label">after</p>
        <p>Gone.</p>

        """
        || html(Self.tabs).split(separator: "\n").joined(separator: "\n") == """
          <p class="tab-label">Before &amp; now</p>
          <p>Hit rate <strong>99%</strong>.</p>
          <ul>
          <li>one</li>
          </ul>
          <p class="tab-label">after</p>
          <p>Gone.</p>
          """
    )
    #expect(document(Self.tabs).diagnostics.isEmpty)
  }

  /// What Docusaurus refuses, or what is more than text, is not a tab.
  @Test(arguments: [
    "<Tabs>\n</Tabs>", "<Tabs>\n<TabItem value=\"a\">\n</Tabs>",
    "<TabItem value=\"a\">\n\n</TabItem>",
    "<Tabs>\n<TabItem>\n\na\n\n</TabItem>\n</Tabs>",
    "<Tabs>\n<TabItem value={a}>\n\na\n\n</TabItem>\n</Tabs>",
    "<Tabs>\n<TabItem value=\"a\" onClick=\"a\">\n\na\n\n</TabItem>\n</Tabs>",
    "<Tabs>\n<TabItem value=\"a\">\n\na\n\n</TabItem>\n<TabItem value=\"a\">\n\nb\n\n</TabItem>\n</Tabs>",
    "<Tabs defaultValue=\"b\">\n<TabItem value=\"a\">\n\na\n\n</TabItem>\n</Tabs>",
    "<Tabs>\n\ntext\n\n<TabItem value=\"a\">\n\na\n\n</TabItem>\n</Tabs>",
    "<Tabs>\n<TabItem value=\"a\">\n\n:::note\n\na\n\n</TabItem>\n</Tabs>\n\n:::",
    "<Tabs>\n<TabItem value=\"a\">\n\n```\na\n\n</TabItem>\n</Tabs>",
    "- <Tabs>\n<TabItem value=\"a\">\n\na\n\n</TabItem>\n</Tabs>",
  ])
  func showsOtherTabsAsText(_ text: String) {
    let document = document(text)
    #expect(document.tabs.isEmpty)
    #expect(!String(decoding: document.html(), as: UTF8.self).contains("tab-label"))
    #expect(String(decoding: document.html(), as: UTF8.self).contains("&lt;Tab"))
    #expect(document.diagnostics.contains { $0.code == "BS024" })
  }

  @Test(arguments: [
    "⟦{a}⟧ and {b}", "a ⟦<Chart />⟧ b", "⟦<Chart>⟧\n\nText ⟦{x}⟧.\n\n⟦</Chart>⟧",
    "⟦export const a = 1⟧", "⟦import a from './a'⟧", "⟦import {a} from './a'⟧", "⟦<>⟧a</>",
    "import the dump", "export it", "`{a}` and \\{b}", "List<String> and a < b", "## A {#b}",
    "```\n{a}\n```", "{/* a */}",
    "<IMG SRC=\"a.png\" ALT=\"b\" />", "<Details>\n<SUMMARY>a</SUMMARY>\n\nb\n\n</Details>",
    "a <Code>b</Code> ⟦<Chart>⟧ c", "a ⟦<Code of=\"b\" />⟧", "⟦<FOO>⟧a</FOO>", "⟦<Img.Big />⟧",
  ])
  func reportsWhatIsText(_ marked: String) {
    let text = MarkedText(marked)
    let found = document(text.text).diagnostics.filter { $0.code == "BS024" }
    #expect(found.map(\.range) == text.ranges)
    #expect(found.allSatisfy { $0.help != nil && $0.excerpt != nil })
  }

  @Test func quotesTheLineAsItIsWritten() {
    let found = document("a {/* b */} {c}").diagnostics
    #expect(found.map(\.excerpt?.line) == ["a {/* b */} {c}"])
  }

  @Test func leavesMarkdownAlone() {
    let text = "{/* a */}\n\n" + Self.tabs
    let document = MarkdownDocument(parsing: SourceFile(path: "review.md", text: text))
    #expect(document.tabs.isEmpty)
    #expect(document.diagnostics.map(\.code) == ["BS021"])
    #expect(String(decoding: document.html(), as: UTF8.self).hasPrefix("<p>{/* a */}</p>"))
  }

  @Test(arguments: [
    "{a} ", "<>", "<B ", "<B>", "{/* ", "<Foo/> ", "`a` {b} ", "{a}\n\n", "<Tabs>\n\n",
    "{/* a */} ", "a {/* a */}\n", "![{/* a */} ",
  ])
  func repeatedTextIsReadInLinearTime(piece: String) {
    let work = growth(
      from: 4_000 / piece.utf8.count,
      input: { SourceFile(path: "x.mdx", text: String(repeating: piece, count: $0)) },
      work: { _ = MarkdownDocument(parsing: $0) })
    #expect(work < 8)
  }
}
