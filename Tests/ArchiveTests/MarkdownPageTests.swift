import Foundation
import Testing

/// The Markdown beside the page of an incident or a runbook.
@Suite struct MarkdownPageTests {
  private func markdown(_ text: String) async throws -> String {
    let archive = try await SampleArchive([
      "incidents/2026-01-10-one.md":
        "---\ndate: 2026-01-10\nservices: [mail]\n---\n# One\n\n\(text)\n",
      "runbooks/disk.md": "# Disk\n\n## Clean up\n\nLook.\n",
    ])
    return try archive.text("incidents/2026-01-10-one/index.md")
  }

  private static let disk = "../../runbooks/disk/index.html"

  @Test(arguments: [
    ("See [d](../runbooks/disk.md#clean-up).", "See [d](\(disk)#clean-up)."),
    ("See <a href=\"../runbooks/disk.md\">d</a>.", "See <a href=\"\(disk)\">d</a>."),
    ("| a |\n|---|\n| [d](../runbooks/disk.md) |", "| a |\n|---|\n| [d](\(disk)) |"),
    ("> - [d](../runbooks/disk.md)", "> - [d](\(disk))"),
    ("[w](https://example.com/a.md)", "[w](https://example.com/a.md)"),
    ("[d][x]\n\n[x]: ../runbooks/disk.md", "[d][x]\n\n[x]: \(disk)"),
    ("[d][x]\n\n[x]: <../runbooks/disk.md> \"t\"", "[d][x]\n\n[x]: \(disk) \"t\""),
    ("See [d](../runbooks/gone.md).", "See [d]()."),
    ("`[d](../runbooks/disk.md)`", "`[d](../runbooks/disk.md)`"),
  ])
  func linksLeadToPages(text: String, expected: String) async throws {
    #expect(try await markdown(text).contains(expected))
  }

  @Test(arguments: [
    "a <!-- aside --> b", "<!-- aside -->", "> a\n> <!-- aside\n> aside -->",
    "- a\n\n  <!-- aside -->\n",
    "[//]: # (aside)", "[d](../runbooks/aside.md)", "[d][x]\n\n[x]: ../runbooks/aside.md",
    "x [d](../runbooks/aside\\.md) y", "<a href=\"../runbooks/aside.md\">d</a>",
    "![](aside.png)",
    "| a |\n|---|\n| <!-- aside --> |", "# T <!-- aside -->", "<div><!-- aside --></div>",
  ])
  func commentsAndDeadAddressesStayWithTheAuthor(text: String) async throws {
    let markdown = try await markdown("Before.\n\n\(text)\n\nAfter.")
    #expect(!markdown.contains("aside"))
    #expect(markdown.contains("Before.") && markdown.contains("After."))
  }

  @Test func itBeginsWithTheTitleAndTheFacts() async throws {
    let markdown = try await markdown("Text.")
    #expect(markdown.hasPrefix("# One\n\n2026-01-10, Mail relay\n\n"))
    #expect(markdown.components(separatedBy: "# One").count == 2)
    #expect(!markdown.contains("services:"))
  }
}
