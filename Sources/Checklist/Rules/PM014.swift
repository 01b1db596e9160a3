internal import Diagnostics
internal import Incidents
internal import Vocabulary

extension Rule {
  package static let earlyEntries = Rule(
    code: "PM014", name: "entries on the day before", level: .warning,
    rationale: """
      A first entry that is dated a day before the incident is usually a slip of one digit, which makes every \
      duration a day too long. A dated entry about what led to the incident is not meant.
      """,
    bad: """
      ---
      date: 2026-01-10
      severity: P1
      ---
      # Checkout down

      ## Timeline (UTC)

      ⟦- 2026-01-09 10:05 - Error rate at 25%⟧
      - 10:45 - Resolved

      """,
    good: """
      ---
      date: 2026-01-10
      severity: P1
      ---
      # Checkout down

      ## Timeline (UTC)

      - 2026-01-10 10:05 - Error rate at 25%
      - 10:45 - Resolved

      """,
    check: .incident { subject in
      let incident = subject.incident
      guard incident.frontMatter.isOfAnIncident, let day = incident.frontMatter.date?.value?.day,
        let timeline = incident.timeline, !timeline.isNewestFirst
      else { return [] }
      let entries = timeline.entries.filter { !$0.isLabelled }
      guard let first = entries.first, first.day?.number == day.number - 1 else { return [] }
      // What led to an incident is often a dated entry before its first sign.
      let goesOn = entries.dropFirst().first.map { $0.day == first.day } ?? true
      let isDetection = incident.milestones[.detected].map {
        $0.basis == .worded && $0.line == first.line
      }
      guard goesOn || isDetection == true else { return [] }
      return [
        subject.at(
          line: first.line,
          "the first entry is on \(CalendarDay(number: day.number - 1)), a day before the incident's date, \(day)",
          help: "correct the entry or the date")
      ].compactMap(\.self)
    })
}
