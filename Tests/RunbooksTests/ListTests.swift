import Diagnostics
import Runbooks
import TestSupport
import Testing

/// Contacts, tools, checklists and questions.
struct ListTests {
  @Test(arguments: [
    ("- `@oncall` - On-call engineer", "@oncall", "On-call engineer"),
    ("- @lead: leads", "@lead", "leads"),
    ("Phone: see the topic of #ops", "Phone", "see the topic of #ops"),
    ("| Who | Handle | For |\n|---|---|---|\n| Lead | `@lead` | P0 |", "@lead", "Lead: P0"),
    ("| Handle | For |\n|---|---|\n| #help | all |", "#help", "all"),
  ])
  func contacts(text: String, handle: String, meaning: String) {
    let contacts = runbook("## Emergency contacts\n\n\(text)\n").contacts
    #expect(contacts.map(\.handle) == [handle])
    #expect(contacts.map(\.meaning) == [meaning])
  }

  @Test(arguments: [
    ("- Logs: <https://logs.example.com>", "Logs", "https://logs.example.com"),
    ("Servers: [the list](https://s.example.com)", "Servers", "https://s.example.com"),
    ("| For | Where |\n|---|---|\n| VPN | ask |", "VPN", nil),
  ])
  func tools(text: String, name: String, destination: String?) {
    let tools = runbook("## Tools quick reference\n\n\(text)\n").tools
    #expect(tools.map(\.name) == [name])
    #expect(tools.map(\.destination) == [destination])
  }

  @Test(arguments: [
    "- Logs: ⟦[Link to log system]⟧", "Logs: ⟦[Link to log system]⟧", "- Phone: ⟦TODO⟧",
    "| For | Where |\n|---|---|\n| VPN | ⟦[Link to VPN]⟧ |",
  ])
  func placeholders(line: String) {
    let marked = MarkedText("## Tools\n\n\(line)\n")
    let findings = runbook(marked.text).diagnostics
    #expect(findings.map(\.code) == ["PM082"])
    #expect(findings.map(\.range) == marked.ranges)
  }

  @Test(arguments: [
    "- Logs: `rm [a-z]*`", "- Logs: [the logs](https://x.example)", "- Todo list: here",
  ])
  func otherBracketsAreFine(line: String) {
    #expect(runbook("## Tools\n\n\(line)\n").diagnostics == [])
  }

  @Test func checklists() {
    let runbook = runbook(
      """
      - [x] Pager is on

      ## Post-incident checklist

      - [ ] Timeline written
      - Customers told
      - [x] Review scheduled
        (within two days)

      ## Notes

      - not a point
      """)
    #expect(runbook.checklist.map(\.text).first == "Pager is on")
    #expect(runbook.checklist.map(\.isDone) == [true, false, nil, true])
    #expect(
      runbook.postIncidentChecklist.map(\.text)
        == ["Timeline written", "Customers told", "Review scheduled (within two days)"])
    #expect(runbook.postIncidentChecklist.map(\.line) == [5, 6, 7])
  }

  @Test func learningQuestions() {
    let runbook = runbook(
      "## Learning questions\n\nAsk:\n\n- What helped?\n- Be kind.\n\nWhat next?\n")
    #expect(runbook.learningQuestions.map(\.text) == ["What helped?", "What next?"])
    #expect(runbook.learningQuestions.map(\.line) == [5, 8])
  }
}
