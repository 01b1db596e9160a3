import CommonMark
import Diagnostics
import TestSupport
import Testing
import YAML

struct DocumentTests {
  private static let text = """
    ---
    title: Pool ran dry
    ---
    # Pool ran dry

    Orders failed, see [the graph](graph.png) and
    [the
    review](../a/review.md#cause).[^1]

    ## Timeline {#times}

    | Time | What |
    |:-----|-----:|
    | 09:58 | alert, `a\\|b` |
    | ~~10:02~~ | ~~[page](p.md)~~ |

    1. First *step*
       - [x] [done](x.md) and [done](x.md)
       - [ ] ~~dropped~~

       More of it
    2. Second

    > quoted
    > [ref]

    Under
    lined
    ---
    below

    > [!NOTE]
    > Mind it

    :::warning[Careful]

    Inner

    :::

    ```sh title="x"
    make
    ```

    <details>
    <summary>Log</summary>
    </details>

    ---

    Mail ops@example.com or www.example.com

    ![chart `p99`](<a b.png>)

    [ref]: /refs

    [^1]: A note
        goes on.

    """

  @Test func blocks() throws {
    let document = MarkdownDocument(parsing: SourceFile(path: "a.md", text: Self.text))
    #expect(document.diagnostics == [])
    #expect(document.bodyLine == 4)
    #expect(document.frontMatter?["title"]?.text == "Pool ran dry")
    let lines = document.blocks.map { block in
      let place = "\(block.lines.lowerBound)-\(block.lines.upperBound - 1)"
      let marks = [
        block.anchor.map { "#\($0)" }, block.isOrdered ? "numbered" : nil,
        block.isStruck ? "struck" : nil,
        block.cells.isEmpty
          ? nil : block.cells.map { $0.isStruck ? "-\($0.text)-" : $0.text }.description,
      ].compactMap { $0 }
      let indent = String(repeating: "  ", count: block.depth)
      let head = "\(indent)\(block.kind) \(place) \(block.text.debugDescription)"
      return ([head] + marks).joined(separator: " ")
        + block.links.map { "\n\(indent)  -> \(dump($0))" }.joined()
    }
    try expectGolden(lines.joined(separator: "\n") + "\n", "blocks.txt")
    #expect(document.links() == document.blocks.flatMap(\.links))
  }

  private func dump(_ link: Link) -> String {
    let (start, end) = (link.range.lowerBound, link.range.upperBound)
    return "\(link.isImage ? "image " : "")\(link.destination) \(link.text.debugDescription) "
      + "\(start.line):\(start.column)-\(end.line):\(end.column)"
  }

  @Test func page() throws {
    let document = MarkdownDocument(parsing: SourceFile(path: "a.md", text: Self.text))
    try expectGolden(String(decoding: document.html(), as: UTF8.self), "page.html")
  }

  @Test func linksAreRewrittenEverywhere() {
    let text =
      "[a](a.md) ![b](b.png)\n\n| c |\n|---|\n| [d](d.md) |\n\nx[^1] https://e.com\n\n[^1]: [f](f.md)\n"
    var document = MarkdownDocument(parsing: SourceFile(path: "a.md", text: text))
    document.changeLinks {
      $0.destination.hasSuffix(".md") ? .replace("/\($0.destination)") : .keep
    }
    #expect(
      document.links().map(\.destination)
        == ["/a.md", "b.png", "/d.md", "https://e.com", "/f.md"])
  }

  @Test func partsOfAPage() {
    let text = "# T\n\nlead\n\n## A\n\n| x |\n|---|\n\n###### Z\n"
    let document = MarkdownDocument(parsing: SourceFile(path: "a.md", text: text))
    func html(_ lines: LineRange?, shift: Int = 0, omitting: Int? = nil) -> String {
      let bytes = document.html(of: lines, headingShift: shift, omitting: omitting)
      return String(decoding: bytes, as: UTF8.self)
    }
    #expect(html(1..<4) == "<h1 id=\"t\">T</h1>\n<p>lead</p>\n")
    #expect(html(5..<6, shift: 1) == "<h3 id=\"a\">A</h3>\n")
    #expect(html(7..<8).hasPrefix("<table>"))
    #expect(html(10..<11, shift: 3) == "<h6 id=\"z\">Z</h6>\n")
    #expect(html(nil, omitting: 1).hasPrefix("<p>lead</p>\n<h2 id=\"a\">"))
    #expect(html(20..<30) == "")
  }

  @Test(
    arguments: [
      ("⟦a⟧\n", "a", nil),
      ("see [a](⟦b.md⟧ \"t\") b.md\n", "a", "b.md"),
      ("b.md [a](\n⟦b.md⟧)\n", "a", "b.md"),
      ("> > x\n> lazy [a](<⟦b c⟧>)\n", "a", "b c"),
      ("a [⟦the ref⟧][r]\n\n[r]: /x\n", "the ref", "/x"),
      ("x\n  ⟦www.a.io⟧.\n", "www.a.io", "http://www.a.io"),
      ("[u]: /u\nx [a](⟦/v⟧)\n", "a", "/v"),
      ("![[](⟦/v⟧)\n", "[", "/v"),
    ] as [(String, String, String?)])
  func linkPlaces(marked: String, text: String, destination: String?) {
    let marked = MarkedText(marked)
    let document = MarkdownDocument(parsing: SourceFile(path: "", text: marked.text))
    let links = document.links()
    #expect(links.map(\.destination) == (destination.map { [$0] } ?? []))
    if destination != nil { #expect(links.map(\.range) == marked.ranges) }
  }
}
