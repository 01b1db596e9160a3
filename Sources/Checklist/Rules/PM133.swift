internal import Diagnostics
internal import Learning
internal import Operations

extension Rule {
  package static let unfilledRunbookLinks = Rule(
    code: "PM133", name: "links to runbooks that Prometheus cannot fill in", level: .warning,
    rationale: """
      Annotations are filled in with the labels of the series, which do not include the name of the alert: \
      '{{ $labels.alertname }}' is empty there, and there is no variable '$alert' (prometheus/prometheus issue 2818). \
      The link in the page then leads nowhere.
      """,
    bad: """
      groups:
        - name: hosts
          rules:
            - alert: HostDown
              expr: up == 0
              annotations:
                runbook_url: ⟦https://runbooks.example.com/{{ $labels.alertname }}⟧

      """,
    good: """
      groups:
        - name: hosts
          rules:
            - alert: HostDown
              expr: up == 0
              annotations:
                runbook_url: https://runbooks.example.com/HostDown

      """,
    remedies: ["write the name of the alert itself"],
    check: .library { library in
      library.operations.alerts.alerts.compactMap { alert in
        guard let link = alert.runbook, let expression = link.unknownName else { return nil }
        return Diagnostic(
          code: "PM133", level: .warning, path: alert.path, range: link.range,
          message: "Prometheus does not know the alert's name as '\(expression)'",
          help: "write '\(alert.name)'")
      }
    })
}
