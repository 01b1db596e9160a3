internal import Diagnostics
internal import Incidents
internal import Vocabulary

extension Rule {
  package static let milestoneOrder = Rule(
    code: "PM027", name: "milestones in an impossible order", level: .warning,
    rationale: """
      Nothing is detected before it starts, and no service recovers before it breaks. Either one \
      of the two times is a typo, or start and detection were swapped, which makes the detection \
      look instant.
      """,
    bad: """
      ---
      date: 2026-01-10
      severity: P1
      ---
      # Checkout down

      ## Timeline (UTC)

      ⟦- 09:55 - Alert ApiErrorRateHigh fires⟧
      - 09:58 - Error rate starts to rise
      - 10:30 - RESOLVED

      """,
    good: ExampleReview.record,
    check: .incident { subject in
      let milestones = subject.incident.milestones
      return pairs.compactMap { first, second in
        guard let before = milestones[first], let after = milestones[second],
          subject.process != nil || (before.basis == .stated && after.basis == .stated),
          let seconds = after.moment.seconds(since: before.moment), seconds < 0
        else { return nil }
        let isOneDay = before.moment.day == after.moment.day
        return subject.at(
          after,
          "\(second.rawValue) \(time(of: after.moment, isOneDay)), but \(first.rawValue) only \(time(of: before.moment, isOneDay)) (line \(before.line))",
          help: "correct one of the two times")
      }
    })

  /// "at 10:05", or with the day where the two are on different ones.
  private static func time(of moment: Moment, _ isOneDay: Bool) -> String {
    guard !isOneDay, let day = moment.day else { return "at \(moment.timeOfDay)" }
    return "on \(day) at \(moment.timeOfDay)"
  }

  /// The second never comes before the first.
  private static let pairs: [(Milestone, Milestone)] = [
    (.started, .detected), (.started, .mitigated), (.started, .resolved), (.detected, .resolved),
    (.resolved, .closed),
    (.resolved, .reviewed),
  ]
}
