import Foundation
import Publishing
import TestSupport
import Testing

struct BlogPostTests {
  private static let documents = [
    "incidents/incident-2026-02-03-001/review.md": """
    ---
    title: "Mail held back: <5 min> became an hour"
    severity: P1
    services: [mail]
    tags: [queues, Mail]
    authors: [rosa, Li Wei, rosa]
    keywords: [queue, 2026]
    reviewed: 2026-02-04 10:00 UTC
    ---

    # Mail held back

    ## Summary

    Mail waited for an hour; see the [cause](#root-cause) in tenant {tenant} at log:line[42].

    ## Impact

    900 messages were late, and <service-name> root:x:0 was slow.

    ## Root cause

    The disk was full.[^1] ![Depth of the "queue"][graph]

    [graph]: queue%20depth.svg
    [^1]: `452 4.3.1`

    ## Timeline of the review

    Used [the runbook](../../runbooks/alerts/MailQueueGrows.md#mitigation); [older](../2025-06-30-old-key.md),
    [gone](../gone.md) and [the log](log.txt).
    """,
    "incidents/incident-2026-02-03-001/timeline.md": """
    # Record

    All times in UTC.

    08:00 - Disk full
    08:20 - First report
    wrapped to a second line
    08:50 - Mitigation applied: spool moved
    09:10 - RESOLVED

    ## Impact

    Measured later.
    """,
    "incidents/incident-2026-02-03-001/queue depth.svg":
      "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    "incidents/incident-2026-02-03-001/log.txt": "full",
    "incidents/2025-06-30-old-key.md": "---\ntitle: Old key\nseverity: P3\n---\n\nA key was old.\n",
    "incidents/undated.md": "# No day is known\n\nText.\n",
    "runbooks/alerts/MailQueueGrows.md":
      "# MailQueueGrows\n\n## Meaning\n\nx\n\n## Mitigation\n\nMove the spool.\n",
  ]

  private let site: SampleSite

  init() async throws { site = try await SampleSite(Self.documents) }

  @Test func aReviewWithItsTimelineIsOnePost() throws {
    let post = try #require(
      try site.text("blog/2026-02-03-mail-held-back-5-min-became-an-hour/index.md"))
    try expectGolden(post, "post.md")
  }

  /// Blanks at the end of a line stay before the backslash, which would be a mark to read after it.
  @Test(arguments: [
    ("a", "a\\"), ("a ", "a \\"), ("a\t", "a\t\\"), ("a  ", "a  "), ("a \t", "a \t\\"),
    ("a\\", "a\\"), ("- [ ] ", "- [ ] \\"),
  ])
  func everyTimeBeginsALine(_ line: String, _ expected: String) async throws {
    let site = try await SampleSite([
      "incidents/2026-02-03-pool.md":
        "# Pool\n\n## Timeline\n\n10:00 - start\n\n10:04 \(line)\n10:05 - b\n"
    ])
    let path = try #require(site.paths.first { $0.hasPrefix("blog/2026-02-03-pool") })
    #expect(try #require(try site.text(path)).contains("\n10:04 \(expected)\n10:05 - b\n"))
  }

  @Test func picturesLieBesideThePostAndEvidenceApart() {
    let folder = "blog/2026-02-03-mail-held-back-5-min-became-an-hour"
    #expect(
      site.paths.filter { $0.contains(folder) } == [
        "\(folder)/index.md", "\(folder)/queue-depth.svg", "static/evidence/\(folder)/log.txt",
      ])
  }

  @Test func aReviewWithoutADayIsNoPost() throws {
    #expect(
      site.paths.filter { $0.hasPrefix("blog/") && $0.hasSuffix("/index.md") }.count == 2)
    let list = try #require(try site.text("docs/learning/incidents/year-undated.md"))
    #expect(list.contains("pathname:///archive/incidents/undated/index.html"))
  }

  @Test func authorsAndTagsHaveEntries() throws {
    #expect(
      try site.text("blog/authors.yml") == """
        "rosa":
          name: "rosa"
        "li-wei":
          name: "Li Wei"

        """)
    let tags = try #require(try site.text("blog/tags.yml"))
    #expect(
      tags.split(separator: "\n").filter { !$0.hasPrefix(" ") } == [
        "\"p1\":", "\"p3\":", "\"mail\":", "\"queues\":",
      ])
  }

  @Test func aRunbookTellsWhereItWasUsed() throws {
    let doc = try #require(try site.text("docs/runbooks/alerts/MailQueueGrows.md"))
    #expect(doc.contains("slug: \"/runbooks/alerts/MailQueueGrows\""))
    #expect(doc.contains("## Incidents where this runbook was used\n\n- ["))
    #expect(doc.contains("(/blog/2026/02/03/mail-held-back-5-min-became-an-hour)"))
    #expect(!doc.contains("# MailQueueGrows\n"))
  }

  @Test func everyPageIsPinnedToMarkdown() throws {
    for file in site.files where file.path.hasSuffix(".md") {
      let text = String(decoding: try file.render(from: site.texts), as: UTF8.self)
      #expect(text.hasPrefix("---\ntitle: \""), "\(file.path)")
      #expect(text.contains("\nmdx: {\"format\": \"md\"}\n---\n"), "\(file.path)")
    }
  }

  @Test(arguments: [
    ("Opening.\n\n## A\n\nb", "Opening.\n\n<!-- truncate -->\n\n## A\n\nb"),
    ("Opening.\n\n<!-- truncate -->\n\nMore", "Opening.\n\n<!-- truncate -->\n\nMore"),
    ("## Summary\n\na\n\nb\n\n## C\n\nd", "## Summary\n\na\n\nb\n\n<!-- truncate -->\n\n## C\n\nd"),
    ("## C\n\n- a\n- b\n\nd", "## C\n\n- a\n- b\n\n<!-- truncate -->\n\nd"),
    ("a\n\n```\n<!-- truncate -->\n```", "a\n\n<!-- truncate -->\n\n```\n<!-- truncate -->\n```"),
    ("only", "only\n\n<!-- truncate -->\n\n"),
    (
      "- a\n\n  <!-- truncate -->\n\nb", "- a\n\n  <!-- -->\n\n<!-- truncate -->\n\nb"
    ),
    ("a\n\nb[^1]\n\n## C\n\n[^1]: d", "a\n\n<!-- truncate -->\n\nb[^1]\n\n## C\n\n[^1]: d"),
  ])
  func oneMarkerAtTheTopLevel(_ body: String, _ expected: String) async throws {
    let site = try await SampleSite(["incidents/2026-01-02-x.md": body])
    let post = try #require(try site.text("blog/2026-01-02-x/index.md"))
    let end = try #require(post.range(of: "\n---\n\n"))
    let checklist = try #require(post.range(of: "\n## After the incident\n"))
    let written = post[end.upperBound..<checklist.lowerBound]
    #expect(written == expected || written == expected + "\n")
  }

  @Test func theNinePointsEndThePost() async throws {
    let site = try await SampleSite([
      "incidents/2026-01-02-x.md": "## After the incident\n\nWe slept."
    ])
    let post = try #require(try site.text("blog/2026-01-02-x/index.md"))
    let heading =
      "\n## After the incident \\{#checklist-after-the-incident}\n\n| Point | State | Why |\n"
    let section = try #require(post.range(of: heading))
    let rows = post[section.upperBound...].split(separator: "\n").filter { $0.hasPrefix("| ") }
      .dropFirst()
    #expect(rows.count == 9)
    #expect(
      rows.first == "| Incident marked as resolved | Not recorded | no entry gives the time |")
  }
}
