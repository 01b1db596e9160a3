import Foundation
import Publishing
import Testing

/// Where links lead on the site, whichever way they are written.
struct LinkTests {
  private func site(_ text: String, _ name: String = "one.md") async throws -> SampleSite {
    try await SampleSite([
      "incidents/\(name)": "---\ndate: 2026-01-10\n---\n# One\n\nText.\n\n## More\n\n\(text)\n",
      "incidents/p.png": "png", "incidents/my graph.png": "png", "img/x.png": "png",
      "notes/a&b.txt": "text",
      "runbooks/disk.md": "# Disk\n\n## Clean up\n\n<a id=\"spot\"></a>Look.\n",
    ])
  }

  /// The section of a post below its heading, without what is added at its end.
  private func section(_ site: SampleSite, _ path: String) throws -> String {
    let page = try #require(try site.text(path))
    let section = try #require(page.components(separatedBy: "\n## More\n").last)
    return section.components(separatedBy: "\n\n## ")[0].trimmingCharacters(in: .newlines)
  }

  private static let disk = "/docs/runbooks/disk"
  private static let notes = "pathname:///evidence/blog/2026-01-10-one/a-b.txt"

  @Test(arguments: [
    ("<img src=\"p.png\" alt=\"graph\">", "![graph](./p.png)"),
    ("a <IMG SRC=p.png ALT='a &lt; b'>", "a ![a \u{2039} b](./p.png)"),
    (
      "a <img src='my%20graph.png'> <img src=\"my graph.png\">",
      "a ![](./my-graph.png) ![](./my-graph.png)"
    ),
    ("![g](/img/x.png) <img src=/img/x.png alt=h>", "![g](./x.png) ![h](./x.png)"),
    ("<a href=\"../runbooks/disk.md\">disk</a>", "<a href=\"\(disk)\">disk</a>"),
    (
      "a <A HREF='../runbooks/disk.md#clean-up'>disk</A>", "a <a href=\"\(disk)#clean-up\">disk</a>"
    ),
    ("a <a href=../notes/a&amp;b.txt>notes</a>", "a <a href=\"\(notes)\">notes</a>"),
    ("<p>a <a href='/runbooks/disk.md'>disk</a></p>", "<p>a <a href=\"\(disk)\">disk</a></p>"),
    ("[r](/runbooks/disk.md) [n](/notes/a&b.txt)", "[r](\(disk)) [n](\(notes))"),
    ("[r][x]\n\n[x]: /runbooks/disk.md", "[r](\(disk))"),
    (
      "<a href=\"../runbooks/disk.md\"><img src=\"p.png\" alt=\"g\"></a>",
      "<a href=\"\(disk)\">![g](./p.png)</a>"
    ),
    ("[<img src=\"p.png\" alt=\"g\">](../runbooks/disk.md)", "[![g](./p.png)](\(disk))"),
    ("> a <a\n> href=\"../runbooks/disk.md\">b</a>", "> a <a href=\"\(disk)\">b</a>"),
    ("- a <a href=\"../runbooks/disk.md\">b</a>", "- a <a href=\"\(disk)\">b</a>"),
    (
      "| a |\n|---|\n| <a href=\"../runbooks/disk.md\">b</a> |",
      "| a |\n|---|\n| <a href=\"\(disk)\">b</a> |"
    ),
    ("a <a href='nowhere.md'>b</a> <img src='q.png' alt=c>", "a <a>b</a> <span></span>c"),
    (
      "a <a href=#more>b</a> [c](#spot) <a name=spot>d</a>",
      "a <a href=\"#more\">b</a> [c](#spot) <a id=\"spot\">d</a>"
    ),
    ("[a](/blog) [b](/nowhere) ![c](/nowhere.png)", "[a](/blog) b c"),
  ])
  func leads(text: String, expected: String) async throws {
    #expect(try section(await site(text), "blog/2026-01-10-one/index.md") == expected)
  }

  /// Docusaurus knows the ids of links and headings only, and a page of MDX needs its own element for those.
  @Test(arguments: [
    (
      "<h4 id=\"four\">Four</h4>", "<h4 id=\"four\">Four</h4>",
      "<h4><Link id=\"four\"></Link>Four</h4>"
    ),
    ("<h4 id=\"a% b\">Four</h4>", "<h4>Four</h4>", "<h4>Four</h4>"),
    (
      "a <span id=s>b</span>", "a <span><a id=\"s\"></a>b</span>",
      "a <span><Link id=\"s\"></Link>b</span>"
    ),
    ("a <a name=\"s\">b</a>", "a <a id=\"s\">b</a>", "a <Link id=\"s\">b</Link>"),
    ("a [<b id=s>b</b>](#more)", "a [<b id=\"s\">b</b>](#more)", "a [<b id=\"s\">b</b>](#more)"),
    (
      "a <a href=../runbooks/disk.md#spot>b</a>", "a <a href=\"\(disk)#spot\">b</a>",
      "a <Link href=\"\(disk)#spot\">b</Link>"
    ),
    (
      "<div><img src=p.png></div>", "<span></span><div>![](./p.png)</div>",
      "<div>![](./p.png)</div>"
    ),
    (
      "<p align=\"center\">\n  *a*\n  <img src=\"p.png\" alt=\"b\">\n</p>",
      "<span></span><p align=\"center\"> &#42;a&#42; ![b](./p.png) </p>",
      "<p align=\"center\"> &#42;a&#42; ![b](./p.png) </p>"
    ),
    (
      "> <div>\n> > a <img src=p.png>\n> </div>", "> <span></span><div> a ![](./p.png) </div>",
      "> <div> a ![](./p.png) </div>"
    ),
  ])
  func inBothFormats(text: String, markdown: String, mdx: String) async throws {
    #expect(try section(await site(text), "blog/2026-01-10-one/index.md") == markdown)
    let site = try await site(text, "one.mdx")
    #expect(try section(site, "blog/2026-01-10-one/index.mdx") == mdx)
    let page = try #require(try site.text("blog/2026-01-10-one/index.mdx"))
    #expect(page.contains("\nimport Link from '@docusaurus/Link';\n") == mdx.contains("<Link"))
    let files = try site.files.map {
      Acceptance.File(path: $0.path, bytes: try $0.render(from: site.texts))
    }
    #expect(Acceptance.findings(in: files) == [])
  }

  @Test func anIDOfALogIsOnThePageOfItsIncident() async throws {
    let site = try await SampleSite([
      "incidents/log.md": """
      # Log

      ## 2026-01-10 One

      ### Impact

      <a id="spot"></a>Look. See [two](#there).

      ## 2026-01-11 Two

      ### Impact

      See [one](#spot) and [here](#there). <a id="there"></a>There.

      """
    ])
    let posts = try site.paths.filter { $0.hasPrefix("blog/2026") }.sorted().map { path in
      try #require(try site.text(path))
    }
    try #require(posts.count == 2)
    #expect(posts[0].contains("See [two](/blog/2026/01/11/two#there)."))
    #expect(posts[1].contains("See [one](/blog/2026/01/10/one#spot) and [here]("))
  }

  @Test func filesComeAlong() async throws {
    let paths = try await site(
      "<img src='my graph.png'> <img src=/img/x.png> <a href=../notes/a&amp;b.txt>b</a>"
    ).paths
    for file in ["blog/2026-01-10-one/my-graph.png", "blog/2026-01-10-one/x.png"] {
      #expect(paths.contains(file))
    }
    #expect(paths.contains("static/evidence/blog/2026-01-10-one/a-b.txt"))
  }

  @Test func aRunbookKnowsWhoLinksToIt() async throws {
    let site = try await site("<a href=\"../runbooks/disk.md\">disk</a>")
    let page = try site.text("docs/runbooks/disk.md")
    #expect(try #require(page).contains("[One](/blog/2026/01/10/one)"))
  }
}
