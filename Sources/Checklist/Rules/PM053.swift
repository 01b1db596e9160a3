internal import Diagnostics
internal import Incidents
internal import Runbooks
internal import Vocabulary

extension Rule {
  package static let missingEscalation = Rule(
    code: "PM053", name: "standstills without an escalation", level: .warning, lesserLevel: .note,
    rationale: """
      Whoever is stuck is the last to notice. When nothing moves for as long as the runbook says (30 \
      minutes where it is silent) and the damage goes on, the lead is called. No entry for so long is \
      taken as no progress.
      """,
    bad: """
      ---
      date: 2026-01-10
      severity: P1
      ---
      # Checkout down

      ## Timeline (UTC)

      - 09:58 - Error rate starts to rise
      - 10:01 - Alert ApiErrorRateHigh fires
      - 10:02 - @oncall acknowledging - investigating
      - 10:05 - Looking at the logs
      ⟦- 10:40 - Initiating rollback⟧
      - 10:45 - Mitigation applied: rollback complete
      - 10:50 - RESOLVED

      """,
    good: """
      ---
      date: 2026-01-10
      severity: P1
      ---
      # Checkout down

      ## Timeline (UTC)

      - 09:58 - Error rate starts to rise
      - 10:01 - Alert ApiErrorRateHigh fires
      - 10:02 - @oncall acknowledging - investigating
      - 10:05 - Nothing in the logs, escalated to @devops-lead
      - 10:40 - Initiating rollback
      - 10:45 - Mitigation applied: rollback complete
      - 10:50 - RESOLVED

      """,
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
          "nothing is recorded for \(Wording.length(gap.minutes)) before this, since line \(gap.before.line), and an escalation is not recorded",
          help:
            "the runbook escalates after \(Wording.length(policy.minutes)) \(policy.place); add who was called, if somebody was"
        )
      ].compactMap(\.self)
    })

  private static func isEscalation(_ communication: Communication) -> Bool {
    communication.audience == .leadership
      || (communication.audience == .team && communication.channel.hasSuffix("-lead"))
  }
}
