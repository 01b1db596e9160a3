internal import Diagnostics
internal import Incidents
internal import Learning
internal import Runbooks
internal import Vocabulary

extension Rule {
  package static let missingEscalation = Rule(
    code: "PM053", name: "stalled responses without an escalation", level: .warning,
    lesserLevel: .note,
    rationale: """
      Whoever is stuck is the last to notice. When nothing moves for as long as the runbook says \
      (by default 30 minutes) and the incident goes on, the lead is called. A gap of that length \
      between two entries counts as no progress.
      """,
    bad: ExampleReview.edited(
      ExampleReview.stalledRecord,
      [
        "- 10:10 - Nothing in the logs, escalated to @devops-lead\n": "",
        "- 10:45 - Initiating rollback": "⟦- 10:45 - Initiating rollback⟧",
      ]),
    good: ExampleReview.stalledRecord,
    check: .incident { subject in
      let policy = subject.policy[.escalation]
      let record = subject.record
      guard subject.process != nil, !subject.incident.isNearMiss, let open = record.response,
        let gap = record.gaps(over: policy.minutes, in: open).longest
      else { return [] }
      let called = Set(subject.incident.communications.filter(isEscalation).map(\.line))
      let isCalled = record.events.contains { event in
        event.minute <= gap.after.minute
          && (called.contains(event.line) || Words(event.entry.text).contains("escalated"))
      }
      if isCalled { return [] }
      return [
        subject.at(
          line: gap.after.line,
          "no entry for \(Wording.length(gap.minutes)) (since line \(gap.before.line)), and no escalation is recorded; \(policy.asks("asks for one after"))",
          help: "add the escalation with its time, or the entries that are missing"
        )
      ].compactMap(\.self)
    })

  private static func isEscalation(_ communication: Communication) -> Bool {
    communication.audience == .leadership
      || (communication.audience == .team && communication.channel.hasSuffix("-lead"))
  }
}
