internal import Diagnostics
internal import Incidents
internal import Learning
internal import Vocabulary

extension Rule {
  package static let missingMilestones = Rule(
    code: "PM026", name: "missing milestones", level: .warning, lesserLevel: .note,
    rationale: """
      The times to detect, to acknowledge and to mitigate lie between milestones. A milestone that \
      no entry states leaves the times before and after it unknown, for this incident and for \
      every figure in the archive.
      """,
    bad: """
      ---
      date: 2026-01-10
      severity: P1
      ---
      # Checkout down

      ## ⟦Timeline (UTC)⟧

      - 10:01 - Alert ApiErrorRateHigh fires
      - 10:20 - Mitigation applied: rollback complete
      - 10:30 - RESOLVED

      """,
    good: ExampleReview.record,
    remedies: [
      "add an entry such as '10:01 - alert ApiErrorRateHigh fires', or a key of the front matter such as 'detected:'"
    ],
    check: .incident { subject in
      let incident = subject.incident
      guard subject.process != nil, incident.severity != nil, !incident.isNearMiss else {
        return []
      }
      let missing = asked.filter { incident.milestones[$0.milestone] == nil }
      let isStartUnclear = missing.first?.milestone == .started && tellsBefore(in: subject)
      let silent = missing.dropFirst(isStartUnclear ? 1 : 0)
      var findings: [Finding?] = []
      if isStartUnclear {
        findings.append(
          subject.atRecord(
            "it is not clear which entry before the detection is the start",
            help: "write that something 'starts to fail', or add 'started:' to the front matter"))
      }
      if let first = silent.first {
        findings.append(
          subject.atRecord(
            "no entry says when the incident \(Wording.list(silent.map(\.words), "or"))",
            help:
              "add an entry such as '\(first.example)', or add '\(first.milestone.rawValue):' to the front matter"
          ))
      }
      return findings.compactMap(\.self)
    })

  private static func tellsBefore(in subject: IncidentUnderReview) -> Bool {
    guard let detected = subject.record.minute(of: .detected) else { return false }
    return subject.record.events.first.map { $0.minute < detected } ?? false
  }

  /// In the wording of the template. PM035 asks for the resolution.
  private static let asked: [(milestone: Milestone, words: String, example: String)] = [
    (.started, "started", "09:58 - error rate starts to rise"),
    (.detected, "was detected", "10:01 - alert ApiErrorRateHigh fires"),
    (.acknowledged, "was acknowledged", "10:02 - @oncall acknowledging - investigating"),
    (.declared, "was declared", "10:02 - incident declared, severity P1"),
    (.mitigated, "was mitigated", "10:20 - mitigation applied: rollback complete"),
  ]
}
