import Diagnostics
import Operations
import Testing

struct RuleFileTests {
  private func rules(_ text: String) -> RuleFile {
    RuleFile(SourceFile(path: "rules.yml", text: text))
  }

  private static let url = "https://runbooks.example.com"

  /// The alerts, each with where its link leads.
  @Test(arguments: [
    (
      "groups:\n- name: a\n  rules:\n  - alert: Down\n    expr: up == 0\n    annotations: {runbook_url: \(url)/Down}\n",
      "Down→\(url)/Down"
    ),
    (
      "kind: PrometheusRule\nspec:\n  groups:\n  - rules:\n    - expr: up == 0\n      alert: Down\n    - record: x\n      expr: y\n",
      "Down"
    ),
    (
      "kind: List\nitems:\n- spec:\n    groups:\n    - rules:\n      - {alert: A, expr: x}\n---\nspec:\n  groups:\n  - rules:\n    - {alert: B, expr: x}\n",
      "A B"
    ),
    ("a: &r\n  alert: A\n  expr: x\nb: *r\n", "A A"),
    (
      "- alert: Down\n  expr: x\n  annotations: {runbook_url: '\(url)/{{ $labels.alertname }}'}\n",
      "Down→\(url)/Down"
    ),
    (
      "- alert: Down\n  expr: x\n  annotations: {runbook_url: '\(url)/{{ $labels.alertname | toLower }}'}\n",
      "Down→\(url)/down"
    ),
    (
      "- alert: Down\n  expr: x\n  annotations: {runbook_url: '\(url)/{{ $labels.type }}'}\n",
      "Down→?"
    ),
    // Templates of Helm.
    (
      "{{- $alert := \"HAWarning\" -}}\n{{- if not (has $alert .excludeRules) -}}\nalert: {{ $alert }}\nannotations:\n  summary: x\n  runbook_url: \(url)/{{ $alert }}.md\nexpr: |\n  x > 1\n{{- end -}}\n",
      "HAWarning→\(url)/HAWarning.md"
    ),
    (
      "{{- if .Values.on }}\ngroups:\n- name: a\n  rules:\n  - alert: Down\n    expr: x\n    annotations:\n      runbook_url: {{ .Values.base }}/down\n{{- end }}\n",
      "Down→?"
    ),
    (
      "{{ include \"x\" . }}\n- alert: Down\n  expr: x\n  annotations:\n    runbook_url: '\(url)/{{ \"{{\" }} $labels.alertname {{ \"}}\" }}'\n",
      "Down→\(url)/Down"
    ),
    (
      "{{- /* rules */ -}}\n- alert: A\n  expr: x\n  labels:\n    severity: P1\n- alert: B\n  expr: y\n  annotations:\n    runbook_url: \(url)/B\n",
      "A B→\(url)/B"
    ),
    ("# no rules\nfoo: bar\n", ""),
    ("", ""),
  ])
  func alerts(text: String, found: String) {
    let rules = rules(text)
    let texts = rules.alerts.map { alert in
      alert.runbook.map { "\(alert.name)→\($0.address ?? "?")" } ?? alert.name
    }
    #expect(texts.joined(separator: " ") == found)
    #expect(rules.findings.isEmpty && rules.isWhole)
  }

  @Test func namesThatHelmPutsTogetherAreNotKnown() {
    let rules = rules(
      "{{- if .Values.on }}\n- alert: {{ .Values.prefix }}Down\n  expr: x\n{{- end }}\n")
    #expect(rules.alerts.isEmpty && !rules.isWhole)
  }

  @Test func placesAreThoseOfTheNames() {
    let file = "groups:\n- rules:\n  - alert: \"Down\"\n    expr: x\n"
    #expect(
      rules(file).alerts.first?.range == SourceLocation(
        line: 3, column: 13)..<SourceLocation(line: 3, column: 17))
    let helm = "{{- if .Values.on }}\n  - alert: 'Down'\n    expr: x\n{{- end }}\n"
    #expect(
      rules(helm).alerts.first?.range == SourceLocation(
        line: 2, column: 13)..<SourceLocation(line: 2, column: 17))
  }

  @Test(.timeLimit(.minutes(1))) func bombsAndGiantsAreBounded() {
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<12 {
      bomb +=
        "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ","))]\n"
    }
    let bombed = rules(bomb + "alert: x\nexpr: y\n")
    #expect(bombed.findings.map(\.code) == ["PM134"] && !bombed.isWhole)
    let rule = "- alert: Down\n  expr: up == 0\n"
    let giant = rules(String(repeating: rule, count: (50 << 20) / rule.utf8.count))
    #expect(giant.alerts.isEmpty && giant.findings.map(\.code) == ["PM134"])
    let deep = rules("alert: x\nexpr: " + String(repeating: "[", count: 1 << 20))
    #expect(deep.alerts.isEmpty && deep.findings.count == 1)
  }
}
