import Diagnostics
import Foundation
import Pipeline
import TestSupport
import Testing

/// What links lead to, whichever way they are written.
struct LinkTests {
  /// The codes of broken links with the text at their places.
  private func broken(_ text: String, name: String = "review.md") async throws -> [String] {
    try await withTemporaryFolder { folder in
      let files = [
        "incidents/one/\(name)": "# One\n\n\(text)\n", "incidents/one/p.png": "png",
        "incidents/one/my graph.png": "png", "img/x.png": "png", "notes/a&b.txt": "text",
        "runbooks/disk.md": "# Disk\n\n## Clean up\n\n<a id=\"spot\"></a>Look.\n",
      ]
      for (path, text) in files { try folder.write(text, to: path) }
      let judgement = try await Build(content: folder.path()).checked().judgement
      return judgement.findings.filter { ["BS050", "BS051", "BS052"].contains($0.code) }.map {
        finding in
        let marked = finding.excerpt.map { $0.line.dropFirst($0.indent).prefix($0.width) } ?? ""
        return "\(finding.code) \(marked)"
      }
    }
  }

  @Test(
    arguments: [
      "<img src=\"p.png\" alt=\"graph\">", "<IMG SRC=p.png>", "<img src='my graph.png'>",
      "<img src='my%20graph.png'>", "![g](my%20graph.png)", "![g](<my graph.png>)",
      "<a href=\"../../runbooks/disk.md\">disk</a>", "<a href=../../notes/a&amp;b.txt>notes</a>",
      "<a href=\"../../runbooks/disk.md#clean-up\">disk</a>", "![g](/img/x.png)",
      "<img src=\"/img/x.png\">", "[r](/runbooks/disk.md)", "[r](/runbooks/disk.md#clean-up)",
      "<a href='/runbooks/disk.md'>r</a>", "[r][x]\n\n[x]: /runbooks/disk.md",
      "![r][x]\n\n[x]: p.png", "[s](../../runbooks/disk.md#spot)", "[s](/runbooks/disk.md#spot)",
      "[s](#spot)\n\n<a id=\"spot\"></a>", "[s](#legacy)\n\n<a name=\"legacy\"></a>There",
      "[s](#four)\n\n<h4 id=\"four\">Four</h4>", "<a href=\"#four\">s</a>\n\n## Four",
      "<a href=\"https://a.example\">x</a>", "[x](//a.example/y)", "<a href='//a.example/y'>x</a>",
      "[x](/blog/2026/01/10/x)", "[x](/archive/index.html)", "[x](/)", "[x](/docs/runbooks/disk)",
      "&lt;img src=\"nowhere.png\">", "<nope href=\"nowhere.md\">", "<a href=\"nowhere.md\">open",
      "`<img src=\"nowhere.png\">`", "<!-- <img src=\"nowhere.png\"> -->",
      "<img src=\"p.png\" srcset=\"nowhere.png 2x\">",
    ], ["review.md", "review.mdx"])
  func leadsSomewhere(text: String, name: String) async throws {
    #expect(try await broken(text, name: name) == [])
  }

  /// Files of the Docusaurus project are not known, so the help says where the image may be.
  @Test(arguments: ["![x](/img/y.png)", "<img src=\"/img/y.png\">"])
  func aPathFromTheRootHasItsOwnHelp(text: String) async throws {
    try await withTemporaryFolder { folder in
      try folder.write("# One\n\n\(text)\n", to: "incidents/one/review.md")
      let found = try await Build(content: folder.path()).checked().judgement.findings
      #expect(
        found.filter { $0.code == "BS052" }.map(\.help) == [
          "put the image into the content folder, or write its full address, as in 'https://…'"
        ])
    }
  }

  @Test(
    arguments: [
      ("<img src=\"q.png\" alt=\"graph\">", "BS052 q.png"), ("<IMG SRC=q.png>", "BS052 q.png"),
      ("<a href=\"nowhere.md\">x</a>", "BS050 nowhere.md"),
      ("<a href='a&amp;b.md'>x</a>", "BS050 a&amp;b.md"),
      ("- a\n\n  > <a\n  > title=x href=nowhere.md>x</a>", "BS050 nowhere.md"),
      ("<div>\n<p><a href=\"nowhere.md\">x</a></p>\n</div>", "BS050 nowhere.md"),
      ("| a |\n|---|\n| <a href=\"nowhere.md\">x</a> |", "BS050 nowhere.md"),
      ("<a href=\"../../runbooks/disk.md\"><img src=\"q.png\"></a>", "BS052 q.png"),
      ("[x](/nowhere.md)", "BS050 /nowhere.md"), ("![x](/img/y.png)", "BS052 /img/y.png"),
      ("<img src=\"/img/y.png\">", "BS052 /img/y.png"), ("[x](/../y.md)", "BS050 /../y.md"),
      ("[x](/disk.md)", "BS050 /disk.md"), ("[r][x]\n\n[x]: /nowhere.md", "BS050 r"),
      ("<a href=\"#nowhere\">x</a>", "BS051 #nowhere"),
      ("<a href=\"/runbooks/disk.md#nowhere\">x</a>", "BS051 /runbooks/disk.md#nowhere"),
      ("[x](#a%25%20b)\n\n<h4 id=\"a% b\">y</h4>", "BS051 #a%25%20b"),
      ("[x](#b)\n\n&lt;a id=\"b\">", "BS051 #b"),
    ], ["review.md", "review.mdx"])
  func leadsNowhere(link: (text: String, finding: String), name: String) async throws {
    #expect(try await broken(link.text, name: name) == [link.finding])
  }
}
