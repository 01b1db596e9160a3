internal import Diagnostics
internal import Incidents
internal import Learning
internal import Runbooks
internal import Vocabulary

extension Rule {
  package static let lateReview = Rule(
    code: "PM059", name: "late reviews", level: .warning, lesserLevel: .note,
    rationale: """
      After two days people remember the story they have told, and after a week the one they have \
      read. The runbook sets the window, which is counted from the resolution; the default is 48 \
      hours.
      """,
    bad: ExampleReview.edited(
      ExampleReview.reviewedRecord,
      ["reviewed: 2026-01-12 10:00 UTC": "⟦reviewed: 2026-01-14 10:00 UTC⟧"]),
    good: ExampleReview.reviewedRecord,
    check: .incident { subject in
      let policy = subject.policy[.review]
      guard subject.process != nil, let mark = subject.incident.milestones[.reviewed],
        case .late(let minutes, let days)? = ReviewLag(of: subject.incident, policy: subject.policy)
      else { return [] }
      let lag = minutes.map(Wording.length) ?? Wording.days(days)
      return [
        subject.at(
          mark,
          "reviewed \(lag) after the resolution; \(policy.asks("allows"))",
          help: "say in the review why it was late, or correct the date")
      ].compactMap(\.self)
    })
}
