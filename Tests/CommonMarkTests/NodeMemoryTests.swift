import CommonMark
import Diagnostics
import Testing

/// The nodes of a document are in chunks of memory that only this document uses.
struct NodeMemoryTests {
  private static func html(_ text: String) -> String {
    let document = MarkdownDocument(parsing: SourceFile(path: "x.md", text: text))
    return String(decoding: document.html(), as: UTF8.self)
  }

  /// A chunk has 32 KB.
  @Test func aTextMayBeLongerThanAChunk() {
    let text = String(repeating: "word ", count: 30_000) + "end"
    #expect(
      Self.html("\(text)\n\n- `\(text)`\n\n```\n\(text)\n```\n") == """
        <p>\(text)</p>
        <ul>
        <li><code>\(text)</code></li>
        </ul>
        <pre><code>\(text)
        </code></pre>

        """)
  }

  /// Cells are parsed as a document of their own, which is gone when the page is written.
  @Test func aCellOutlivesTheDocumentThatItWasParsedIn() {
    let rows = (0..<2_000).map { "| *a\($0)* | [b\($0)](c\($0).md) |" }
    let page = Self.html("| a | b |\n|---|---|\n" + rows.joined(separator: "\n") + "\n")
    for row in [0, 999, 1_999] {
      #expect(
        page.contains("<td><em>a\(row)</em></td>\n<td><a href=\"c\(row).md\">b\(row)</a></td>"))
    }
  }

  /// What changes a document later does not come from its chunks.
  @Test func aDocumentIsChangedAfterItWasParsed() {
    var document = MarkdownDocument(
      parsing: SourceFile(path: "x.md", text: "[a](b.md) and [c](d.md)\n\n# [e](f.md)\n"))
    let address = String(repeating: "long/", count: 20_000)
    document.changeLinks { $0.destination == "d.md" ? .unlink : .replace(address) }
    _ = Self.html("[a](b.md) and [c](d.md)\n")
    #expect(
      String(decoding: document.html(), as: UTF8.self) == """
        <p><a href="\(address)">a</a> and c</p>
        <h1 id="e"><a href="\(address)">e</a></h1>

        """)
  }

  /// Tasks take turns on the threads, and each thread has entered one memory at a time.
  @Test func documentsAreReadSideBySide() async {
    func page(_ number: Int) -> String {
      (0..<50).map { "## Part \(number)-\($0)\n\n| a | [b](c.md) |\n|---|---|\n| ~~d~~ | `e` |\n" }
        .joined(separator: "\n")
    }
    let pages = (0..<32).map { page($0) }
    let expected = pages.map { Self.html($0) }
    let found = await withTaskGroup(of: (Int, String).self) { group in
      for (number, page) in pages.enumerated() { group.addTask { (number, Self.html(page)) } }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    #expect(pages.indices.allSatisfy { found[$0] == expected[$0] })
  }
}
