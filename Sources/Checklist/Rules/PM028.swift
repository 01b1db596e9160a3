internal import Diagnostics
internal import Incidents
internal import Learning
internal import Vocabulary

extension Rule {
  package static let entriesAfterClose = Rule(
    code: "PM028", name: "entries after the incident was closed", level: .warning,
    rationale: """
      What happens after '/incident close' is another incident, or the incident was closed too \
      early. Either way the durations are wrong.
      """,
    bad: """
      ---
      date: 2026-01-10
      ---
      # Checkout down

      ## Timeline (UTC)

      - 10:30 - RESOLVED
      - 10:35 - `/incident close "Rolled back"`
      ⟦- 10:50 - Error rate rises again⟧

      """,
    good: """
      ---
      date: 2026-01-10
      ---
      # Checkout down

      ## Timeline (UTC)

      - 10:30 - RESOLVED
      - 10:35 - `/incident close "Rolled back"`

      """,
    check: .incident { subject in
      guard let closed = subject.record.minute(of: .closed),
        let mark = subject.incident.milestones[.closed], mark.basis == .worded,
        let late = subject.record.events.first(where: { $0.minute > closed && !isReview($0.entry) })
      else { return [] }
      return [
        subject.at(
          line: late.line,
          "this entry comes after the incident was closed at \(mark.moment.timeOfDay) (line \(mark.line))",
          help: "close the incident after its last entry, or start a new one")
      ].compactMap(\.self)
    })

  /// The review and its publication naturally come after the end.
  private static func isReview(_ entry: TimelineEntry) -> Bool {
    let words = Words(entry.text)
    return ["review", "postmortem", "post mortem", "retrospective", "debrief", "rca"].contains {
      words.contains($0)
    }
  }
}
