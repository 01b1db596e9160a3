import CommonMark
import Diagnostics
import TestSupport
import Testing

/// The addresses of raw HTML that stays HTML are links, and each is known where it is written.
struct HTMLLinkTests {
  @Test(arguments: [
    ("<img src=\"⟦p.png⟧\" alt=\"graph\">", ["p.png"]),
    ("a <img alt=x src='⟦p.png⟧'/> b", ["p.png"]),
    ("a <IMG SRC=⟦p.png⟧ ALT=g>", ["p.png"]),
    ("<a href=\"⟦../../runbooks/disk.md⟧\">disk</a>", ["../../runbooks/disk.md"]),
    ("<a href=\"⟦a&amp;b.md⟧\">x</a> <a href=⟦c&#46;md⟧>y</a>", ["a&b.md", "c.md"]),
    ("<a href=\"⟦my file.md⟧\">x</a>", ["my file.md"]),
    ("<a href=\" ⟦x.md⟧ \">x</a> <img src='\n⟦y.png⟧ '>", ["x.md", "y.png"]),
    ("[a](⟦b.md⟧) <a href=\"⟦b.md⟧\">b.md</a> [a](⟦b.md⟧)", ["b.md", "b.md", "b.md"]),
    ("<a href=\"⟦x.md⟧\"><img src=\"⟦y.png⟧\"></a>", ["x.md", "y.png"]),
    ("- one\n- two\n  <a\n  href=\"⟦x.md⟧\"\n  title=y>z</a>\n", ["x.md"]),
    ("> > <a\n> > href='⟦x.md⟧'>y</a>\n> > <img src=⟦z.png⟧>\n", ["x.md", "z.png"]),
    ("> - text\n>   over <a\n>   title='a\n>   b' href='⟦x.md⟧'>y</a>\n", ["x.md"]),
    ("<div>\n\t<p><img\n  src=\"⟦x.png⟧\"></p>\n</div>\n", ["x.png"]),
    ("> <div>\n> <a href='⟦x.md⟧'>y</a>\n> </div>\n", ["x.md"]),
    ("-\t<div>\n\t<a href='⟦x.md⟧'>y</a>\n\t</div>\n", ["x.md"]),
    (
      "| a | b |\n|---|---|\n| <a href=\"⟦x.md⟧\">y</a> `<a>` | <img src='⟦a\\|b.png⟧'> |\n",
      ["x.md", "a|b.png"]
    ),
    ("`<img src=\"p.png\">` <img src=\"⟦p.png⟧\">", ["p.png"]),
    ("\\<img src=\"p.png\"> <img src=\"⟦p.png⟧\">", ["p.png"]),
    ("## A <a href=\"⟦x.md⟧\">b</a>\n", ["x.md"]),
    ("A\nand <a href=\"⟦x.md⟧\">b</a>\n===\n", ["x.md"]),
    ("x[^1]\n\n[^1]: <a href=\"⟦x.md⟧\">b</a>\n", ["x.md"]),
    (":::note\n<a href=\"⟦x.md⟧\">b</a>\n:::\n", ["x.md"]),
    ("*a <a href=\"⟦x.md⟧\">b</a>* ~~<img src=\"⟦y.png⟧\">~~", ["x.md", "y.png"]),
    ("\u{0} <a href=\"⟦x.md⟧\">b</a>", ["x.md"]),
    ("<p>\u{0}\n\u{0}\u{0}<a href=\"⟦x.md⟧\">\u{0}</a></p>", ["x.md"]),
    ("a\r\nb <a\r\nhref=\"⟦x.md⟧\">b</a>\r\n", ["x.md"]),
    ("---\ntitle: x\n---\n\n<a href=\"⟦x.md⟧\">b</a>\n", ["x.md"]),
    ("a \\~ ~~b~~ <a href=\"⟦x.md⟧\">b</a>\n", ["x.md"]),
  ])
  func isALink(marked: String, destinations: [String]) {
    let source = MarkedText(marked)
    let file = SourceFile(path: "a.md", text: source.text)
    let links = MarkdownDocument(parsing: file).links()
    #expect(links.map(\.destination) == destinations)
    #expect(links.map(\.range) == source.ranges)
    #expect(
      MarkdownDocument(parsing: file).blocks.flatMap(\.links).map(\.range) == source.ranges)
  }

  @Test(arguments: [
    "<a href=\"javascript:x\">y</a>", "<a href=\"java&#10;script:x\">y</a>",
    "<a href=\"&#106;avascript&colon;x\">y</a>", "<a href=\"x.md\">",
    "<script src=\"x.js\"></script>",
    "<!-- <a href=\"x.md\">y</a> -->", "`<a href=\"x.md\">y</a>`", "<a href=\"\">y</a>", "<a>y</a>",
    "<a href=\" \">y</a>",
    "<a data-href=\"x.md\">y</a>", "<video src=\"x.mp4\"></video>", "<img srcset=\"x.png 2x\">",
    "![a <img src=x.png> b](https://a.example/y.png)", "<b href=\"x.md\">y</b>",
  ])
  func isNotALink(markdown: String) {
    let document = MarkdownDocument(parsing: SourceFile(path: "a.md", text: markdown))
    #expect(document.links().filter { $0.form == .html }.isEmpty)
  }

  @Test(arguments: [
    ("<a href=x>the <b>big</b> one</a>", "the big one"), ("<img src=x alt='a &amp; b'>", "a & b"),
    ("<div><a href=x>\n one </a></div>", "one"), ("| <a href=x>y</a> | z |\n|---|---|\n", "y"),
  ])
  func text(markdown: String, text: String) {
    let document = MarkdownDocument(parsing: SourceFile(path: "a.md", text: markdown))
    #expect(document.links().map(\.text) == [text])
  }

  /// A NUL is three bytes in cmark's text, and other bytes stay what they are.
  @Test func placesStayInTheFile() {
    for bytes: [UInt8] in [[0xFF], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0], [0xC3, 0x28]] {
      for (before, title, after) in [("a ", [], ""), ("<p>", bytes, "</p>")] {
        let tag = Array("<a title=\"".utf8) + title + Array("\" href=\"x.md\">b</a>".utf8)
        let file = SourceFile(
          path: "a.md", bytes: Array(before.utf8) + bytes + tag + bytes + Array(after.utf8))
        let links = MarkdownDocument(parsing: file).links()
        #expect(links.map(\.destination) == ["x.md"], "\(bytes) \(before)")
        for link in links {
          let start = link.range.lowerBound.column - 1
          #expect(file.bytes[start..<start + 4].elementsEqual("x.md".utf8), "\(bytes)")
        }
      }
    }
  }

  @Test(arguments: [
    ("<a href='x.md' title=t>y</a>", "<p><a href=\"n&amp;&quot;.md\" title=\"t\">y</a></p>"),
    ("<p><IMG SRC=x.md></p>", "<p><img src=\"n&amp;&quot;.md\"></p>"),
    (
      "[a](x.md)<img src=x.md />",
      "<p><a href=\"n&amp;%22.md\">a</a><img src=\"n&amp;&quot;.md\" /></p>"
    ),
  ])
  func leadsElsewhere(markdown: String, html: String) {
    var document = MarkdownDocument(parsing: SourceFile(path: "a.md", text: markdown))
    document.changeLinks { _ in .replace("n&\".md") }
    #expect(String(decoding: document.html(), as: UTF8.self) == html + "\n")
  }

  @Test func isUnlinked() {
    var document = MarkdownDocument(
      parsing: SourceFile(
        path: "a.md", text: "<a href=\"#x\">y</a> [z](#x) <img src=\"#x\" alt=\"w\">"))
    document.changeLinks { $0.destination == "#x" ? .unlink : .keep }
    #expect(
      String(decoding: document.html(), as: UTF8.self)
        == "<p><a>y</a> z w</p>\n")
  }
}
