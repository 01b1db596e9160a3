import Checklist
import Diagnostics
import Files
import Incidents
import Learning
import Pipeline
import TestSupport
import Testing
internal import Vocabulary

/// Suppressions as the whole check applies them. The severity (PM004) is reported at the title.
struct SuppressionTests {
  private func content(_ text: String, name: String = "incidents/pool.md") async throws
    -> CheckedContent
  {
    try await check([name: text, "incidents/.other": ""])
  }

  private func codes(_ text: String) async throws -> [String] {
    let content = try await content(text)
    return content.judgement.findings.filter { $0.code == "PM004" || $0.code.hasPrefix("BS07") }
      .map { finding in
        "\(finding.code):\(finding.range.map { "\($0.lowerBound.line)" } ?? "-")"
      }
  }

  @Test(arguments: [
    "<!-- build-site allow PM004: the vendor's scale -->\n# Pool\n",
    "<!-- build-site allow pm004 : no scale -->\n\n\n# Pool\n",
    "<!--build-site allow PM004: no scale-->\n<!-- a remark -->\n# Pool\n"
      .replacing("<!-- a remark -->\n", with: ""),
    "# Pool <!-- build-site allow PM004: no scale -->\n",
    "<!-- build-site allow PM004:\n  no scale -->\n# Pool\n",
    "<!-- build-site allow PM004: a -->\r\n<!-- build-site allow PM001: b -->\r\n# Pool\r\n",
    "<!-- build-site allow PM004, PM001: both unknown -->\n# Pool\n",
    "---\nallow:\n  - PM004: no scale\n---\n# Pool\n",
    "---\nallow:\n  - \"PM004: no scale\"\n---\n# Pool\n",
    "---\nallow: { PM004: no scale }\n---\n# Pool\n",
  ])
  func allowWithAReason(text: String) async throws {
    #expect(try await codes(text) == [])
    #expect(try await content(text).judgement.suppressed.contains { $0.code == "PM004" })
  }

  @Test(arguments: [
    ("<!-- build-site allow PM004 -->\n# Pool\n", ["BS070:1", "PM004:2"]),
    ("<!-- build-site allow PM004: - -->\n# Pool\n", ["BS070:1", "PM004:2"]),
    ("<!-- build-site alow PM004: a -->\n# Pool\n", ["BS070:1", "PM004:2"]),
    ("---\nallow: [PM004]\n---\n# Pool\n", ["BS070:2", "PM004:4"]),
    ("<!-- build-site allow PM994: a -->\n# Pool\n", ["BS072:1", "PM004:2"]),
    ("# Pool\n\n<!-- build-site allow PM004: a -->\ntext\n", ["PM004:1", "BS071:3"]),
    (
      "<!-- build-site allow PM004: a -->\n# Pool\n\n<!-- build-site allow PM004: b -->\n",
      ["BS071:4"]
    ),
    ("# Pool\n\n```\n<!-- build-site allow PM004: a -->\n```\n", ["PM004:1"]),
    ("# Pool\n\nWrite `<!-- build-site allow PM004: a -->` above.\n", ["PM004:1"]),
    ("# Pool\n\n<!-- build-sites are many -->\n", ["PM004:1"]),
  ])
  func areJudgedThemselves(text: String, expected: [String]) async throws {
    #expect(try await codes(text) == expected)
  }

  @Test func suggestTheRuleThatWasMeant() async throws {
    let content = try await content("<!-- build-site allow PM0O4: a -->\n# Pool\n")
    let finding = try #require(content.judgement.findings.first { $0.code == "BS072" })
    #expect(finding.help?.contains("PM004") == true)
  }

  @Test func coverRunbooksAndLinks() async throws {
    let text =
      "<!-- build-site allow BS050: the page comes next week -->\nSee [it](missing.md).\n"
    let content = try await content("# Restart\n\n\(text)", name: "runbooks/restart.md")
    #expect(
      content.judgement.findings.filter { $0.code == "BS050" || $0.code.hasPrefix("BS07") } == [])
    #expect(content.judgement.suppressed.map(\.code) == ["BS050"])
  }

  /// In a part of the content a link out of it is unknown, so nothing tells that it need not be allowed.
  @Test func areNotUnusedWhereLinksAreUnknown() async throws {
    let text =
      "# Pool\n\n<!-- build-site allow BS050: later -->\nSee [it](../../other/missing.md).\n"
    let source = FileSource.memory(["reviews/pool.md": Array(text.utf8)])
    let content = try await Build(
      content: "content", paths: ["reviews/pool.md"], files: source
    ).checked()
    #expect(!content.judgement.findings.contains { $0.code == "BS071" })
  }

  /// The comment changes nothing of what is read of the line below it.
  @Test func leaveTheNextLineAlone() async throws {
    let lines = ["- 10:05 - Errors", "- 10:06 - More", "- 10:07 - Gone"]
    let comment = "<!-- build-site allow PM020: as told -->\n"
    let plain = "# Pool\n\n## Timeline (UTC)\n\n" + lines.map { "\($0)\n" }.joined()
    let marked = plain.replacing(lines[1], with: comment + lines[1])
    let before = try await content(plain).library.incidents[0]
    let after = try await content(marked).library.incidents[0]
    #expect(after.timeline?.count == 3)
    #expect(after.timeline?.count == before.timeline?.count)
    #expect(
      after.milestones.known.map(\.mark.moment.clock)
        == before.milestones.known.map(\.mark.moment.clock))
  }
}
