internal import Diagnostics
internal import Incidents
internal import Runbooks
internal import Vocabulary

extension Rule {
  package static let contradictedSeverity = Rule(
    code: "PM058", name: "severities that contradict the decision tree", level: .warning,
    rationale: """
      The severity decides who is told. In the runbook's decision tree, customer impact makes a P0 \
      or a P1. When a review of a P2 says that customers were affected, either too few people were \
      told, or the review overstates what happened.
      """,
    bad: """
      ---
      date: 2026-01-10
      severity: ⟦P3⟧
      ---
      # Checkout down

      ## Impact

      About 300 customers could not pay for half an hour.

      """,
    good: """
      ---
      date: 2026-01-10
      severity: P1
      ---
      # Checkout down

      ## Impact

      About 300 customers could not pay for half an hour.

      """,
    check: .incident { subject in
      let incident = subject.incident
      guard let severity = incident.severity, let process = subject.process, !incident.isNearMiss,
        let sign = signOfCustomers(in: incident),
        let answer = answer(for: severity, of: subject.scale, in: process)
      else { return [] }
      return [
        Finding(
          path: subject.openingPath,
          range: incident.frontMatter.severity?.range ?? subject.opening,
          message:
            "severity is \(severity.name), but \(sign); the decision tree says '\(answer.text)' (\(process.path):\(answer.line))",
          help: "raise the severity, or correct what the review says")
      ]
    })

  private static func signOfCustomers(in incident: Incident) -> String? {
    if let impact = incident.customerImpact, impact.isAffected {
      return "line \(impact.line) says that customers were affected"
    }
    return incident.frontMatter.detectionSource?.written == "customer"
      ? "a customer reported it" : nil
  }

  /// The tree's answer to customer impact, when it excludes the severity.
  private static func answer(
    for severity: Severity, of scale: SeverityScale, in process: Runbook
  ) -> DecisionTree.Answer? {
    let questions = process.decisionTrees.flatMap(\.questions)
    let question = questions.first { $0.text.lowercased().contains("customer impact") }
    guard let yes = question?.answers.first(where: { $0.label.lowercased() == "yes" }) else {
      return nil
    }
    let named = scale.severities.filter { yes.text.mentions($0.name) }
    guard let least = named.max(), severity > least else { return nil }
    return yes
  }
}
