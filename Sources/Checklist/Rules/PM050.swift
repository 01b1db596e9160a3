internal import Diagnostics
internal import Incidents
internal import Runbooks
internal import Vocabulary

extension Rule {
  package static let lateAcknowledgement = Rule(
    code: "PM050", name: "late acknowledgements", level: .warning, lesserLevel: .note,
    rationale: """
      Between the alert and the acknowledgement nobody knows whether anybody is on it, so nobody \
      is, or two people are. The runbook sets the window; the default is 5 minutes. A missed \
      window is a question for the review, not a fault.
      """,
    bad: ExampleReview.edited(
      ExampleReview.record,
      [
        "- 10:02 - @oncall acknowledging - investigating":
          "⟦- 10:09 - @oncall acknowledging - investigating⟧",
        "- 10:02 - Incident declared": "- 10:09 - Incident declared",
      ]),
    good: ExampleReview.record,
    check: .incident { subject in
      let milestones = subject.incident.milestones
      let policy = subject.policy[.acknowledge]
      guard subject.process != nil, let mark = milestones[.acknowledged],
        let minutes = milestones.minutes(to: .acknowledge), minutes > policy.minutes
      else { return [] }
      return [
        subject.at(
          mark,
          "acknowledged \(Wording.length(minutes)) after the detection; \(policy.asks("allows"))",
          help: Wording.late)
      ].compactMap(\.self)
    })
}
