import Diagnostics
import Runbooks
import Testing

struct AlertStructureTests {
  private func alert(_ sections: [(String, String)]) -> Runbook {
    let text = sections.map { "## \($0.0)\n\n\($0.1)\n\n" }.joined()
    return runbook("# DiskFull\n\n" + text, path: "content/runbooks/alerts/DiskFull.md")
  }

  @Test(arguments: [
    (["Meaning", "Impact", "Diagnosis", "Mitigation"], []),
    (["Meaning", "Impact", "Diagnostics", "mitigation:"], []),
    (["含义", "影响", "诊断", "缓解"], []),
    (["Meaning", "Impact", "Diagnosis"], ["section 'Mitigation' is missing"]),
    (
      ["Notes"],
      [
        "section 'Diagnosis' is missing", "section 'Impact' is missing",
        "section 'Meaning' is missing", "section 'Mitigation' is missing",
      ]
    ),
  ])
  func sections(names: [String], messages: [String]) {
    let runbook = alert(names.map { ($0, "Some words.") })
    #expect(runbook.diagnostics.map(\.message) == messages)
    #expect(runbook.diagnostics.allSatisfy { $0.code == "PM085" && $0.range?.lowerBound.line == 1 })
  }

  @Test(arguments: [
    ("", true), ("TODO", true), ("N/A", true), ("<!-- later -->", true),
    ("### Only a heading", true),
    ("Restart it.", false), ("```bash\nls\n```", false), ("- [Guide](guide.md)", false),
    ("| a |\n|---|\n| b |", false), ("### Inner\n\nSome words.", false),
  ])
  func emptySections(body: String, isEmpty: Bool) {
    let runbook = alert([
      ("Meaning", "Some words."), ("Impact", "Some words."), ("Diagnosis", "Some words."),
      ("Mitigation", body),
    ])
    #expect(runbook.diagnostics.map(\.code) == (isEmpty ? ["PM086"] : []))
  }
}
