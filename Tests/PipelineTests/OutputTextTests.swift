import Diagnostics
import Foundation
import Pipeline
import Testing

/// What both outputs show of the same text.
struct OutputTextTests {
  /// A text, and what the archive's page and the post have of it.
  struct Shown: CustomTestStringConvertible {
    let text: String
    let archive: [String]
    let docusaurus: [String]

    var testDescription: String { text }

    init(_ text: String, _ archive: [String], _ docusaurus: [String]) {
      (self.text, self.archive, self.docusaurus) = (text, archive, docusaurus)
    }
  }

  private static let html = [
    Shown(
      "<table>\n<caption>C</caption>\n<colgroup>\n<col style=\"width:50%\" />\n<col span=2>\n</colgroup>\n<tr><td>a</td></tr>\n</table>",
      ["<caption>C</caption>", "<colgroup>", "<col />", "<col span=\"2\">", "<td>a</td>"],
      ["<caption>C</caption>", "<colgroup>", "<col />", "<col span=\"2\" />", "<td>a</td>"]),
    Shown(
      "<table>\n<thead>\n<tr><th>a<th>b\n<tbody>\n<tr><td>c<td>d\n<tr><td>e\n</table>",
      ["<th>a</th><th>b", "</th></tr></thead><tbody>", "<td>c</td><td>d", "</td></tr><tr><td>e"],
      ["<th>a</th><th>b", "</th></tr></thead><tbody>", "<td>c</td><td>d", "</td></tr><tr><td>e"]),
    Shown(
      "<dl>\n<dt>a\n<dd>b\n<dt>c</dt>\n<dd>d</dd>\n</dl>",
      ["<dl>", "<dt>a", "</dt><dd>b", "</dd><dt>c"],
      ["<dl>", "<dt>a", "</dt><dd>b", "</dd><dt>c"]),
    Shown(
      "<figure>\n<b>x</b>\n<figcaption>y</figcaption>\n</figure>", ["<figcaption>y</figcaption>"],
      ["<figcaption>y</figcaption>"]),
    Shown(
      "a <var>x</var> <q>y</q> <samp>z</samp> b", ["<var>x</var> <q>y</q>"],
      ["<var>x</var> <q>y</q>"]),
    Shown(
      "<div>\n<center>x</center>\n</div>", ["<div>\n&lt;center&gt;x&lt;/center&gt;\n</div>"],
      ["<div>\n&lt;center>x&lt;/center>\n</div>"]),
    Shown(
      "<ul>\n<li>a\n<li>b\n</ul>", ["<li>a\n</li><li>b\n</li></ul>"],
      ["<li>a\n</li><li>b\n</li></ul>"]),
    Shown(
      "<ol type=\"a\" onclick=\"x\">\n<li value=\"3\">a</li>\n</ol>",
      ["<ol type=\"a\">\n<li value=\"3\">"], ["<ol type=\"a\">\n<li value=\"3\">"]),
  ]

  private static let anchors = [
    Shown(
      "<a id=\"spot\"></a>\n\n[i](#spot)", ["<a id=\"spot\"></a>", "href=\"#spot\">i"],
      ["<a id=\"spot\"></a>", "[i]("]),
    Shown(
      "<a name=\"legacy\">\n\n[i](#legacy)", ["<a id=\"legacy\"></a>", "href=\"#legacy\">i"],
      ["<a id=\"legacy\"></a>", "[i]("]),
    Shown(
      "x <a id=\"in\"/> and [l](#in)", ["<a id=\"in\"></a> and", "href=\"#in\">l"],
      ["<a id=\"in\"></a> and", "[l]("]),
    Shown(
      "x <a name='m'> and <a href=\"#m\">l</a>", ["<a id=\"m\"></a> and <a href=\"#m\">l</a>"],
      ["<a id=\"m\"></a> and <a href="]),
    Shown(
      "## <a name=\"h\"></a>Y\n\n[k](#h)", ["<a id=\"h\"></a>Y", "href=\"#h\">k"],
      ["<a id=\"h\"></a>Y", "[k]("]),
  ]

  private static let addresses = [
    Shown("a [log](file:///etc/x) b", ["<p>a log b</p>"], ["a log b\n"]),
    Shown("a [log](data:text/plain,x) b", ["<p>a log b</p>"], ["a log b\n"]),
    Shown("a ![log](file:x.png) b", ["<p>a log b</p>"], ["a log b\n"]),
    Shown("a ![log](data:image/png;base64,AAAA) b", ["<p>a log b</p>"], ["a log b\n"]),
    Shown(
      "a <img src=\"file:x.png\" alt=\"log\"> b", ["<p>a log b</p>"], ["a <span></span>log b\n"]),
    Shown("a <a href=\"file:x\">log</a> b", ["<p>a <a>log</a> b</p>"], ["a <a>log</a> b\n"]),
    Shown("a <file:///etc/x> b", ["<p>a file:///etc/x b</p>"], ["file:///etc/x b\n"]),
    Shown("a [log][l] b\n\n[l]: file:x", ["<p>a log b</p>"], ["a log b\n"]),
    Shown("a [x](JavaScript:y) b", ["<p>a x b</p>"], ["a x b\n"]),
    Shown("a <a href=\"java&#10;script:y\">x</a> b", ["<a>x</a>"], ["<a>x</a>"]),
    Shown(
      "<a href=\"tel:112\">x</a> [y](tel:112)", ["href=\"tel:112\">x", "href=\"tel:112\">y"],
      ["<a href=\"tel:112\">x</a> [y](tel:112)"]),
    Shown(
      "<a href=\"ftp://a.io/x\">x</a>", ["href=\"ftp://a.io/x\">x"], ["href=\"ftp://a.io/x\">x"]),
    Shown(
      "a <img src=\"https://a.io/x.png\" alt=\"log\"> b",
      ["a <a href=\"https://a.io/x.png\">log</a> b"],
      ["![log](https://a.io/x.png)"]),
    Shown(
      "a ![log](https://a.io/x.png) ![](https://a.io/y.png)",
      [
        "<a href=\"https://a.io/x.png\">log</a> <a href=\"https://a.io/y.png\">image</a>"
      ],
      ["![log](https://a.io/x.png)"]),
    Shown(
      "[![build](https://a.io/x.svg)](https://ci.io)",
      ["<p><a href=\"https://ci.io\">build</a></p>"],
      ["[![build](https://a.io/x.svg)](https://ci.io)"]),
  ]

  private static let differences = [
    Shown(
      "first <!----> second <!-- x --> third", ["first", "second", "third"],
      ["first <!-- --> second <!-- x --> third"]),
    Shown(
      "See [the log][1].\n\n* [1]: https://example.com/log",
      ["<a href=\"https://example.com/log\">the log</a>"], ["[the log](https://example.com/log)"]),
    Shown(
      "See [the log][1].\n\n1. [1]: https://example.com/log",
      ["<a href=\"https://example.com/log\">the log</a>"], ["[the log](https://example.com/log)"]),
    Shown("## pods[0]:ready", [">pods[0]:ready</h2>"], ["## pods[0]\\:ready\n"]),
    Shown("## map[]:bar", [">map[]:bar</h2>"], ["## map[]\\:bar\n"]),
    Shown("## [x]:y", [">[x]:y</h2>"], ["## [x]\\:y\n"]),
    Shown("a [x]:y[z] b", ["<p>a [x]:y[z] b</p>"], ["a [x]\\:y[z] b\n"]),
    Shown(
      "x\n\n- | a |\n  |---|\n  | b |\nafter",
      ["<td>b</td>\n</tr>\n</tbody>\n</table>\n</li>\n</ul>\n<p>after</p>"], ["  | b |\nafter\n"]),
    Shown(
      "x\n\n> | a |\n> |---|\n> | b |\nafter", ["</table>\n</blockquote>\n<p>after</p>"],
      ["> | b |\nafter\n"]),
    Shown(
      "x\n\n> - | a |\n>   |---|\n> after", ["</ul>\n<p>after</p>\n</blockquote>"], ["> after\n"]),
    Shown("first\n[]()\nsecond", ["first", "second"], ["first\n<span></span>\nsecond\n"]),
    Shown("```\n```\n\nx", ["<p>x</p>"], ["```\n```\n\nx\n\n<!-- truncate -->"]),
  ]

  @Test(arguments: html + anchors + addresses + differences)
  func agrees(shown: Shown) async throws {
    let both = try await BothOutputs(.review, shown.text + "\n")
    for part in shown.archive {
      #expect(both.archive.contains(part), "\(part) in \(Self.body(both.archive))")
    }
    for part in shown.docusaurus {
      #expect(both.docusaurus.contains(part), "\(part) in \(both.docusaurus)")
    }
    #expect(!both.findings.contains { $0.code == "BS051" })
  }

  private static func body(_ page: String) -> Substring {
    page[(page.range(of: "<div class=\"story\">")?.lowerBound ?? page.startIndex)...]
  }

  /// What a person copies from a post is what the author wrote, without anything invisible in it.
  @Test(arguments: [
    "x:warning: and https://crt.sh/?q=* or root:x:0", "see www.a.io/*x* and a@b.io~c~",
    "**€5** or *“x”*",
    "| a:x:b | **€5** |\n|---|---|\n| https://a.io:x: | c |", "## a:x:\n\n## {#a b}\n\n## a {#:d}",
    "[https://b.io:x](gone.md):z:", "**[b](gone.md)**c", "http<!--t-->://e.io", "{/* truncate */}",
    "![https://a.io :x:](https://a.io/x.png)", "***a** b* `c`",
    "<div>\n<img src=gone.png> a:x:b\n</div>",
  ])
  func nothingInvisibleIsCopied(text: String) async throws {
    for ending in ["md", "mdx"] {
      let both = try await BothOutputs(.review, text + "\n", ending: ending)
      for mark in ["\u{2060}", "&#8288;", "&NoBreak;", "\u{200B}"] {
        #expect(!both.docusaurus.contains(mark), "\(both.docusaurus)")
      }
    }
  }

  /// A heading of emoji or punctuation alone has an id, and so has a second one.
  @Test func headingsWithoutLettersHaveIDs() async throws {
    let both = try await BothOutputs(
      .review, "## 🔥\n\na\n\n## 🔥\n\nb\n\n## !!!\n\n[one](#section) [two](#section-1)\n")
    for id in ["section", "section-1", "section-2"] {
      #expect(both.archive.contains("<h2 id=\"\(id)\">"))
      #expect(both.docusaurus.contains(" \\{#\(id)}\n"))
    }
    #expect(!both.findings.contains { $0.code == "BS051" })
  }

  /// The headings of the parts that have a place of their own are those of the author.
  @Test func ownHeadingsStay() async throws {
    let both = try await BothOutputs(
      .review,
      """
      ## In short

      It hung.

      ## What happened that we did not anticipate?

      Nothing.

      ## Timeline of `relay` (UTC)

      - 10:00 - down
      - 10:05 - up

      ## Immediate Actions (Completed)

      - [x] Restart it @ada
      """)
    for heading in [
      "What happened that we did not anticipate?", "Timeline of <code>relay</code> (UTC)",
      "Immediate Actions (Completed)",
    ] {
      #expect(both.archive.contains(">\(heading)</h2>"), "\(heading)")
    }
    #expect(!both.archive.contains("What to learn"))
  }

  /// Entries of a timeline keep what is more than text.
  @Test(arguments: [
    (
      "- **10:00** - pager [rang](https://a.io) for `x`\n- 10:05 - up",
      ["<div class=\"said\">pager <a href=\"https://a.io\">rang</a> for <code>x</code></div>"]
    ),
    (
      "- 10:00 - down\n  - a\n  - `b`\n- 10:05 - up",
      ["down<div class=\"more\"><ul>\n<li>a</li>\n<li><code>b</code>"]
    ),
    (
      "- 10:00 - down\n\n  ```\n  trace\n  ```\n- 10:05 - up",
      ["down<div class=\"more\"><pre><code>trace"]
    ),
    (
      "- 10:00 - `x` down\n\nWe *saw* it.\n\n- 10:05 - up\n",
      ["<code>x</code> down<div class=\"more\"><p>We <em>saw</em> it.</p>"]
    ),
    ("10:00 - `a` down\n10:05 - *b* up\n", ["<code>a</code> down</div>", "<em>b</em> up</div>"]),
    (
      "10:00 - down\n\n```\ntrace\n```\n\n10:05 - up\n",
      ["down<div class=\"more\"><pre><code>trace", "up</div>"]
    ),
    (
      "### 10:00 - down\n\nSee [it](https://a.io).\n\n### 10:05 - up\n\nFine.\n",
      ["<div class=\"more\"><p>See <a href=\"https://a.io\">it</a>."]
    ),
    (
      "| Time | What |\n|---|---|\n| 10:00 | `a` [b](https://a.io) |\n| 10:05 | up |",
      ["<code>a</code> <a href=\"https://a.io\">b</a></div>"]
    ),
    (
      "| Time | Who | What |\n|---|---|---|\n| 10:00 | Ada | `a` |\n| 10:05 | Bo | up |",
      ["Ada · <code>a</code></div>", "Bo · up</div>"]
    ),
  ])
  func entriesKeepTheirMarkup(text: String, parts: [String]) async throws {
    let both = try await BothOutputs(.review, "## Timeline\n\n\(text)\n")
    let end = both.archive.range(of: "<details class=\"again\">")?.lowerBound
    let entries = both.archive[..<(end ?? both.archive.endIndex)]
    for part in parts { #expect(entries.contains(part), "\(entries)") }
  }
}
