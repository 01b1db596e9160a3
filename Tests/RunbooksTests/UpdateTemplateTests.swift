import Runbooks
import Testing

struct UpdateTemplateTests {
  @Test(arguments: [
    ("## Update templates\n\n### Internal update", UpdateTemplate.Kind.internal),
    ("## Templates\n\n### For customers", .external),
    ("## Phase 4\n\n**Template – External update:**", .external),
    ("## Messages\n\n### Status page", .external),
    ("## Templates\n\n### Resolved (external)", .resolved),
    ("## Resolution\n\nThe message that closes an incident:", .resolved),
    ("## Template for the team\n\n### Internal", .internal),
  ])
  func kind(heading: String, kind: UpdateTemplate.Kind) {
    #expect(
      runbook("\(heading)\n\n```text\nWe look at [it].\n```\n").updateTemplates.map(\.kind) == [
        kind
      ])
  }

  @Test(arguments: [
    "## Resolution\n\n```text\n/incident close\n```",
    "## Internal update\n\n```bash\necho [x]\n```",
    "## Internal tools\n\n```\nls\n```",
    "## Templates\n\n```text\nabout nothing in particular\n```",
  ])
  func otherBlocksAreNoTemplates(text: String) {
    #expect(runbook(text).updateTemplates == [])
  }

  @Test func fieldsAreFound() throws {
    let text = """
      ## Internal update template

      ```text
      ⏰ [time] UPDATE
      Impact: [what is hurt]; see [the page](https://status.example.com) and list[].
      Next: [time]
      ```
      """
    let template = try #require(runbook(text).updateTemplates.first)
    #expect(template.fields.map(\.text) == ["time", "what is hurt", "time"])
    #expect(template.fields.map(\.line) == [4, 5, 6])
    #expect(template.line == 4)
    let bytes = Array(template.text.utf8)
    #expect(
      template.fields.map { String(decoding: bytes[$0.offsets], as: UTF8.self) } == [
        "[time]", "[what is hurt]", "[time]",
      ])
  }

  /// Characters as programs for messages count them; the end of the last line is none.
  @Test(arguments: [("", 0), ("a\n", 1), ("⏰ é\nb", 5), ("👩‍🚒", 3), ("\n\n", 1)])
  func length(text: String, length: Int) {
    #expect(UpdateTemplate(kind: .internal, text: text, line: 1).length == length)
  }
}
