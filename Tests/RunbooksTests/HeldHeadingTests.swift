import Runbooks
import Testing
internal import Vocabulary

/// A heading in a quote, a box, a list or an element takes nothing away from the section around it.
struct HeldHeadingTests {
  static let containers = [
    "> ## Note\n> Be calm.", "> # Note\n> Be calm.", "> Note\n> ----\n> Be calm.",
    "> [!NOTE]\n> ## Note\n> Be calm.", ":::tip\n\n## Note\n\nBe calm.\n\n:::",
    "- Be calm.\n\n  ## Note\n\n  Breathe.", "- Be\n  - calm.\n\n    ## Note\n\n    Breathe.",
    "<details>\n<summary>Note</summary>\n\n## Note\n\nBe calm.\n\n</details>", "1. ## Note",
  ]

  private func process(_ section: String) -> Runbook {
    runbook(
      "# Response\n\n## Phase 1: Look\n\n## Phase 2: Act\n\n\(section)\n\n## End\n\nEnd.\n")
  }

  @Test(arguments: containers)
  func policyTable(container: String) throws {
    let runbook = process(
      "## Response policy\n\n\(container)\n\n| Rule | Within |\n|---|---|\n| Acknowledge | 7 minutes |"
    )
    let policy = try #require(runbook.policy)
    #expect(policy[.acknowledge].minutes == 7)
    #expect(policy[.acknowledge].source != .standard)
  }

  @Test(arguments: containers)
  func policySentence(container: String) throws {
    let runbook = process("## Internal updates\n\n\(container)\n\nPost an update every 7 minutes.")
    #expect(try #require(runbook.policy)[.internalUpdate].minutes == 7)
  }

  /// A quote that only mentions the policy is not the policy.
  @Test func theSectionIsReadBeforeAQuote() throws {
    let runbook = process(
      "> ## About this policy\n> Ask.\n\n## Response policy\n\n| Rule | Within |\n|---|---|\n"
        + "| Acknowledge | 7 minutes |")
    #expect(try #require(runbook.policy)[.acknowledge].minutes == 7)
  }

  @Test(arguments: containers)
  func matrix(container: String) throws {
    let runbook = runbook(
      "## Communication matrix\n\n\(container)\n\n| Severity | Mail |\n|---|---|\n| P0 | Now |\n")
    let matrix = try #require(runbook.communicationMatrix)
    #expect(matrix.rows.map(\.severity) == [.p0])
  }

  @Test(arguments: containers)
  func phases(container: String) {
    let runbook = runbook(
      "## Phase 1: Look (0–5 minutes)\n\n\(container)\n\nText.\n\n## Phase 2: Act (5–15 minutes)\n")
    #expect(runbook.phases.map(\.window) == [0...5, 5...15])
    #expect(runbook.sections.map(\.level).count == 3)
    #expect(runbook.sections.first?.lines.upperBound == runbook.sections.last?.lines.lowerBound)
  }

  @Test(arguments: containers)
  func checklist(container: String) {
    let runbook = runbook(
      "## Post-incident checklist\n\n\(container)\n\n* Told\n\n## End\n\n* no\n")
    #expect(runbook.postIncidentChecklist.last?.text == "Told")
    #expect(runbook.checklist.map(\.line) == runbook.checklist.map(\.line).sorted())
  }

  @Test(arguments: containers)
  func contactsAndTools(container: String) {
    #expect(
      runbook("## Contacts\n\n\(container)\n\n* @lead: leads\n").contacts.last?.handle == "@lead")
    #expect(
      runbook("## Tools\n\n\(container)\n\n* Logs: here\n").tools.last?.name == "Logs")
  }

  @Test(arguments: containers.dropLast())
  func decisionTree(container: String) {
    let trees = runbook(
      "## Was it a release?\n\n\(container)\n\nReleased? → Yes → Roll back\n→ No → Look\n"
    ).decisionTrees
    #expect(trees.map(\.title) == ["Was it a release?"])
    #expect(trees.first?.questions.first?.answers.count == 2)
  }

  @Test(arguments: containers)
  func updateTemplate(container: String) {
    let text = "## External update template\n\n\(container)\n\n```\nWe look into it.\n```\n"
    #expect(runbook(text).updateTemplates.map(\.kind) == [.external])
  }

  @Test(arguments: containers.dropLast())
  func alertSections(container: String) {
    let runbook = runbook(
      """
      # Slow down

      ## Meaning

      \(container)

      Requests are slow.

      ## Impact

      Users wait.

      ## Diagnosis

      Look at the pool.

      ## Mitigation

      Restart the whole pool.
      """)
    #expect(runbook.kind == .alert)
    #expect(runbook.diagnostics == [])
  }

  @Test(arguments: containers.prefix(5))
  func theTitleIsOutside(container: String) {
    let runbook = runbook("\(container)\n\nIt restarts the pool.\n\n# Restart\n\n## Steps\n")
    #expect(runbook.title == "Restart")
    #expect(runbook.description.hasPrefix("It restarts the pool."))
  }

  /// Where every heading stands in a list, the text between the items belongs to them.
  @Test func headingsOfAListGoOn() throws {
    let runbook = runbook(
      "# Response\n\n1. ## Phase 1: Look\n\n2. ## Phase 2: Act\n\n3. ## Response policy\n\n"
        + "   Held.\n\n| Rule | Within |\n|---|---|\n| Acknowledge | 7 minutes |\n")
    #expect(try #require(runbook.policy)[.acknowledge].minutes == 7)
  }
}
