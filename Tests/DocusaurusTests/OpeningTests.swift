import Testing

@testable import Docusaurus

/// What list pages show of a post: the summary, and never a line of metadata.
struct OpeningTests {
  /// The text before the marker.
  private func excerpt(_ body: String, matter: String = "") async throws -> String {
    let text = "---\ntitle: Relay down\ndate: 2026-01-10\n\(matter)---\n\(body)"
    let site = try await SampleSite(["incidents/2026-01-10-relay.md": text])
    let page = try #require(try site.text("blog/2026-01-10-relay/index.md"))
    let parts = page.split(separator: "\n---\n", maxSplits: 1)
    let shown = parts.last.map(String.init)?.split(separator: "<!-- truncate -->").first
    return shown.map { $0.trimmingPrefix("\n").split(separator: "\n\n").joined(separator: "|") }
      ?? ""
  }

  private static let rest =
    "\n## Summary\n\nMail waited for an hour.\n\n## Root cause\n\nA full disk.\n"
  private static let lead = "Mail waited for an hour."

  @Test(arguments: [
    "**Date:** 2026-01-10\n", "**Incident leader: Ada**\n",
    "Created by: ada\nLast modified: today\n",
    "All times in UTC.\n", "| Severity | P1 |\n|---|---|\n| Status | done |\n",
    "- **Key events**\n  - Detected 10:00\n", "## Metadata\n\n- Owner: ada\n",
    "<strong>Date:</strong> 2026-01-10<br /><strong>Owner:</strong> ada\n",
  ])
  func metadataIsNoExcerpt(_ opening: String) async throws {
    #expect(try await excerpt(opening + Self.rest) == Self.lead)
  }

  @Test(arguments: [
    ("", "## Summary|Mail waited for an hour."),
    (
      "On Monday the relay stopped, and nobody saw it for an hour.\n",
      "On Monday the relay stopped, and nobody saw it for an hour."
    ),
    ("Mail waited for an hour.\n", "Mail waited for an hour."),
    (
      "On Monday at 10:00, when all were away: the relay stopped for an hour.\n",
      "On Monday at 10:00, when all were away: the relay stopped for an hour."
    ),
  ])
  func whatIsToldStays(_ opening: String, _ expected: String) async throws {
    #expect(try await excerpt(opening + Self.rest) == expected)
  }

  @Test func theAuthorsOwnMarkerStays() async throws {
    let own = "**Date:** 2026-01-10\n\n<!-- truncate -->\n"
    #expect(try await excerpt(own + Self.rest) == "**Date:** 2026-01-10")
  }

  /// A label at the top of a list says nothing.
  @Test func aLabelIsNoDescription() async throws {
    let text =
      "---\ntitle: Relay down\nseverity: P1\ndate: 2026-01-10\n---\n- **Key events**\n  - Detected\n"
    let site = try await SampleSite(["incidents/2026-01-10-relay.md": text])
    let page = try #require(try site.text("blog/2026-01-10-relay/index.md"))
    #expect(page.contains("description: \"Incident of severity P1 on 2026-01-10\""), "\(page)")
  }
}

/// Tables of the learning pages.
struct MarkdownTableTests {
  @Test func columnsWithoutValuesAreLeftOut() {
    var table = MarkdownTable(["A", "B", "C"])
    table.add(["1", "", "x"])
    table.add(["2", "", ""])
    #expect(table.output == "| A | C |\n| --- | --- |\n| 1 | x |\n| 2 | – |\n")
    #expect(MarkdownTable(["A", "B"]).output == "| A | B |\n| --- | --- |\n")
  }

  @Test func severitiesAreBadgesAndNoColumnIsEmpty() async throws {
    let site = try await SampleSite([
      "incidents/2026-01-10-a.md": "---\ntitle: A\ndate: 2026-01-10\nseverity: P1\n---\nText.\n",
      "incidents/2026-01-11-b.md": "---\ntitle: B\ndate: 2026-01-11\n---\nText.\n",
    ])
    let page = try #require(try site.text("docs/learning/incidents/year-2026.md"))
    #expect(page.contains("| Date | Severity | Incident |\n| --- | --- | --- |\n"), "\(page)")
    #expect(page.contains("| 2026-01-10 | <span class=\"severity severity--p1\">P1</span> | [A]("))
    #expect(page.contains("| 2026-01-11 | – | [B]("))
  }
}
