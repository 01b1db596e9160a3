import Diagnostics
import Pipeline
import Testing

/// Headings of level 1: the one that only repeats the page's title is left out, all others stay.
struct TitleHeadingTests {
  private static let stated = "---\ntitle: Restart the relay\n---\n"

  @Test(arguments: [
    // Another text than the title.
    ("# Restart the relay on both islands (night shift)\n\nDo it.\n", ["on-both-islands"]),
    ("# Summary\n\nIt hung.\n", ["Summary"]),
    ("Summary\n=======\n\nIt hung.\n", ["Summary"]),
    ("# [Restart the relay](https://example.com/a)\n\nDo it.\n", ["https://example.com/a"]),
    ("# Restart the relay!\n\nDo it.\n", ["Restart the relay!"]),
    // Something comes before it.
    ("Read this first.\n\n# Restart the relay\n\nStop it.\n", ["\n## Restart the relay"]),
    (
      "- [Stop](#stop)\n\n# Restart the relay\n\n## Stop\n", ["\n## Restart the relay", "### Stop"]
    ),
    ("![state](https://example.com/x.svg)\n\n# Restart the relay\n", ["\n## Restart the relay"]),
    ("> Careful.\n\n# Restart the relay\n\nStop it.\n", ["\n## Restart the relay"]),
    ("---\n\n# Restart the relay\n\nStop it.\n", ["\n## Restart the relay"]),
    ("<p>Careful</p>\n\n# Restart the relay\n\nStop it.\n", ["\n## Restart the relay"]),
  ])
  func stays(text: String, expected: [String]) async throws {
    let both = try await BothOutputs(.runbook, Self.stated + text)
    for words in expected {
      let isSlug = words.contains("-") && !words.contains(":")
      if isSlug {
        #expect(both.archive.contains("<h2 id=\"restart-the-relay-\(words)"))
      } else {
        #expect(both.docusaurus.contains(words), "\(both.docusaurus)")
      }
    }
    #expect(both.archive.contains("<h2 id="))
    #expect(!both.archive.contains("<h1 id="))
    #expect(both.docusaurus.contains("\n## "))
  }

  @Test(arguments: [
    "# Restart the relay\n\nStop it.\n", "# Restart  The *relay*\n\nStop it.\n",
    "<!-- who: ada -->\n\n# Restart the relay\n\nStop it.\n",
    "Restart\nthe relay\n===\n\nStop it.\n",
  ])
  func isLeftOut(text: String) async throws {
    let both = try await BothOutputs(.runbook, Self.stated + text)
    #expect(!both.docusaurus.contains("# Restart"))
    #expect(both.archive.contains("<h1 id=\"restart"))
    #expect(both.archive.contains(">Restart the relay</h1>"))
    #expect(!both.archive.contains("<h2 id=\"restart"))
  }

  /// Without a title of its own, a runbook is named by its first heading of level 1.
  @Test func severalStayInTheirPlaces() async throws {
    let both = try await BothOutputs(
      .runbook,
      "Read this first: [verify](#verify).\n\n# Restart\n\nStop it.\n\n# Verify\n\nLook.\n"
    )
    #expect(both.archive.contains("<h1>Restart</h1>"))
    #expect(both.archive.contains("<h2 id=\"restart\">Restart</h2>\n<p>Stop it.</p>"))
    #expect(both.archive.contains("<h2 id=\"verify\">Verify</h2>"))
    #expect(both.archive.contains("<a href=\"#verify\">verify</a>"))
    #expect(both.docusaurus.contains("## Restart\n\nStop it.\n\n## Verify\n"))
    #expect(both.docusaurus.contains("[verify](#verify)"))
    #expect(!both.findings.contains { $0.code == "BS051" })
  }

  /// A link to the heading that became the title leads to the title.
  @Test func linksToTheTitleArrive() async throws {
    let both = try await BothOutputs(.runbook, "# Restart\n\nStop it.\n\n[Top](#restart)\n")
    #expect(both.archive.contains("<h1 id=\"restart\">Restart</h1>"))
    #expect(both.archive.contains("<a href=\"#restart\">Top</a>"))
    #expect(both.docusaurus.contains("[Top](/docs/runbooks/relay)"))
  }

  @Test(arguments: [
    ("# Summary\n\nIt hung.\n\n# Impact\n\nNone.\n", ["## Summary", "## Impact"], "Relay down"),
    ("Of 2026.\n\n# Relay down\n\nIt hung.\n", ["## Relay down"], "Relay down"),
    (
      "# Relay down again\n\nIt hung.\n\n## Impact\n\nNone.\n",
      ["## Relay down again", "### Impact"], "Relay down"
    ),
  ])
  func reviewsKeepTheirs(text: String, headings: [String], title: String) async throws {
    let both = try await BothOutputs(.review, text)
    for heading in headings {
      #expect(both.docusaurus.contains(heading + "\n"))
      let words = heading.drop { $0 == "#" || $0 == " " }
      #expect(both.archive.contains(">\(words)</h"), "\(words)")
    }
    #expect(both.archive.contains("<h1>\(title)</h1>"))
  }

  /// A label in place of a title is a heading of the text.
  @Test func aNumberAboveTheTitleStays() async throws {
    let both = try await BothOutputs(
      .review,
      "---\ndate: 2026-01-10\n---\n# Incident 42\n\n## Title\n\nRelay down\n\n## Impact\n\nNone.\n")
    #expect(both.archive.contains(">Incident 42</h2>"))
    #expect(both.docusaurus.contains("## Incident 42\n"))
  }

  /// The heading of a separate timeline stays unless it says what the page says above it.
  @Test(arguments: [
    ("# Timeline", false), ("# Relay down", false), ("# Timeline: Relay down", false),
    ("# What the night shift saw", true),
  ])
  func timelinesKeepTheirs(heading: String, stays: Bool) async throws {
    let both = try await BothOutputs(
      .review, "# Relay down\n\n## Impact\n\nNone.\n",
      record: "\(heading)\n\n- 10:00 UTC - pager rang\n- 10:05 UTC - restarted\n")
    #expect(!both.docusaurus.contains("# Relay down"))
    let words = String(heading.dropFirst(2))
    #expect(both.docusaurus.contains("### \(words)") == stays)
    #expect(both.archive.contains(">\(words)</h3>") == stays)
  }
}
