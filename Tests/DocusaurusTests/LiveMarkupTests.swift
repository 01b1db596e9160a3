import CommonMark
import Diagnostics
import Testing

@testable import Docusaurus

/// The archive decides which raw HTML stays HTML; the posts must agree with it.
struct LiveMarkupTests {
  private static let names = """
    abbr b blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h1 h2 h6
    hr i ins kbd li mark ol p pre q s samp small span strike strong sub time tt var wbr bdo
    ruby rt center font sub summary sup table tbody td tfoot th thead tr u ul
    button form iframe input script service-name string style svg video
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  private func archive(_ text: String) -> String {
    let document = MarkdownDocument(parsing: SourceFile(path: "review.md", text: text))
    return String(decoding: document.html(), as: UTF8.self)
  }

  private func post(_ text: String) -> String {
    let file = SourceFile(path: "review.md", text: text)
    return String(decoding: StandaloneBody.markdown(of: file), as: UTF8.self)
  }

  @Test(arguments: names)
  func agreesWithTheArchive(_ name: String) {
    let isVoid = SafeHTML.voidElements.contains(name)
    let inline = isVoid ? "a <\(name)> b\n" : "a <\(name)>x</\(name)> b\n"
    #expect(
      post(inline).contains("\\<\(name)") == archive(inline).contains("&lt;\(name)"), "\(inline)")
    let block = isVoid ? "<\(name)>\n" : "<\(name)>\nx\n</\(name)>\n"
    #expect(
      post(block).contains("\\<\(name)") == archive(block).contains("&lt;\(name)"), "\(block)")
  }

  @Test(arguments: [
    (
      "<details><summary>More</summary>\n\n*x*\n\n</details>\n",
      "<details><summary>More</summary>\n\n*x*\n\n</details>\n"
    ),
    ("<div style=\"color:red\" align=\"center\">x</div>\n", "<div align=\"center\">x</div>\n"),
    ("<div><foo>x</foo></div>\n", "<div>&lt;foo>x&lt;/foo></div>\n"),
    ("> <foo>\n> *x*\n> </foo>\n", "> \\<foo>\n> \\*x\\*\n> \\</foo>\n"),
    ("a <a href=\"x.md\">b</a>\n", "a <a>b</a>\n"),
    ("a <a href=\"https://a.example\">b</a>\n", "a <a href=\"https://a.example\">b</a>\n"),
    (
      "a <img src=\"https://a.example/x.png\" alt=\"y\"> b\n", "a ![y](https://a.example/x.png) b\n"
    ),
  ])
  func keepsWhatIsHarmless(_ text: String, _ expected: String) { #expect(post(text) == expected) }

  /// A carriage return is all that some files end in.
  @Test(arguments: [
    "<div>\n</div>\n</foo>", "<details><summary>More</summary>\n</details>\n</foo>",
    "<div><foo>x</foo></div>", "> <div>\n> a</foo>\n> </div></b>", "- <p>a</p>\n  </foo>",
    "<!-- a -->",
    "<foo>", "a <foo>", "a <b>c</b> </foo>", "# <b>a</b> </foo>", "|a|\n|-|\n|<foo>|", "`<foo>`",
    "[^1]: <p></p></foo>", "<img src=\"https://a.example/x.png\">\n</foo>", "    <foo>",
    "```\n<foo>",
  ])
  func aReturnEndsTheLastLine(_ text: String) {
    func lines(_ text: String) -> [Substring] { text.split(whereSeparator: \.isNewline) }
    for before in ["", "\r\n", "\n\n"] {
      for output in [post, archive] {
        #expect(lines(output(before + text + "\r")) == lines(output(before + text + "\n")))
      }
    }
  }
}
