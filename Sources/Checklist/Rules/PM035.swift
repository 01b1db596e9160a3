internal import Diagnostics
internal import Incidents

extension Rule {
  package static let missingEnd = Rule(
    code: "PM035", name: "incidents without a recorded end", level: .warning,
    rationale: """
      When the status says "resolved" but the timeline never gets there, the most quoted figure, \
      how long the incident lasted, is left to guesswork.
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
          "\(sign), but no entry says when the incident was resolved",
          help: "add an entry such as '10:45 - RESOLVED', or add 'resolved:' to the front matter")
      ].compactMap(\.self)
    })

  /// What shows that the incident is over.
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
