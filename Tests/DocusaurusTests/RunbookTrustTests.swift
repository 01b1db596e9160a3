import Testing

@testable import Docusaurus

/// How far runbooks can be trusted, as the pages of Docusaurus tell it.
struct RunbookTrustTests {
  private static let files = [
    "incidents/2026-01-10-x.md": """
    ---
    title: Disk [full]
    date: 2026-01-10
    ---
    # X

    See [disk](../runbooks/alerts/Disk.md).
    """,
    "runbooks/alerts/Disk.md": """
    ---
    last_verified: 2025-12-01
    owner: "@ops"
    ---
    # Disk

    1. Look
    """,
    "runbooks/old.md": """
    ---
    last_verified: 2025-01-01
    review_in: 30 days
    ---
    # Old

    1. Look
    """,
    "runbooks/new.md": "# New\n\n1. Look\n",
  ]

  @Test(arguments: [
    (
      "alerts/Disk",
      "**State:** <span class=\"state state--done\">verified</span>. "
        + "Verified on 2025-12-01, which counts until 2026-05-30, by the default of 180 days. "
        + "Last used on 2026-01-10: [Disk \\[full\\]](/blog/2026/01/10/x).\n"
    ),
    (
      "old",
      "**State:** <span class=\"state state--open\">due for a check</span>. "
        + "Verified on 2025-01-01, which counted until 2025-01-31. No incident in this archive used it.\n"
    ),
    (
      "new",
      "**State:** <span class=\"state state--open\">never verified</span>. "
        + "Nobody has written down that it was tried. No incident in this archive used it.\n"
    ),
  ])
  func aRunbookSaysWhy(name: String, line: String) async throws {
    let page = try #require(try await SampleSite(Self.files).text("docs/runbooks/\(name).md"))
    #expect(page.contains(line), "\(page)")
    #expect(!page.contains("Last verified"))
  }

  @Test func theListBeginsWithTheLongestUntried() async throws {
    let site = try await SampleSite(Self.files)
    let page = try #require(try site.text("docs/learning/runbooks.md"))
    #expect(page.contains("2 of 3 runbooks should be looked at."))
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| [") }
    #expect(
      rows == [
        "| [New](/docs/runbooks/new) | <span class=\"state state--open\">never verified</span> | never | – | never | – |",
        "| [Old](/docs/runbooks/old) | <span class=\"state state--open\">due for a check</span> | 2025-01-01 | 2025-01-31 | never | – |",
        "| [Disk](/docs/runbooks/alerts/Disk) | <span class=\"state state--done\">verified</span> | 2025-12-01 | 2026-05-30 | [2026-01-10](/blog/2026/01/10/x) | @ops |",
      ])
    #expect(
      try site.text("docs/learning/index.md")?.contains(
        "- [Runbooks to look at](/docs/learning/runbooks)\n") == true)
    #expect(
      try site.text("docs/runbooks/index.md")?.contains(
        "[2 should be looked at.](/docs/learning/runbooks)") == true)
  }

  @Test func theListOfRunbooksMarksThoseThatAreDue() async throws {
    let page = try #require(try await SampleSite(Self.files).text("docs/runbooks/index.md"))
    #expect(
      page.contains(
        "| [Old](/docs/runbooks/old) <span class=\"state state--open\">due for a check</span> |"))
    #expect(!page.contains("never verified"))
  }

  @Test func alertsAndTheirRunbooks() async throws {
    let rules = """
      groups:
        - name: a
          rules:
            - alert: Disk
              expr: up == 0
              labels:
                severity: page
              annotations:
                runbook_url: /docs/runbooks/alerts/Disk
            - alert: Mail_queue
              expr: up == 0

      """
    let site = try await SampleSite(
      Self.files.merging(["infrastructure/alerts/a.yml": rules]) { $1 })
    let page = try #require(try site.text("docs/learning/runbooks.md"))
    #expect(page.contains("## Alerts and their runbooks\n\n1 of 2 alerts have a runbook.\n"))
    #expect(
      page.contains(
        "| Disk | page | [Disk](/docs/runbooks/alerts/Disk) | <span class=\"state state--done\">linked</span> |"
      ), "\(page)")
    #expect(
      page.contains(
        "| Mail\\_queue | – | – | <span class=\"state state--overdue\">no runbook</span> |"),
      "\(page)")
  }

  @Test func withoutRunbooksThereIsNoList() async throws {
    let site = try await SampleSite(["incidents/2026-01-10-x.md": "# X\n\nText.\n"])
    #expect(!site.paths.contains("docs/learning/runbooks.md"))
    #expect(try site.text("docs/learning/index.md")?.contains("look at") == false)
  }
}
