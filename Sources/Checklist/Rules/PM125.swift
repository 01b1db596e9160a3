internal import Diagnostics
internal import Learning
internal import Operations
internal import Runbooks

extension Rule {
  package static let shallowHistory = Rule(
    code: "PM125", name: "clones without their history", level: .warning,
    rationale: """
      A shallow clone holds only the newest commits, so nobody can tell whether a playbook has changed since its runbook \
      was verified. CI systems make shallow clones unless told otherwise.
      """,
    bad: "", good: "",
    remedies: ["clone the whole history, as with 'fetch-depth: 0' in GitHub Actions"],
    check: .library { library in
      guard library.operations.history.isShallow,
        let runbook = library.runbooks.first(where: { runbook in
          runbook.lastVerified != nil && !library.operations.named(by: runbook.commands).isEmpty
        })
      else { return [] }
      return [
        Diagnostic(
          code: "PM125", level: .warning, path: runbook.path,
          message:
            "the clone is shallow, so changes of playbooks since the runbooks were verified are not known",
          help: "clone the whole history, as with 'fetch-depth: 0' in GitHub Actions")
      ]
    })
}
