internal import Diagnostics
internal import Learning
internal import Operations
internal import Runbooks
internal import Vocabulary

extension Rule {
  package static let alertsWithoutRunbook = Rule(
    code: "PM130", name: "alerts without a runbook", level: .warning,
    rationale: """
      Whoever is woken by an alert that no page explains starts from nothing. Alerts are read from rule files of \
      Prometheus, PrometheusRule objects and Helm templates in the content and in the infrastructure folder.
      """,
    bad: """
      groups:
        - name: hosts
          rules:
            - alert: ⟦QueueGrows⟧
              expr: up == 0

      """,
    good: """
      groups:
        - name: hosts
          rules:
            - alert: HostDown
              expr: up == 0

      """,
    remedies: [
      "add a runbook with the name of the alert, as in runbooks/alerts/QueueGrows.md",
      "link the alert to its runbook with the annotation 'runbook_url'",
    ],
    check: .library { library in
      let names = library.runbooks.compactMap(\.alert)
      return AlertCoverage(of: library).rows.compactMap { row in
        guard row.runbook == nil, row.link != .unknown else { return nil }
        let name = row.alert.name
        let near = nearestName(to: name, among: names)
        return Diagnostic(
          code: "PM130", level: .warning, path: row.alert.path, range: row.alert.range,
          message: "alert '\(name)' has no runbook",
          help: near.map { "add 'runbooks/alerts/\(name).md', or was '\($0)' meant?" }
            ?? "add 'runbooks/alerts/\(name).md'")
      }
    })
}
