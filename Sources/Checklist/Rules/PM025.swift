internal import Diagnostics
internal import Incidents

extension Rule {
  package static let missingZone = Rule(
    code: "PM025", name: "times without a zone", level: .warning, lesserLevel: .note,
    rationale: """
      Two people who read "10:05" in two places think of two moments. No zone is ever invented, so the \
      times of this incident cannot be put beside those of a dashboard, a log or another incident.
      """,
    bad: """
      ---
      date: 2026-01-10
      ---
      # Checkout down

      ## ⟦Timeline⟧

      - 10:05 - Error rate at 25%
      - 10:45 - Resolved

      """,
    good: """
      ---
      date: 2026-01-10
      ---
      # Checkout down

      ## Timeline

      All times in UTC.

      - 10:05 - Error rate at 25%
      - 10:45 - Resolved

      """,
    check: .incident { subject in
      guard let timeline = subject.incident.timeline, timeline.zone == nil else { return [] }
      let timed = timeline.entries.filter { $0.moment != nil }
      // A zone that is not understood is another matter, and already reported.
      guard timed.count > 1, timed.allSatisfy({ $0.moment?.offset == nil }),
        timeline.remarks.allSatisfy({ $0.subject == .undecidedDate })
      else { return [] }
      return [
        subject.atRecord(
          "the times have no zone", help: "write 'All times in UTC.' above the entries")
      ].compactMap(\.self)
    })
}
