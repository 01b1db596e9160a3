internal import Diagnostics
internal import Incidents

extension Rule {
  package static let inferredMilestones = Rule(
    code: "PM029", name: "milestones inferred from wording", level: .note,
    rationale: """
      The durations of this incident depend on an entry meaning what it seems to mean: "rolled \
      back" may be the mitigation, or one more attempt. The wording of the template, or a key in \
      the front matter, leaves no doubt.
      """,
    bad: ExampleReview.edited(
      ExampleReview.record,
      [
        "- 10:20 - Mitigation applied: rollback complete":
          "⟦- 10:20 - v1.2.4 rolled back everywhere⟧"
      ]),
    good: ExampleReview.record,
    remedies: [
      "use the wording of the template, or add a key such as 'mitigated:' to the front matter"
    ],
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
            "use the wording of the template, or add '\(milestone.rawValue):' to the front matter")
      }
    })
}
