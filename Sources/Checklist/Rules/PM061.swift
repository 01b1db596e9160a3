internal import Diagnostics
internal import Incidents
internal import Learning
internal import Runbooks
internal import Vocabulary

extension Rule {
  package static let unapprovedRisks = Rule(
    code: "PM061", name: "data loss risks without an approval", level: .warning,
    rationale: """
      What is deleted in a hurry is missed for a long time. Where data may be lost, the runbook's \
      decision tree asks for an approval before the action, so that a second person thinks about \
      it for a minute.
      """,
    bad: """
      ---
      date: 2026-01-10
      severity: P1
      ---
      # Checkout down

      ## Timeline (UTC)

      - 10:01 - Detected: the index disagrees with the table
      ⟦- 10:05 - Data loss risk: the table may have to be truncated⟧
      - 10:20 - Mitigation applied: table filled again

      """,
    good: """
      ---
      date: 2026-01-10
      severity: P1
      ---
      # Checkout down

      ## Timeline (UTC)

      - 10:01 - Detected: the index disagrees with the table
      - 10:05 - Data loss risk: the table may have to be truncated
      - 10:09 - @devops-lead approves
      - 10:20 - Mitigation applied: table filled again

      """,
    check: .incident { subject in
      guard let process = subject.process,
        let risk = subject.record.events.first(where: { isRisk($0.entry, in: subject) }),
        asksForApproval(process)
      else { return [] }
      let isApproved = subject.record.events.contains { isApproval($0.entry) }
      if isApproved { return [] }
      return [
        subject.at(
          line: risk.line, "a risk of data loss is recorded, but no approval",
          help: "add who approved the action and when, or say in the review why nobody did")
      ].compactMap(\.self)
    })

  private static func asksForApproval(_ process: Runbook) -> Bool {
    process.decisionTrees.flatMap(\.questions).contains { question in
      question.text.lowercased().contains("data loss")
        && question.answers.contains { $0.text.lowercased().contains("approv") }
    }
  }

  /// What responders say or do, not what broke: only after the incident was detected.
  private static func isRisk(_ entry: TimelineEntry, in subject: IncidentUnderReview) -> Bool {
    guard let moment = entry.moment, let detected = subject.incident.milestones[.detected]?.moment,
      let seconds = moment.seconds(since: detected), seconds >= 0
    else { return false }
    return risks.meanings(in: Words(entry.text)).contains(true)
  }

  private static let risks = PhraseTable<Bool>([
    (
      true,
      [
        "data loss", "lose data", "loses data", "drop table", "drop database", "drop the table",
        "delete from", "truncate", "truncating", "rm rf", "dropping the table",
        "deleting the data", "restore from backup", "restoring from backup",
      ]
    )
  ])

  private static func isApproval(_ entry: TimelineEntry) -> Bool {
    let words = Words(entry.text)
    return [
      "approves", "approved", "approval from", "approval given", "agrees", "agreed", "go ahead",
      "signed off",
    ].contains { words.contains($0) }
  }
}
