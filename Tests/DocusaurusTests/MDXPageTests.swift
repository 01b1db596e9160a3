import Diagnostics
import Testing

/// The rows of the contract's break matrix that matter where the format is pinned to `mdx`. What is not
/// here is as in ``EscapeTests``.
struct MDXPageTests {
  private func page(_ text: String) -> String {
    let file = SourceFile(path: "review.mdx", text: "Text\n\n" + text + "\n")
    return String(
      decoding: StandaloneBody.markdown(of: file).dropFirst(6).dropLast(), as: UTF8.self)
  }

  @Test(arguments: [
    "a\\{2,3} and lone }", "`{x}` and `<y>`", "```js\n{x} <y> import z\n```",
    "a [b](https://x.example/{y})",
    "Import it", "- import it", "| a | b |\n| --- | --- |\n| `{x}` | y |", "- [ ] open",
    ":::note[Title]{.wide}\n\nx\n\n:::", "a<br />b", "&lt;b&gt; &#123;x&#125;",
    "hard\\\nbreak", "https://x.example/y",
  ])
  func keeps(_ text: String) { #expect(page(text) == text) }

  @Test(arguments: [
    ("a {b} c", #"a \{b} c"#), ("${{ x }}", #"$\{\{ x }}"#),
    ("p99 <5ms, <> and a<", #"p99 \<5ms, \<> and a\<"#),
    ("a < b", #"a \< b"#), ("<Chart />", #"\<Chart />"#),
    ("![{a}](https://x.example)", #"![\{a}](https://x.example)"#),
    ("<https://x.example>", "[https://x.example](https://x.example)"),
    ("<ada@x.example>", "[ada@x.example](mailto:ada@x.example)"),
    ("a `b\n</i>\nc`", "a `b </i> c`"),
    ("import it", "&#105;mport it"), ("export it", "&#101;xport it"),
    ("a <!-- b --> c", "a {/* */} c"), ("a {/* b */} c", "a {/* */} c"),
    ("<!-- a -->\n\nb", "{/* */}\n\nb"),
    ("<br>\n\na", "<br />\n\na"), ("<b>a</b>", "<p><b>a</b></p>"),
    ("*a <b>c* d</b>", #"*a \<b>c* d\</b>"#),
    ("## A {#b}", #"## A \{#b}"#), ("## {a}", #"## \{a}"#),
  ])
  func escapes(_ text: String, _ expected: String) { #expect(page(text) == expected) }

  @Test(arguments: [
    ("    a {b}\n\n      c", "```\na {b}\n\n  c\n```"), ("\ta", "```\na\n```"),
    ("    ```\n    a", "````\n```\na\n````"),
    ("- a\n\n      b\n      c", "- a\n\n  ```\n  b\n  c\n  ```"),
    (">     a\n>     b", "> ```\n> a\n> b\n> ```"), ("-     a", "- ```\n  a\n  ```"),
    ("```\na\n    ```\nb\n```", "````\na\n    ```\nb\n````"), ("a\n    - b", "a - b"),
    ("a\\\n    # b", "a<br /># b"), ("a\n<b>c</b>", "a <b>c</b>"),
    ("```\n\na\n```", "```\n\na\n```"),
    ("        a\n    b", "```\n    a\nb\n```"),
    (
      "    :::note a\n      b",
      "<pre><code>&#58;&#58;<span></span>&#58;<span></span>note a&#10;<></>  b</code></pre>"
    ),
  ])
  func knowsNoIndentedCode(_ text: String, _ expected: String) { #expect(page(text) == expected) }

  @Test(arguments: [
    ("<div>*a* {b}</div>", "<div>&#42;a&#42; &#123;b&#125;</div>"),
    ("<div>\n  <p>a\n  b</p>\n</div>", "<div> <p>a b</p> </div>"),
    (
      "<details>\n<summary>A</summary>\n\n*b*\n\n</details>",
      "<details>\n\n<summary>A</summary>\n\n*b*\n\n</details>"
    ),
    ("<div>a\n\nb\n\n</div>", "<div>\n\n<>a</>\n\nb\n\n</div>"),
    ("<pre>\na\n  b</pre>", "<pre>a&#10;<></>  b</pre>"),
    (
      "<table><tr><td colspan=2>a &amp; b</td></tr></table>",
      "<table><tr><td colSpan=\"2\">a &amp; b</td></tr></table>"
    ),
    ("> <div>a</div>\n> b", "> <><div>a</div> b</>"),
  ])
  func writesElements(_ text: String, _ expected: String) { #expect(page(text) == expected) }

  /// What is not shown would be run all the same.
  @Test(arguments: [
    ("a[^{b}]", "a[^\\{b}]"), ("a[^b{c}]\n\n[^b{c}]: d", "a[^b\\{c}]\n\n[^b\\{c}]: d"),
    ("[^a]: {b}\n    {c}", ""), ("a[^b]\n\n[^b]: c\n\n[^b]: {d}", "a[^b]\n\n[^b]: c"),
    ("a[^b]\n\n[^b]:\n    > {c}", "a[^b]\n\n[^b]:\n    > \\{c}"),
  ])
  func dropsFootnotesThatNothingRefersTo(_ text: String, _ expected: String) {
    #expect(page(text).split(separator: "\n") == expected.split(separator: "\n"))
  }

  private static let tabs = """
    <Tabs>
    <TabItem value="a" label="A &quot;{x}&quot;" default>

    {a}

    </TabItem>
    </Tabs>
    """

  @Test func keepsTabs() {
    let file = SourceFile(path: "review.mdx", text: Self.tabs + "\n")
    let text = String(decoding: StandaloneBody.markdown(of: file), as: UTF8.self)
    #expect(
      text.split(separator: "\n", omittingEmptySubsequences: true) == [
        "import Tabs from '@theme/Tabs';", "import TabItem from '@theme/TabItem';", "<Tabs>",
        "<TabItem value=\"a\" label=\"A &quot;{x}&quot;\" default>", #"\{a}"#, "</TabItem>",
        "</Tabs>",
      ])
  }

  /// The page's format decides, not that of the text in it.
  @Test(arguments: [("mdx", "md"), ("md", "mdx")])
  func writesATimelineAsThePageIs(_ review: String, _ timeline: String) async throws {
    let folder = "incidents/incident-2026-02-03-001"
    let site = try await SampleSite([
      "\(folder)/review.\(review)": "# Pool\n\nThe {pool}.\n\n## Impact\n\nNone.\n",
      "\(folder)/timeline.\(timeline)":
        "10:05 - {errors} {/* up */} <5ms\n\n<Tabs>\n<TabItem value=\"a\">\n\nb\n\n</TabItem>\n</Tabs>\n",
    ])
    let path = try #require(
      site.paths.first { $0.hasPrefix("blog/2026") && $0.contains("/index.") })
    #expect(path.hasSuffix("index.\(review)"))
    let text = try #require(try site.text(path))
    #expect(text.contains("mdx: {\"format\": \"\(review)\"}"))
    #expect(
      text.contains(
        review == "mdx"
          ? #"10:05 - \{errors} \{/* up */} \<5ms"# : "10:05 - {errors} <!--up --> <5ms"))
    #expect(text.contains(review == "mdx" ? #"\<Tabs>"# : "\n**a**\n"))
    #expect(text.contains("@theme") == false)
  }

  /// A list page compiles what stands before the marker alone.
  @Test(arguments: [
    ("A.\n\n" + tabs + "\n\n## B\n\nC.\n", "</Tabs>\n\n{/* truncate */}\n\n## B\n"),
    (tabs + "\n\nA.\n\n## B\n\nC.\n", "\nA.\n\n{/* truncate */}\n"),
    ("A.\n\n{/* truncate */}\n\nB.\n", "\nA.\n\n{/* truncate */}\n\nB.\n"),
    (
      "<details>\n\nA.\n\n<!-- truncate -->\n\nB.\n\n</details>\n\nC.\n",
      "\n</details>\n\n{/* truncate */}\n\nC.\n"
    ),
    ("A.\n\n<details>\n\n## B\n\n</details>\n", "\n</details>\n\n{/* truncate */}\n"),
    (
      "A.\n\n<Tabs>\n<TabItem value=\"a\">\n\n{/* truncate */}\n\n</TabItem>\n</Tabs>\n",
      "A.\n\n{/* truncate */}\n\n<Tabs>"
    ),
  ])
  func cutsNoElement(_ body: String, _ expected: String) async throws {
    let site = try await SampleSite([
      "incidents/2026-01-10-pool.mdx": "---\ntitle: Pool\n---\n\n" + body
    ])
    let text = try #require(try site.text("blog/2026-01-10-pool/index.mdx"))
    #expect(text.contains(expected), "\(text)")
    #expect(text.ranges(of: "truncate").count == 1)
  }
}
