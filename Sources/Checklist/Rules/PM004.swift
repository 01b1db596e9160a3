internal import Diagnostics
internal import Incidents
internal import Vocabulary

extension Rule {
  package static let unknownSeverity = Rule(
    code: "PM004", name: "unknown severities", level: .error,
    rationale: """
      The severity decides who is told and how fast (the communication matrix of the runbook), and every index \
      groups by it. The runbook knows P0 to P3 and nothing else.
      """,
    bad: "---\nseverity: ⟦P9⟧\n---\n# Checkout down\n",
    good: "---\nseverity: P1\n---\n# Checkout down\n",
    check: .incident { subject in
      guard let field = subject.incident.frontMatter.severity else { return unstated(in: subject) }
      if field.value != nil { return [] }
      let upper = field.written.uppercased()
      let near = Severity(rawValue: upper).map { "write \($0.rawValue)" }
      return [
        Finding(
          path: subject.openingPath, range: field.range,
          message: "severity '\(field.written)' is not one of \(known)",
          help: near
            ?? "choose by the runbook's decision tree: P0 is everything down, P3 is a nuisance",
          level: subject.isOwn ? .error : .note)
      ]
    })

  private static let known = Severity.allCases.map(\.rawValue).joined(separator: ", ")

  /// A team with a process of its own has the four; of another team's review it is worth a note.
  private static func unstated(in subject: IncidentUnderReview) -> [Finding] {
    let incident = subject.incident
    if incident.severity != nil { return [] }
    let message =
      incident.severityWritten.map { "severity '\($0)' is not one of \(known)" }
      ?? "severity is missing"
    return [
      Finding(
        path: subject.openingPath, range: subject.opening, message: message,
        help: subject.isLogged
          ? "add a line '**Severity:** P2' below the heading, one of \(known)"
          : "add 'severity: P2' to the front matter, one of \(known)",
        level: subject.isOwn ? .error : .note)
    ]
  }
}
