import Checklist
import CommonMark
import Diagnostics
import Runbooks
import TestSupport
import Testing

/// `check --fix` on a process page that was pasted without its marks.
struct PastedMarksTests {
  private static let path = "content/runbooks/response.md"

  private func fixed(_ text: String) -> (file: SourceFile, edits: Int)? {
    PastedMarks.fixed(SourceFile(path: Self.path, text: text))
  }

  private func read(_ file: SourceFile) -> Runbook {
    let pasted = PastedPage.restored(file)
    return Runbook(
      reading: MarkdownDocument(parsing: pasted ?? file), pasted: pasted == nil ? nil : file)
  }

  private static let page = """
    ---
    owner: "@lead"
    ---
    How we respond
    Phase 1: Detection (0-5 minutes)
    The one on call:
    -
    Says so in the channel:
    @oncall acknowledging -
    Opens the incident
    Phase 2: Mitigation (5-30 minutes)
    Usual playbooks:
    # Take the release back
    ansible-playbook playbooks/back.yml \\
    -i inventory/production
    Template - Internal Update:
    [time] UPDATE
    Impact: [what fails]
    Communication Matrix
    | Severity | Chat |
    |---|---|
    | P1 | Immediate |
    Decision Trees
    Is it an incident?
    Anything failing? → Yes → Declare
    → No → Wait
    Checklist
    - Timeline written

    """

  @Test func marksAreWrittenBack() throws {
    let result = try #require(fixed(Self.page))
    #expect(
      String(decoding: result.file.bytes, as: UTF8.self) == """
        ---
        owner: "@lead"
        ---
        # How we respond
        ## Phase 1: Detection (0-5 minutes)
        The one on call:

        - Says so in the channel:\u{20}\u{20}
        @oncall acknowledging
        - Opens the incident
        ## Phase 2: Mitigation (5-30 minutes)
        Usual playbooks:
        #### Take the release back
            ansible-playbook playbooks/back.yml \\
            -i inventory/production
        #### Template - Internal Update:
            [time] UPDATE
            Impact: [what fails]
        ## Communication Matrix
        | Severity | Chat |
        |---|---|
        | P1 | Immediate |
        ## Decision Trees
        ### Is it an incident?
        Anything failing? → Yes → Declare\u{20}\u{20}
        → No → Wait
        ## Checklist
        - Timeline written

        """)
  }

  /// The last line stays the last.
  @Test(arguments: ["", "\n", "\n\n"])
  func theEndStays(end: String) throws {
    let text = Self.page.dropLast() + end
    let bytes = try #require(fixed(String(text))).file.bytes
    let lost = end.isEmpty ? "\n" : end
    #expect(String(decoding: bytes, as: UTF8.self).hasSuffix("- Timeline written" + lost))
  }

  /// Everything that is read is the same; the finding about the marks is gone.
  @Test func nothingIsReadDifferently() throws {
    let before = read(SourceFile(path: Self.path, text: Self.page))
    let result = try #require(fixed(Self.page))
    let after = read(result.file)
    #expect(before.diagnostics.contains { $0.code == "PM115" })
    #expect(!after.diagnostics.contains { $0.code == "PM115" })
    #expect(after.phases == before.phases)
    #expect(after.decisionTrees == before.decisionTrees)
    #expect(after.updateTemplates == before.updateTemplates)
    #expect(after.communicationMatrix == before.communicationMatrix)
    #expect(after.commands.map(\.text) == before.commands.map(\.text))
    #expect(after.policy == before.policy)
    #expect(after.checklist == before.checklist)
    #expect(fixed(String(decoding: result.file.bytes, as: UTF8.self)) == nil)
  }

  @Test(arguments: [
    "# How we respond\n\n## Phase 1: Look\n\nx\n\n## Phase 2: Mend\n", "Phase 1: Look\n", "",
    "Just a page.\n\nWith text.\n",
  ])
  func otherPagesStay(text: String) { #expect(fixed(text) == nil) }
}
