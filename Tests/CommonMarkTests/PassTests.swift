import CommonMark
import Diagnostics
import Testing

/// What the passes do where the specification has no example.
struct PassTests {
  @Test func aTableInAQuoteInAList() {
    let html = page("- > | a | b |\n  > |---|---|\n  > | 1 | 2 |\n")
    #expect(html.hasPrefix("<ul>\n<li>\n<blockquote>\n<table>\n<thead>\n<tr>\n<th>a</th>\n"))
    #expect(html.contains("<td>2</td>\n</tr>\n</tbody>\n</table>\n</blockquote>\n</li>"))
  }

  @Test(arguments: [
    "> | a |\n|---|\n", "- | a |\n|---|\n", "| a |\n    |---|\n", "| a | b |\n|---|\n|---|---|\n",
    "> > | a |\n> |---|\n", "a\n---\n", "`|`\n\n|---|\n",
  ])
  func noTable(markdown: String) {
    #expect(!page(markdown).contains("<table>"))
  }

  @Test(arguments: [
    "> > | a |\n> >|---|\n", "-\t| a |\n\t|---|\n", "1. x\n\n   | a |\n   |---|\n", "a\n-|\n",
    "[r]: /u\n| a |\n|---|\n", "[^1]: | a |\n    |---|\n\nx[^1]\n",
  ])
  func table(markdown: String) {
    #expect(page(markdown).contains("<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n</table>"))
  }

  /// A line that is not in the quote or the item of a table is text after it, as on GitHub.
  @Test(arguments: [
    ("> | a |\n> |---|\n> | 1 |\nafter\n", "</blockquote>\n<p>after</p>"),
    ("- | a |\n  |---|\n  | 1 |\nafter\n", "</ul>\n<p>after</p>"),
    ("1. | a |\n   |---|\n   | 1 |\nafter | *x*\n", "</ol>\n<p>after | <em>x</em></p>"),
    ("> - | a |\n>   |---|\n>   | 1 |\nafter\n", "</blockquote>\n<p>after</p>"),
    ("> > | a |\n> > |---|\n> > | 1 |\n> after\n", "</blockquote>\n<p>after</p>\n</blockquote>"),
    ("> | a |\n> |---|\nafter\n", "</blockquote>\n<p>after</p>"),
    ("- x\n\n  | a |\n  |---|\n  | 1 |\nafter\n", "</ul>\n<p>after</p>"),
  ])
  func aLineOutsideEndsATable(markdown: String, end: String) {
    let html = page(markdown)
    #expect(html.hasSuffix(end + "\n"))
    #expect(!html.contains("<td>after"))
  }

  @Test func aCellSeesReferencesAndCode() {
    let html = page("| a |\n|---|\n| [r] `x\\|y` *[R][r]* |\n\n> [r]: /to \"T\"\n")
    #expect(
      html.contains(
        "<td><a href=\"/to\" title=\"T\">r</a> <code>x|y</code> "
          + "<em><a href=\"/to\" title=\"T\">R</a></em></td>"))
  }

  @Test func codeDefinesNoReference() {
    #expect(page("| [r] |\n|---|\n\n```\n[r]: /to\n```\n").contains("<th>[r]</th>"))
  }

  @Test func noBlockBeginsInACell() {
    let html = page("| # a | - b |\n|---|---|\n| > c | 1. d |\n| [x]: y | ``` |\n")
    #expect(html.contains("<th># a</th>\n<th>- b</th>"))
    #expect(html.contains("<td>&gt; c</td>\n<td>1. d</td>"))
    #expect(html.contains("<td>[x]: y</td>\n<td>```</td>"))
  }

  @Test func textBeforeAHeaderAndARuleAfterTheRows() {
    #expect(
      page("*See*\nbelow\n| a |\n|---|\n| 1 |\n---\nmore\n") == """
        <p><em>See</em>
        below</p>
        <table>
        <thead>
        <tr>
        <th>a</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>1</td>
        </tr>
        </tbody>
        </table>
        <hr />
        <p>more</p>

        """)
  }

  @Test(arguments: [
    ("\\~~~a~~", "~<del>a</del>"),
    ("~~a\\~b~~", "<del>a~b</del>"),
    ("~~a *b* `c`~~", "<del>a <em>b</em> <code>c</code></del>"),
    ("`\\~` ~~x~~ \\~", "<code>\\~</code> <del>x</del> ~"),
    ("a ~5 to ~6", "a ~5 to ~6"),
    ("~~~x~~~", "~~~x~~~"),
    ("*~~a~~* ~b~", "<em><del>a</del></em> <del>b</del>"),
  ])
  func strikethrough(markdown: String, html: String) {
    #expect(page("x " + markdown + "\n") == "<p>x \(html)</p>\n")
  }

  @Test func admonitions() {
    #expect(
      page("::::danger[Do <not>]{.x}\nHold.\n:::tip Try\n- a\n:::\nEnd.\n::::\nAfter.\n") == """
        <div class="admonition admonition-danger">
        <p class="admonition-title">Do &lt;not&gt;</p>
        <p>Hold.</p>
        <div class="admonition admonition-tip">
        <p class="admonition-title">Try</p>
        <ul>
        <li>a</li>
        </ul>
        </div>
        <p>End.</p>
        </div>
        <p>After.</p>

        """)
  }

  @Test func anAdmonitionWithoutEndRunsToTheEndOfItsContainer() {
    let html = page("- x\n\n  :::note\n  in\n\nout[^1]\n\n:::info\nrest\n\n[^1]: foot\n")
    #expect(html.contains("<p>in</p>\n</div>\n</li>\n</ul>\n<p>out"))
    #expect(html.contains("<p>rest</p>\n</div>\n<section class=\"footnotes\">"))
  }

  @Test(arguments: [
    "::: note\nx\n:::", "```\n:::note\nx\n:::\n```", "    :::note\n    x", "a:::note",
  ])
  func textThatOnlyLooksLikeOne(markdown: String) {
    #expect(!page(markdown).contains("admonition"))
  }

  @Test func alerts() {
    #expect(
      page("> [!WARNING]\n> Mind *it*.\n\n> [!OTHER]\n> x\n") == """
        <div class="admonition admonition-warning">
        <p class="admonition-title">Warning</p>
        <p>Mind <em>it</em>.</p>
        </div>
        <blockquote>
        <p>[!OTHER]
        x</p>
        </blockquote>

        """)
  }

  @Test func footnotesCountByFirstUseAndKeepTheirBlocks() {
    let html = page("A[^b] B[^a] C[^b]\n\n[^a]: one\n[^b]: two\n\n    ```\n    x\n    ```\n\nEnd\n")
    #expect(
      html.contains("C<sup class=\"footnote-ref\"><a href=\"#fn1\" id=\"fnref1-2\">1</a></sup>"))
    #expect(html.contains("<p>End</p>\n<section"))
    #expect(
      html.contains("<li id=\"fn1\">\n<p>two</p>\n<pre><code>x\n</code></pre>\n<a href=\"#fnref1\"")
    )
    #expect(html.contains("<li id=\"fn2\">\n<p>one <a href=\"#fnref2\""))
  }

  @Test(arguments: [
    ("<b onclick=\"x()\" title='t'>y</b>", "<b title=\"t\">y</b>"),
    ("<a href=\"java&#115;cript:x\">y</a>", "<a>y</a>"),
    ("<a href=' javascript:x'>y</a>", "<a>y</a>"),
    ("<img src=x.png onerror=a>", "<img src=\"x.png\">"),
    ("<img src=\"data:text/html,x\" alt=y>", "y"),
    ("*<b>*</b>", "<em>&lt;b&gt;</em>&lt;/b&gt;"),
    ("<b><i>x</b></i>", "<b>&lt;i&gt;x</b>&lt;/i&gt;"),
    ("a<br>b<br/>c<hr>", "a<br>b<br />c&lt;hr&gt;"),
    ("<img src=''>", "&lt;img src=''&gt;"),
    ("<![CDATA[<b>y</b>]]>", "&lt;![CDATA[&lt;b&gt;y&lt;/b&gt;]]&gt;"),
    ("[<a href=x>y</a>](z)", "<a href=\"z\">&lt;a href=x&gt;y&lt;/a&gt;</a>"),
    ("<tt>a</tt> <strike>b</strike>", "<code>a</code> <s>b</s>"),
    ("<span align=Right valign=top width=9>y</span>", "<span class=\"right\">y</span>"),
    ("<span align=top>y</span>", "<span>y</span>"),
    ("<img src=x.png width=9 height=9>", "<img src=\"x.png\" width=\"9\" height=\"9\">"),
  ])
  func rawHTML(markdown: String, html: String) {
    #expect(page("x " + markdown + "\n") == "<p>x \(html)</p>\n")
  }

  @Test(arguments: [
    ("<table><tr><td>a</td></tr></table>", "<table><tr><td>a</td></tr></table>"),
    ("<table>\n\n<tr>\n\n</tr>\n\n</table>", "<table>\n<tr>\n</tr>\n</table>"),
    // Text between the rows would leave the table.
    ("<table>a<tr></tr></table>", "<p>&lt;table&gt;a&lt;tr&gt;&lt;/tr&gt;&lt;/table&gt;</p>"),
    ("<table>\n\na\n\n</table>", "<p>&lt;table&gt;</p>\n<p>a</p>\n<p>&lt;/table&gt;</p>"),
    ("<td>a</td>", "<p>&lt;td&gt;a&lt;/td&gt;</p>"),
    (
      "<table><tr><td>x</td></tr>",
      "<p>&lt;table&gt;&lt;tr&gt;&lt;td&gt;x&lt;/td&gt;&lt;/tr&gt;</p>"
    ),
    (
      "<table><tr><td>a</td></tr>b</table>",
      "<p>&lt;table&gt;&lt;tr&gt;&lt;td&gt;a&lt;/td&gt;&lt;/tr&gt;b&lt;/table&gt;</p>"
    ),
    ("<summary>a</summary>", "<p>&lt;summary&gt;a&lt;/summary&gt;</p>"),
    ("<table><tr><td>a</table>", "<table><tr><td>a</td></tr></table>"),
    ("<table><tr><td>a<b>x</table>", "<table><tr><td>a&lt;b&gt;x</td></tr></table>"),
    ("<ul><li>a<li>b</ul><li>c", "<ul><li>a</li><li>b</li></ul>&lt;li&gt;c"),
    (
      "<div>a & &amp; &b &euro; &notx; &#33;</div>",
      "<div>a &amp; &amp; &amp;b &euro; &amp;notx; &#33;</div>"
    ),
    ("<foo>\n<div>a</div>", "<p>&lt;foo&gt;\n<div>a</div>"),
  ])
  func htmlBlocks(markdown: String, html: String) {
    #expect(page(markdown + "\n") == html + "\n")
  }

  @Test func aClosingOfAnotherContainerIsText() {
    #expect(
      page(":::tip\n- a\n  :::\n").hasSuffix("<ul>\n<li>a\n:::</li>\n</ul>\n</div>\n"))
  }

  @Test func manyStrayClosingsTakeNothingElseAway() {
    let stray = String(repeating: "- a\n  :::\n", count: 12)
    let html = page(":::note\n\(stray)\n:::tip\nx[^1]\n\n[^1]: y\n")
    #expect(html.contains("admonition-note") && html.contains("admonition-tip"))
    #expect(html.contains("class=\"footnotes\""))
  }

  @Test func aQuoteEndsItsBoxes() {
    #expect(page("> :::tip\n> a\n\n:::note\nb\n:::\n").hasSuffix("<p>b</p>\n</div>\n"))
  }

  @Test func openCodeEndsWithItsContainer() {
    let document = MarkdownDocument(
      parsing: SourceFile(path: "", text: "- ```\n  a\nb\n\n> ~~~\n> c\n> ~~~\n"))
    let code = document.blocks.filter { if case .code = $0.kind { true } else { false } }
    #expect(code.map(\.lines) == [1..<3, 5..<8])
  }

  @Test func aBoxBelowOpenCodeInAListIsABox() {
    #expect(page("- ```\n  a\n:::note\nb\n:::\n").contains("admonition-note"))
  }

  @Test func aFenceAtTheMarginClosesNoCodeInAList() {
    let document = MarkdownDocument(
      parsing: SourceFile(path: "", text: "- ```\n  a\n```\nb\n```\n"))
    let code = document.blocks.filter { if case .code = $0.kind { true } else { false } }
    #expect(code.map(\.lines) == [1..<3, 3..<6])
  }

  @Test func anEscapedReferenceIsText() {
    #expect(
      page("a \\[^1] `\\[^1]` [^1]\n\n[^1]: note\n").hasPrefix(
        "<p>a [^1] <code>\\[^1]</code> <sup class=\"footnote-ref\">"))
  }

  @Test func aTitleLosesItsFootnotes() {
    let document = MarkdownDocument(
      parsing: SourceFile(path: "", text: "# T[^1] x\n\na[^1]\n\n[^1]: note\n"))
    #expect(document.blocks[0].text == "T x")
    #expect(String(decoding: document.html(omitting: 1), as: UTF8.self).contains("fnref1"))
  }

  @Test func scriptsAreText() {
    #expect(
      page("<script>\nalert('</b>')\n</script>\n")
        == "<p>&lt;script&gt;\nalert('&lt;/b&gt;')\n&lt;/script&gt;</p>\n")
  }
}
