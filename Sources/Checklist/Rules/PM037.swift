internal import Diagnostics
internal import Incidents
internal import Vocabulary

extension Rule {
  package static let misdatedIncidents = Rule(
    code: "PM037", name: "dates that contradict the timeline", level: .warning,
    rationale: """
      The date of an incident lies within its timeline. A date before the first entry or after the \
      last one, with a day of slack for time zones, means that the date or an entry is wrong.
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
      let span = first == last ? "is on" : "starts on"
      return [
        Finding(
          path: document.path, range: document.range(ofLine: stated.line),
          message:
            "date \(stated.day) contradicts the timeline, which \(span) \(CalendarDay(number: first))",
          help: "correct the date or the entries")
      ]
    })

  /// Days by which the clock of the review and that of the entries may differ.
  private static let grace = 1
}
