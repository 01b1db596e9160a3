internal import Diagnostics
internal import Incidents
internal import Vocabulary

extension Rule {
  package static let missingMilestones = Rule(
    code: "PM026", name: "milestones that are not recorded", level: .warning, lesserLevel: .note,
    rationale: """
      Time to detect, to acknowledge and to mitigate are differences between milestones. One that no entry \
      tells leaves the durations on both sides of it unknown, for this incident and for every figure of \
      the archive.
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
            "which of the entries before the detection tells the start is not clear",
            help: "say that something 'starts to fail', or add 'started:' to the front matter"))
      }
      if let first = silent.first {
        findings.append(
          subject.atRecord(
            "\(Wording.list(silent.map(\.words))) is not recorded",
            help:
              "add an entry such as '\(first.example)', or '\(first.milestone.rawValue):' in the front matter"
          ))
      }
      return findings.compactMap(\.self)
    })

  private static func tellsBefore(in subject: IncidentUnderReview) -> Bool {
    guard let detected = subject.record.minute(of: .detected) else { return false }
    return subject.record.events.first.map { $0.minute < detected } ?? false
  }

  /// In the words of the template. The resolution is asked for by PM035.
  private static let asked: [(milestone: Milestone, words: String, example: String)] = [
    (.started, "when it started", "09:58 - error rate starts to rise"),
    (.detected, "when it was detected", "10:01 - alert ApiErrorRateHigh fires"),
    (.acknowledged, "when it was acknowledged", "10:02 - @oncall acknowledging - investigating"),
    (.declared, "when it was declared", "10:02 - incident declared, severity P1"),
    (.mitigated, "when it was mitigated", "10:20 - mitigation applied: rollback complete"),
  ]
}
