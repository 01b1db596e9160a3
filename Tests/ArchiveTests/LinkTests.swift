import Foundation
import Testing

/// Where links lead in the archive, whichever way they are written.
struct LinkTests {
  private func archive(_ text: String) async throws -> SampleArchive {
    try await SampleArchive([
      "incidents/2026-01-10-one.md":
        "---\ndate: 2026-01-10\n---\n# One\n\nText.\n\n## More\n\n\(text)\n",
      "incidents/p.png": "png", "incidents/my graph.png": "png", "img/x.png": "png",
      "notes/a&b.txt": "text",
      "runbooks/disk.md": "# Disk\n\n## Clean up\n\n<a id=\"spot\"></a>Look.\n",
    ])
  }

  private static let disk = "../../runbooks/disk/index.html"

  @Test(arguments: [
    (
      "<img src=\"p.png\" alt=\"graph\">",
      "<img src=\"../../files/incidents/p.png\" alt=\"graph\">"
    ),
    ("a <IMG SRC='my graph.png'>", "<img src=\"../../files/incidents/my%20graph.png\">"),
    ("![g](/img/x.png)", "<img src=\"../../files/img/x.png\" alt=\"g\" />"),
    ("<div><img src=/img/x.png></div>", "<div><img src=\"../../files/img/x.png\"></div>"),
    ("<a href=\"../runbooks/disk.md#spot\">d</a>", "<a href=\"\(disk)#spot\">d</a>"),
    ("a <a href=../notes/a&amp;b.txt>n</a>", "<a href=\"../../files/notes/a&amp;b.txt\">n</a>"),
    ("[r](/runbooks/disk.md)", "<a href=\"\(disk)\">r</a>"),
    ("[r][x]\n\n[x]: /runbooks/disk.md#clean-up", "<a href=\"\(disk)#clean-up\">r</a>"),
    ("> > <a\n> > href='/runbooks/disk.md'>d</a>", "<a href=\"\(disk)\">d</a>"),
    (
      "| a |\n|---|\n| <a href=\"../runbooks/disk.md\">b</a> |",
      "<td><a href=\"\(disk)\">b</a></td>"
    ),
    ("[s](#spot) <a name=\"spot\">d</a>", "<a href=\"#spot\">s</a> <a id=\"spot\">d</a>"),
    ("<h4 id=\"a% b\">Four</h4>", "<h4>Four</h4>"),
    ("[w](https://example.com/a#b#c#d)", "<a href=\"https://example.com/a#b%23c%23d\">w</a>"),
    (
      "https://example.com/#a#b",
      "<a href=\"https://example.com/#a%23b\">https://example.com/#a#b</a>"
    ),
    ("<a href=\"https://example.com/#a#b\">w</a>", "<a href=\"https://example.com/#a%23b\">w</a>"),
  ])
  func leads(text: String, expected: String) async throws {
    let archive = try await archive(text)
    let page = try archive.text("incidents/2026-01-10-one/index.html")
    #expect(page.contains(expected))
    #expect(try LinkedPages(of: archive).problems == [])
  }

  /// A link that leads nowhere is text, in the story as in a decision tree.
  @Test(arguments: [
    ("See [the plan](gone.md).", "See the plan."),
    ("![the graph](gone.png) x", "<p>the graph x</p>"),
    ("[out](../../../x.md)", "<p>out</p>"), ("[here](#nowhere)", "<p>here</p>"),
    ("[**b** c](gone.md)", "<p><strong>b</strong> c</p>"),
    ("[![g](gone.png)](gone.md)", "<p>g</p>"),
    ("[d](../runbooks/disk.md#nowhere)", "<a href=\"\(disk)\">d</a>"),
    ("<a href=\"gone.md\">d</a>", "<p><a>d</a></p>"),
    ("a <img src=\"gone.png\" alt=\"the graph\">", "<p>a the graph</p>"),
    ("<div><img src=\"gone.png\" alt=\"g\"> b</div>", "<div>g b</div>"),
    ("<a href=\"gone.md\"><img src=\"gone.png\" alt=\"g\"></a>", "<a>g</a>"),
    ("[r][x]\n\n[x]: gone.md", "<p>r</p>"),
    (
      "[ok](#more) [web](https://example.com)",
      "<a href=\"#more\">ok</a> <a href=\"https://example.com\">web</a>"
    ),
  ])
  func leadsNowhere(text: String, expected: String) async throws {
    let page = try await archive(text).text("incidents/2026-01-10-one/index.html")
    #expect(page.contains(expected))
    #expect(!page.contains("gone"))
    #expect(!page.contains("nowhere"))
  }

  @Test func anAnswerOfATreeLeadsNowhere() async throws {
    let archive = try await SampleArchive([
      "runbooks/tree.md": """
      # Tree

      ## Decision tree

      ```
      Is it down?
      ├─ YES → [Restart it](gone.md)
      └─ NO → Wait
      ```
      """
    ])
    for path in archive.paths where path.hasPrefix("decide/") {
      #expect(try !archive.text(path).contains("gone.md\""))
    }
  }

  @Test func aRunbookKnowsWhoLinksToIt() async throws {
    let page = try await archive("<a href='../runbooks/disk.md'>d</a>").text(
      "runbooks/disk/index.html")
    #expect(page.contains("incidents/2026-01-10-one/index.html"))
  }
}
