import CommonMark
import Diagnostics
import TestSupport
import Testing

/// What one pass takes out of a page may hold what another pass works on.
struct RemovedBlockTests {
  /// The page, after many others whose memory it may get.
  private func page(_ text: String) -> (html: String, anchors: [String]) {
    let document = MarkdownDocument(parsing: SourceFile(path: "x.md", text: text))
    return (
      String(decoding: document.html(), as: UTF8.self), document.blocks.compactMap(\.anchor)
    )
  }

  /// Blocks of which every kind is looked for once, before the passes.
  private static let blocks = [
    "# Heading", "#", "- # Heading", "> # Heading", "> [!NOTE]\n    > # Heading",
    "- [ ] task\n    - [x] done", "| a | b |\n    |---|---|\n    | # | [^2] |",
    "Heading\n    =======", "text | a\n    -----|---", "<b>x</b>",
    "a ~~struck~~ https://example.com",
    ":::tip\n    # Heading\n    :::", "    code",
  ]

  @Test(arguments: blocks)
  func inADefinitionThatNothingRefersTo(block: String) {
    #expect(page("[^1]: \(block)\n\ntext\n").html == "<p>text</p>\n")
  }

  @Test(arguments: blocks)
  func inASecondDefinition(block: String) {
    let html = page("text[^1]\n\n[^1]: first\n[^1]: \(block)\n").html
    #expect(html.contains("<p>first <a href=\"#fnref1\""))
    #expect(!html.contains("fn2"))
  }

  @Test(arguments: blocks)
  func inADefinitionThatOnlyAnotherRefersTo(block: String) {
    let html = page("text\n\n[^1]: see[^2]\n[^2]: \(block)\n\nend\n").html
    #expect(html == "<p>text</p>\n<p>end</p>\n")
  }

  @Test func manyOfThem() {
    let definitions = (0..<500).map { number in
      "[^a\(number)]: \(Self.blocks[number % Self.blocks.count])\n\n"
    }
    let (html, anchors) = page(definitions.joined() + "# Heading\n\ntext\n")
    #expect(html.hasSuffix("</h1>\n<p>text</p>\n"))
    #expect(anchors.count == 1)
  }

  /// Docusaurus counts the headings that it does not show too.
  @Test func anUnshownHeadingHasItsSlug() {
    #expect(page("[^1]: # Heading\n\n# Heading\n").anchors == ["heading-1"])
  }

  @Test func aHeadingThatIsOnlyAnID() {
    #expect(page("[^1]: # {#x}\n\n# {#y}\n").anchors == ["y"])
  }

  @Test func aTableInAQuoteWithATitle() {
    let html = page("> [!NOTE]\n> a | b\n> --|--\n> | # | ~~c~~ |\n").html
    #expect(html.contains("<td>#</td>\n<td><del>c</del></td>"))
  }

  @Test func linksWithinLinksBecomeText() {
    var document = MarkdownDocument(
      parsing: SourceFile(
        path: "x.md", text: "[![a](b.png)](c.md) ~~[d](e.md)~~ [*f*][g]\n\n[g]: h\n"))
    document.changeLinks { $0.isImage ? .keep : .unlink }
    document.changeLinks { .replace($0.destination + "?") }
    #expect(
      String(decoding: document.html(), as: UTF8.self)
        == "<p><img src=\"b.png?\" alt=\"a\" /> <del>d</del> <em>f</em></p>\n")
  }
}
