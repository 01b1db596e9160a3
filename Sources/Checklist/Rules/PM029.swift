internal import Diagnostics
internal import Incidents

extension Rule {
  package static let inferredMilestones = Rule(
    code: "PM029", name: "milestones read from wording only", level: .note,
    rationale: """
      The durations of this incident depend on it that an entry means what it seems to mean: "rolled back" \
      may be the mitigation, or one more attempt. The words of the template, or a key in the front matter, \
      leave no doubt.
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
      - 10:02 - Incident declared: `/incident create "API errors"`, severity P1
      - 10:10 - #customer-success notified
      - 10:15 - Initiating rollback
      ⟦- 10:20 - v1.2.4 rolled back everywhere⟧
      - 10:25 - #customer-success notified: errors are over
      - 10:30 - RESOLVED

      """,
    good: ExampleReview.record,
    check: .incident { subject in
      guard subject.process != nil, let timeline = subject.incident.timeline else { return [] }
      let known = subject.incident.milestones.known
      let entries = timeline.entries + timeline.recap
      return known.filter { $0.mark.basis == .worded }.compactMap { milestone, mark in
        guard let entry = entries.first(where: { $0.line == mark.line }), !entry.isLabelled,
          !MilestoneVocabulary.isAgreed(milestone, in: entry.text)
        else { return nil }
        return subject.at(
          mark, "'\(milestone.rawValue)' is only inferred from the wording of line \(mark.line)",
          help:
            "use the words of the template, or state '\(milestone.rawValue):' in the front matter")
      }
    })
}
