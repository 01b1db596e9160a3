import CommonMark
import Diagnostics
import Foundation
import Runbooks
import TestSupport
import Testing
internal import Vocabulary

/// A process page that was pasted as plain text.
struct PastedPageTests {
  private static let page = """
    How we respond
    The whole process
    Phase 1: Detection (0-5 minutes)
    The one on call:
    -
    Says so in the channel:
    @oncall acknowledging -
    Opens the incident
    Phase 2: Investigation (5-15 minutes)
    # Look at the dashboards
    # - errors
    # - response times
    Phase 3: Mitigation (15-30 minutes)
    Usual playbooks:
    # Take the release back
    ansible-playbook playbooks/back.yml \\
    -e "app=api" \\
    -i inventory/production
    Update every 10 minutes:
    10:15 - Taking it back
    Template - Internal Update:
    10:15 UPDATE
    Impact: [what fails]
    ETA: [when]
    Template - External Update:
    We have a problem with [service].
    Updates every 15 minutes at status.example.com
    Phase 4: Review (within 48 hours)
    Communication Matrix
    | Severity | Chat | |
    |---|---|---|
    | SEV-1 | Immediate | If >30min |
    | SEV-2 | When fixed | No |
    Decision Trees
    Is it an incident?
    Anything failing? → Yes → Declare
    → No → Wait
    Data at risk? → Yes → Tell security
    → No → Continue
    Shall we escalate?
    Stuck >30 min? → Yes → Call the lead
    → No → Continue
    Tools Quick Reference
    Logs: [Link to the logs]
    Emergency Contacts
    Chat:
    @oncall- Who is on call@devops-lead- Who decides
    Phone: In the topic of the channel
    Post-Incident Checklist
    - Timeline written
    - Team debriefed
    Learning from Incidents
    - What worked well?

    """

  private func restored(_ text: String) -> SourceFile? {
    PastedPage.restored(SourceFile(path: "content/runbooks/response.md", text: text))
  }

  private func read(_ file: SourceFile) -> Runbook {
    Runbook(reading: MarkdownDocument(parsing: file))
  }

  @Test func everyLineKeepsItsNumber() throws {
    let file = try #require(restored(Self.page))
    let lines = Self.page.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(file.lineCount == SourceFile(path: "a", text: Self.page).lineCount)
    for (index, line) in lines.dropLast().enumerated() {
      let words = file.text(ofLine: index + 1).filter { $0.isLetter || $0.isNumber }
      #expect(words == line.filter { $0.isLetter || $0.isNumber })
    }
  }

  @Test func isReadWhole() throws {
    let runbook = read(try #require(restored(Self.page)))
    #expect(runbook.kind == .process)
    #expect(runbook.title == "How we respond")
    #expect(runbook.phases.map(\.window) == [0...5, 5...15, 15...30, 0...2880])
    #expect(runbook.communicationMatrix?.rows.map(\.name) == ["SEV-1", "SEV-2"])
    #expect(runbook.severities?.names == ["SEV-1", "SEV-2"])
    #expect(runbook.decisionTrees.map(\.title) == ["Is it an incident?", "Shall we escalate?"])
    #expect(runbook.decisionTrees.map(\.questions.count) == [2, 1])
    #expect(runbook.updateTemplates.map(\.kind) == [.internal, .external])
    #expect(runbook.updateTemplates.map(\.fields.count) == [2, 1])
    #expect(runbook.updateTemplates.map(\.line) == [22, 26])
    #expect(runbook.commands.map(\.line) == [16])
    #expect(runbook.contacts.map(\.handle) == ["@oncall", "@devops-lead", "Phone"])
    #expect(runbook.contacts.map(\.meaning).first == "Who is on call")
    #expect(runbook.postIncidentChecklist.count == 2)
    #expect(runbook.learningQuestions.count == 1)
    let policy = try #require(runbook.policy)
    let stated = policy.statements.filter { $0.source != .standard }.map(\.rule)
    #expect(
      stated == [
        .acknowledge, .investigation, .mitigation, .internalUpdate, .externalUpdate, .escalation,
        .review,
      ])
    #expect(runbook.codes == ["PM081", "PM082"])
    #expect(runbook.diagnostics.map { $0.range?.lowerBound.line } == [30, 44])
  }

  @Test(arguments: [
    "# R\n\nPhase 1: a\nPhase 2: b\n", "Phase 1: a\n\n## B\n\nPhase 2: b\n", "Phase 1: only one\n",
    "", "\n\n", "Phase 1: a\n```\nPhase 2: b\n```\n", "A page\n\nIn Phase 1: a. Phase 2: b.\n",
  ])
  func otherPagesStayAsTheyAre(text: String) { #expect(restored(text) == nil) }

  @Test func frontMatterStays() throws {
    let runbook = read(try #require(restored("---\nowner: ada\n---\n" + Self.page)))
    #expect(runbook.owner == "ada")
    #expect(runbook.phases.map(\.line) == [6, 12, 16, 31])
  }

  /// The page that this product grew from, in its own shape: what is on it, counted by hand.
  @Test(.enabled(if: SharedData.isExpected, SharedData.advice))
  func theSeedPage() throws {
    let bytes = try SharedData.bytes("seed/incident-response-runbook.txt")
    let file = SourceFile(path: "content/runbooks/incident-response.md", bytes: bytes)
    let runbook = read(try #require(PastedPage.restored(file)))
    #expect(runbook.kind == .process)
    #expect(runbook.title == "Incident Response Runbook")
    #expect(runbook.phases.map(\.number) == [1, 2, 3, 4, 5, 6])
    #expect(runbook.phases.map(\.window) == [0...5, 5...15, 15...30, nil, nil, 0...2880])
    let policy = try #require(runbook.policy)
    #expect(policy.statements.allSatisfy { $0.source != .standard })
    #expect(policy.statements.allSatisfy { $0.window == $0.rule.standard })
    let matrix = try #require(runbook.communicationMatrix)
    #expect(matrix.rows.map(\.cells.count) == [4, 4, 4, 4])
    #expect(matrix.rows.flatMap(\.cells).allSatisfy { !$0.isEmpty })
    #expect(runbook.severities?.names == ["P0", "P1", "P2", "P3"])
    #expect(runbook.decisionTrees.map(\.questions.count) == [3, 3, 4])
    let answers = runbook.decisionTrees.flatMap { $0.questions.flatMap(\.answers) }
    #expect(answers.count == 20)
    #expect(answers.count { $0.outcome == nil } == 5)
    #expect(runbook.updateTemplates.map(\.kind) == [.internal, .external])
    #expect(runbook.updateTemplates.map(\.fields.count) == [3, 5])
    #expect(
      runbook.contacts.map(\.handle) == [
        "@oncall", "@devops-lead", "@security-team", "@leadership", "Phone",
      ])
    #expect(runbook.tools.count == 5)
    #expect(runbook.commands.count == 4)
    #expect(runbook.postIncidentChecklist.count == 9)
    #expect(runbook.learningQuestions.count == 4)
    // The header without a name, and two links that were never filled in.
    #expect(runbook.codes == ["PM081", "PM082", "PM082"])
    #expect(runbook.diagnostics.map { $0.range?.lowerBound.line } == [102, 133, 134])
  }
}
