internal import Diagnostics
internal import Learning
internal import Operations
internal import Runbooks
internal import Vocabulary

extension Rule {
  package static let runbooksWithoutAlert = Rule(
    code: "PM131", name: "alert runbooks without an alert", level: .warning,
    rationale: """
      A runbook whose alert is gone, or has another name by now, is never opened when it is needed. The check is skipped \
      where there are no rule files, or where Helm puts names of alerts together.
      """,
    bad: "---\nalert: ⟦HostDwon⟧\n---\n" + HostDownExample.page("Host down"),
    good: "---\nalert: HostDown\n---\n" + HostDownExample.page("Host down"),
    remedies: [
      "give the runbook the name of its alert",
      "move the runbook of an alert that is gone out of the folder of alerts",
    ],
    check: .library { library in
      let coverage = AlertCoverage(of: library)
      let names = coverage.rows.map(\.alert.name)
      return coverage.unalarmed.map { index in
        let runbook = library.runbooks[index]
        let near = nearestName(to: runbook.alert ?? "", among: names)
        return Diagnostic(
          code: "PM131", level: .warning, path: runbook.path,
          range: runbook.alertRange,
          message: "no rule file has the alert '\(runbook.alert ?? "")'",
          help: near.map(didYouMean)
            ?? "add the alert, or move the runbook to where it is found by another name")
      }
    })
}
