import Diagnostics
import Files
import Pipeline
import Runbooks
import Testing

/// Where the outcomes of decision trees lead, and what is said of those that lead nowhere.
struct DecisionLeadTests {
  /// What an outcome leads to: the lines of `decide` below it.
  private func lead(
    of outcome: String, frontMatter: String = "", more: String = ""
  ) async throws -> [String] {
    let trees = try await KnownTrees(of: build(outcome, frontMatter, more))
    let entry = try #require(trees.entries.first)
    var path = DecisionPath(in: entry.tree)
    let isAnswered = path.answer("yes", in: entry.tree)
    #expect(isAnswered)
    let lines = entry.result(of: path, in: trees.library).split(separator: "\n").map(String.init)
    let start = try #require(lines.firstIndex { $0.hasPrefix("- ") })
    return lines[(start + 1)...].map { String($0.dropFirst(2)) }
  }

  private func build(_ outcome: String, _ frontMatter: String, _ more: String) throws -> Build {
    let page = """
      ---
      owner: ada
      \(frontMatter)
      ---
      # Response

      ## Shall we?

      - Is it bad?
        - Yes: \(outcome)
        - No: Continue

      ## External update

      ```text
      We are sorry about [service].
      ```

      ## Contacts

      - `@lead` – the lead

      ## Communication matrix

      | Severity | Chat |
      | --- | --- |
      | P0 | Immediate |
      | P1 | Immediate |
      | P2 | No |

      \(more)
      """
    let back = """
      ---
      aliases: [Take the release back]
      ---
      # Go back

      ```bash
      $ ansible-playbook back.yml -i hosts
      ```
      """
    let files = [
      "content/runbooks/response.md": page, "content/runbooks/roll-back.md": back,
      "content/runbooks/alerts/DiskFull.md": "# DiskFull\n\n## Meaning\n\nIt is full.\n",
    ]
    return try Build(
      content: "content", files: .memory(files.mapValues { Array($0.utf8) }))
  }

  @Test(arguments: [
    "Rollback", "Roll back to be safe", "Go back", "Take the release back, then watch",
    "Follow `roll-back`", "[Do it](roll-back.md)",
  ])
  func aRunbookByNameAliasOrLink(outcome: String) async throws {
    #expect(
      try await lead(of: outcome) == [
        "content/runbooks/roll-back.md (Go back)", "$ ansible-playbook back.yml -i hosts",
      ])
  }

  @Test(arguments: [
    ("DiskFull", "content/runbooks/alerts/DiskFull.md (DiskFull)"),
    ("P0 or P1", "content/runbooks/response.md#communication-matrix (Communication matrix)"),
    ("Tell @lead at once", "content/runbooks/response.md#contacts (Contacts)"),
    ("Send the external update", "content/runbooks/response.md#external-update (External update)"),
    ("[Ask](#contacts)", "content/runbooks/response.md#contacts (Contacts)"),
    ("[Ask](https://ask.example.com)", "https://ask.example.com"),
  ])
  func otherPlaces(outcome: String, place: String) async throws {
    #expect(try await lead(of: outcome) == [place])
  }

  @Test(arguments: [
    "Do not roll back", "Wait", "P0 or nothing", "Back", "Rollbacks are dangerous", "@leader",
  ])
  func nowhere(outcome: String) async throws {
    #expect(try await lead(of: outcome) == [])
    let findings = try await build(outcome, "", "").checked(rules: []).judgement.findings
    let found = findings.filter { $0.code == "PM113" }
    #expect(found.map(\.range?.lowerBound.line) == [10])
    #expect(found.map(\.level) == [.note])
  }

  @Test(arguments: [
    ("leads_to: {Wait: '#contacts'}", "Wait", "content/runbooks/response.md#contacts (Contacts)"),
    (
      "leads_to: {Wait: '#nothing', Wait a bit: '#contacts'}", "Wait a bit longer",
      "content/runbooks/response.md#contacts (Contacts)"
    ),
    (
      "leads_to: {'Rollback': '#contacts'}", "Rollback",
      "content/runbooks/response.md#contacts (Contacts)"
    ),
  ])
  func thePageSaysWhere(frontMatter: String, outcome: String, place: String) async throws {
    #expect(try await lead(of: outcome, frontMatter: frontMatter) == [place])
  }

  @Test(arguments: [
    ("leads_to: {Wait: '#contacts'}", "Wait", []),
    ("leads_to: {Wait: '#contact'}", "Wait", ["BS051"]),
    ("leads_to: {Wait: gone.md}", "Wait", ["BS050"]),
    ("leads_to: {Weit: '#contacts'}", "Wait", ["PM113", "PM114"]),
    ("leads_to: {Wait: }", "Wait", ["PM113", "PM114"]),
    ("leads_to: [Wait]", "Wait", ["PM113", "PM114"]),
    ("leads_to: rollback.md", "Wait", ["PM113", "PM114"]),
    ("leads_to:", "Wait", ["PM113"]),
  ])
  func entriesAreChecked(
    frontMatter: String, outcome: String, codes: [String]
  ) async throws {
    let findings = try await build(outcome, frontMatter, "").checked(rules: []).judgement.findings
    let wanted: Set = ["PM113", "PM114", "BS050", "BS051"]
    #expect(findings.map(\.code).filter(wanted.contains).sorted() == codes)
  }
}
