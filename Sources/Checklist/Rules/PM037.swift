internal import Diagnostics
internal import Incidents
internal import Vocabulary

extension Rule {
  package static let misdatedIncidents = Rule(
    code: "PM037", name: "dates that the timeline contradicts", level: .warning,
    rationale: """
      The day of an incident is a day of its timeline. One that lies before the first entry or behind the last, \
      with a day of grace for zones, means that one of the two is wrong.
      """,
    bad: """
      # Checkout down

      ⟦**Date:** 2026-02-10⟧

      ## Timeline (UTC)

      - 2026-01-10 10:05 - Alert fires
      - 2026-01-10 10:45 - Resolved

      """,
    good: """
      # Checkout down

      **Date:** 2026-01-10

      ## Timeline (UTC)

      - 2026-01-10 10:05 - Alert fires
      - 2026-01-10 10:45 - Resolved

      """,
    check: .incident { subject in
      guard let document = subject.document, let stated = subject.incident.statedDay else {
        return []
      }
      let days = (subject.incident.timeline?.entries ?? []).compactMap { $0.day?.number }
      guard let first = days.min(), let last = days.max(),
        stated.day.number < first - grace || stated.day.number > last + grace
      else { return [] }
      let span = first == last ? "is of" : "begins on"
      return [
        Finding(
          path: document.path, range: document.range(ofLine: stated.line),
          message:
            "\(stated.day) contradicts the timeline, which \(span) \(CalendarDay(number: first))",
          help: "correct the date or the entries")
      ]
    })

  /// Days by which the clock of the review and that of the entries may differ.
  private static let grace = 1
}
