internal import Diagnostics
internal import Incidents

extension Rule {
  package static let missingEnd = Rule(
    code: "PM035", name: "incidents without an end", level: .warning,
    rationale: """
      A status that says "resolved" beside a timeline that never gets there leaves the most quoted figure, \
      how long it lasted, to guessing.
      """,
    bad: """
      ---
      date: 2026-01-10
      status: resolved
      ---
      # Checkout down

      ## ⟦Timeline (UTC)⟧

      - 10:05 - Error rate at 25%
      - 10:15 - Initiating rollback to v1.2.3

      """,
    good: """
      ---
      date: 2026-01-10
      status: resolved
      ---
      # Checkout down

      ## Timeline (UTC)

      - 10:05 - Error rate at 25%
      - 10:15 - Initiating rollback to v1.2.3
      - 10:45 - RESOLVED

      """,
    check: .incident { subject in
      let incident = subject.incident
      let milestones = incident.milestones
      guard milestones[.resolved] == nil, subject.process != nil || milestones[.mitigated] == nil,
        let sign = signOfEnd(of: incident)
      else { return [] }
      return [
        subject.atRecord(
          "\(sign), and when the incident was resolved is not recorded",
          help: "add an entry such as '10:45 - RESOLVED', or 'resolved:' in the front matter")
      ].compactMap(\.self)
    })

  /// What tells that the incident is over.
  private static func signOfEnd(of incident: Incident) -> String? {
    if let status = incident.frontMatter.status, over.contains(status.lowercased()) {
      return "the status is '\(status)'"
    }
    if incident.milestones[.reviewed] != nil { return "the review has been held" }
    if incident.milestones[.closed] != nil { return "the incident has been closed" }
    return nil
  }

  private static let over: Set<String> = [
    "resolved", "closed", "reviewed", "complete", "completed", "done", "fixed",
    "action items in progress", "postmortem", "final",
  ]
}
