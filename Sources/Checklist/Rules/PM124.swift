internal import Diagnostics
internal import Learning
internal import Operations
internal import Runbooks

extension Rule {
  package static let changedPlaybooks = Rule(
    code: "PM124", name: "playbooks that changed after their runbook was verified", level: .warning,
    rationale: """
      Whoever verified the runbook ran another playbook than the one that is there now. The changes come from git: \
      commits that changed the file after 'last_verified'. Commits that only add it do not count.
      """,
    bad: "", good: "",
    remedies: ["walk through the runbook again, and write the day under 'last_verified'"],
    check: .library { library in
      library.runbooks.indices.flatMap { index in
        let runbook = library.runbooks[index]
        return Freshness(of: index, in: library).changes.map { change in
          Diagnostic(
            code: "PM124", level: .warning, path: runbook.path, range: change.argument.range,
            message:
              "'\(change.argument.text)' changed on \(change.day), after the runbook was verified on \(runbook.lastVerified ?? "")",
            help: "walk through the runbook again, and write the day under 'last_verified'")
        }
      }
    })
}
