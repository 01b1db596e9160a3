import Diagnostics
import Incidents
import Testing
internal import Vocabulary

/// Titles and days from wherever a review has them.
struct NameTests {
  @Test(arguments: [
    ("---\ntitle: Pool full\n---\n# Other\n", "a.md", "Pool full"),
    ("+++\ntitle = \"Pool full\"\n+++\n", "a.md", "Pool full"),
    ("# Pool full\n\n## Impact\n", "a.md", "Pool full"),
    ("Pool full\n=========\n\n## Impact\n", "a.md", "Pool full"),
    ("## Pool full\n\n### Impact\n\n### Timeline\n", "a.md", "Pool full"),
    ("# Title:\n### Pool full\n\n# Impact\n", "a.md", "Pool full"),
    ("**Title:** Pool full\n\n## Impact\n\n## Timeline\n", "a.md", "Pool full"),
    ("# Summary\n\nx\n\n# Timeline\n", "2026-01-10-pool-full.md", "Pool full"),
    ("text\n", "x/2026-01-10_pool_full.html.md.erb", "Pool full"),
    ("text\n", "x/2026-01-10-pool-full/index.md", "Pool full"),
    ("text\n", "x/pool-full.markdown", "Pool full"),
    ("# Incident 42\n\n## Title\n\nPool full\n\n## Impact\n", "a.md", "Pool full"),
  ])
  func findsTheTitle(text: String, path: String, title: String) {
    #expect(read(text, path: path).incident.title == title)
  }

  @Test(
    arguments: [
      ("---\ndate: 2026-01-10\nseverity: P1\n---\n# 2026-03-03\n", "a.md", "2026-01-10"),
      ("---\ndate:\n  created: 2026-01-10\n---\n# Down\n", "a.md", "2026-01-10"),
      ("# Down\n\n**Date:** January 10th, 2026\n", "2026-02-02-down.md", "2026-01-10"),
      ("# Down\n\n| Incident date | 10 Jan 2026 |\n| --- | --- |\n", "a.md", "2026-01-10"),
      ("# 2026-01-10: Down\n", "2026-02-02-down.md", "2026-01-10"),
      ("# Down\n", "20260110-down.md", "2026-01-10"),
      ("# Down\n", "posts/2026/01/10/down.md", "2026-01-10"),
      ("# Down\n", "posts/2026-01-10-down/index.md", "2026-01-10"),
      ("# Down\n\n## Summary\n\nOn January 10, 2026 the pool was full.\n", "a.md", "2026-01-10"),
      ("# Down\n\n## Summary\n\nThe pool was full.\n", "a.md", nil),
      ("# Down\n\n- **Start time (UTC)**: 2026-01-10 09:00\n", "a.md", "2026-01-10"),
      (
        "# Down\n\n| Opened | 2026-01-11 |\n|--|--|\n| Started | 2026-01-10 |\n", "a.md",
        "2026-01-10"
      ),
      ("# Report\n\n## Pool full - January 10, 2026\n\n### Impact\n\nx\n", "a.md", "2026-01-10"),
      ("# Down\n\n## Date of incident\n\n> 2026-01-10 - 2026-01-12\n", "a.md", "2026-01-10"),
      ("# Down\n\nBetween May 4, 4 PM UTC and May 6, 2026 it was.\n", "a.md", "2026-05-04"),
      ("# Down\n\nOn 23rd and 24th May, 2026 it was.\n", "2026-05-27-down.md", "2026-05-23"),
      (
        "# Down\n\n## Timeline\n\n4 May 2026\n\n- 10:05 - one\n- 10:09 - two\n",
        "2026-05-27-down.md", "2026-05-04"
      ),
      (
        "# Parado\n\n**Data/Hora:** 10/01/2026 14:32\n\n## Resumo\n\nx\n\n## Causa raiz\n\ny\n",
        "a.md", "2026-01-10"
      ),
      ("# Down\n\n**Date:** 10/01/2026\n\n## Summary\n\nx\n", "a.md", nil),
      (
        "# Down\n\n## Timeline\n\n- 2026-01-10 10:05 - one\n- 2026-01-11 10:05 - two\n",
        "2026-03-01-down.md", "2026-01-10"
      ),
      // A page that is published later tells of the cause as well.
      (
        "# Down\n\nOn May 1, 2026 a limit was set.\n\n## Timeline\n\n- 2026-05-04 10:05 - one\n",
        "posts/2026-05-27-down.md", "2026-05-04"
      ),
      (
        "# Down\n\nOn May 4, 2026 it was down.\n\n## Timeline\n\n- 2026-05-01 10:05 - a limit\n"
          + "- 2026-05-04 10:05 - down\n",
        "posts/2026-05-27-down.md", "2026-05-04"
      ),
    ] as [(String, String, String?)])
  func findsTheDay(text: String, path: String, day: String?) {
    #expect(read(text, path: path).incident.day?.description == day)
  }

  @Test(arguments: [
    "---\nparams:\n  severity: P1\n---\n# Down\n", "+++\n[extra]\nseverity = \"P1\"\n+++\n# Down\n",
  ])
  func aTableOfAGeneratorMayHoldTheSeverity(text: String) {
    #expect(read(text).incident.severity == .p1)
  }

  @Test(arguments: [
    "layout: post", "weight: 3", "linkTitle: x", "categories: [ops]", "hide: [toc]",
  ])
  func keysOfOtherGeneratorsAreNoMistakes(line: String) {
    #expect(read("---\n\(line)\n---\n# Down\n").diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("{{< figure src=\"a.png\" >}}", 1), ("{% include note.html %} and {% raw %}", 1),
    ("<%= partial 'x' %>", 1), ("a {{ page.title }} b\n\nand {{ page.date }}", 1),
    ("`{{ .Value }}` is code", 0), ("```\n{{< x >}}\n```", 0), ("100 % {fine}", 0),
  ])
  func tagsOfOtherGeneratorsAreReportedOnce(body: String, count: Int) {
    let findings = read("# Down\n\n\(body)\n").diagnostics.filter { $0.code == "BS018" }
    #expect(findings.count == count)
  }
}
