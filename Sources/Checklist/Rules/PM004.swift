internal import Diagnostics
internal import Incidents
internal import Vocabulary

extension Rule {
  package static let unknownSeverity = Rule(
    code: "PM004", name: "unknown severities", level: .error,
    rationale: """
      The severity decides who is told and how fast (see the runbook's communication matrix), and \
      every index groups by it. The runbook defines P0 to P3 and nothing else.
      """,
    bad: "---\nseverity: ⟦P9⟧\n---\n# Checkout down\n",
    good: "---\nseverity: P1\n---\n# Checkout down\n",
    check: .incident { subject in
      guard let field = subject.incident.frontMatter.severity else { return unstated(in: subject) }
      if field.value != nil { return [] }
      let near = Severity(leading: field.written).map { "write \($0.rawValue)" }
      return [
        Finding(
          path: subject.openingPath, range: field.range,
          message: "severity '\(field.written)' is not one of \(known)",
          help: near
            ?? "choose by the runbook's decision tree: P0 means that everything is down, P3 is a nuisance",
          level: subject.isOwn ? .error : .note)
      ]
    })

  private static let known = Severity.allCases.map(\.rawValue).joined(separator: ", ")

  /// An error for a team with a process of its own, which has the four; only a note in another team's review.
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
          ? "add a line such as '**Severity:** P2' below the heading, with one of \(known)"
          : "add 'severity:' to the front matter, with one of \(known)",
        level: subject.isOwn ? .error : .note)
    ]
  }
}
