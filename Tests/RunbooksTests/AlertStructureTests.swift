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
    (["Description", "Impact", "Diagnosis", "Resolution"], []),
    (["Meaning", "Impact", "Diagnosis", "Remediation"], []),
    (["Description", "Meaning", "Impact", "Diagnosis", "Mitigation", "Resolution"], []),
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
    let runbook = alert(names.map { ($0, "Some words that help.") })
    #expect(runbook.diagnostics.map(\.message) == messages)
    #expect(runbook.diagnostics.allSatisfy { $0.code == "PM085" && $0.range?.lowerBound.line == 1 })
  }

  @Test(arguments: [
    ("", true), ("TODO", true), ("N/A", true), ("<!-- later -->", true),
    ("### Only a heading", true),
    ("Restart it.", true), ("Restart the pool.", true), ("Restart the whole pool.", false),
    ("TODO: ask ada", true), ("Insert site specific information", true), ("To be added.", true),
    ("- Stop it.\n- Start it.", false), ("```bash\nls\n```", false), ("- [Guide](guide.md)", false),
    ("| a |\n|---|\n| b |", false), ("### Inner\n\nSome words that help.", false),
  ])
  func emptySections(body: String, isEmpty: Bool) {
    let runbook = alert([
      ("Meaning", "Some words that help."), ("Impact", "Some words that help."),
      ("Diagnosis", "Some words that help."),
      ("Mitigation", body),
    ])
    #expect(runbook.diagnostics.map(\.code) == (isEmpty ? ["PM086"] : []))
  }
}

/// What else is wrong with alert runbooks: names, order and unfinished text.
struct AlertRunbookTests {
  private func text(_ names: [String], title: String = "DiskFull", matter: String = "") -> String {
    matter + "# \(title)\n\n" + names.map { "## \($0)\n\nSome words that help.\n\n" }.joined()
  }

  private static let order = ["Meaning", "Impact", "Diagnosis", "Mitigation"]

  @Test(arguments: [
    (["Meaning", "Impact", "Diagnosis", "Mitigation"], nil),
    (["Notes", "Meaning", "Impact", "Diagnosis", "Escalation", "Mitigation"], nil),
    (["Meaning", "Diagnosis", "Impact", "Mitigation"], "section 'Impact' comes after 'Diagnosis'"),
    (["Impact", "Meaning", "Diagnosis", "Mitigation"], "section 'Meaning' comes after 'Impact'"),
    (["Mitigation", "Meaning", "Impact"], "section 'Impact' comes after 'Mitigation'"),
  ])
  func order(names: [String], message: String?) {
    let findings = runbook(text(names), path: "runbooks/DiskFull.md").diagnostics
      .filter { $0.code == "PM122" }
    #expect(findings.first?.message == message)
    #expect(findings.allSatisfy { $0.level == .note && $0.help != nil })
  }

  @Test(arguments: [
    ("DiskFull", "DiskFull", "", nil),
    ("diskfull", "DiskFull", "", nil),
    ("disk-full", "DiskFull", "", nil),
    ("DiskFull", "The disk is full", "", nil),
    ("DiskFull", "The disk is full", "alert: DiskFull", nil),
    (
      "DiskFull", "DiskAlmostFull", "",
      "the file is named 'DiskFull', and its title is 'DiskAlmostFull'"
    ),
    (
      "DiskFull", "DiskFull", "alert: DiskFills",
      "the file is named 'DiskFull', and its alert 'DiskFills'"
    ),
  ])
  func names(file: String, title: String, field: String, message: String?) {
    let matter = field.isEmpty ? "" : "---\n\(field)\n---\n"
    let findings = runbook(
      text(Self.order, title: title, matter: matter), path: "runbooks/\(file).md"
    ).diagnostics.filter { $0.code == "PM121" }
    #expect(findings.first?.message == message)
  }

  @Test(arguments: [
    ("TODO", true), ("TODO: say how", true), ("- TODO", true), ("**TODO**: say how", true),
    ("Look at it. (TODO: where?)", true), ("Insert site specific steps.", true), ("TBD", true),
    ("Look for TODO comments in the code.", false), ("The todo list is in the wiki.", false),
    ("`TODO`", false), ("```\nTODO\n```", false),
    ("What a restart does to work in progress.", false),
    ("The XXX domain is theirs.", false),
  ])
  func unfinishedText(line: String, isFound: Bool) {
    let findings = runbook("# Restart\n\nFirst do this.\n\n\(line)\n").diagnostics
    #expect(findings.map(\.code) == (isFound ? ["PM120"] : []))
    #expect(findings.allSatisfy { $0.range?.lowerBound.line == 5 })
  }
}
