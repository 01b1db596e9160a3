internal import Diagnostics
internal import Incidents
internal import Vocabulary

extension Rule {
  package static let contradictedDates = Rule(
    code: "PM012", name: "conflicting dates", level: .warning,
    rationale: """
      The ID, the folder, the file name and 'date:' each give the day of the incident. When two of \
      them differ, the archive sorts by one and the chat channel has the other, so people look in \
      the wrong place.
      """,
    bad: """
      ---
      id: incident-2026-01-10-001
      date: ⟦2026-01-11⟧
      ---
      # Checkout down

      """,
    good: """
      ---
      id: incident-2026-01-10-001
      date: 2026-01-10
      ---
      # Checkout down

      """,
    check: .incident { subject in
      let frontMatter = subject.incident.frontMatter
      guard let field = frontMatter.date, let day = field.value?.day, frontMatter.isOfAnIncident
      else { return [] }
      let name = named(in: subject)
      if let id = frontMatter.id, let own = id.value?.day, own != day {
        // Of three days the one that stands alone is the wrong one.
        let isIDWrong = name.map { $0.day == day } ?? false
        return [
          Finding(
            path: subject.openingPath, range: isIDWrong ? id.range : field.range,
            message: "date \(day) differs from the date in the ID, \(own)",
            help: "correct the one that is wrong")
        ]
      }
      guard let name, name.day != day else { return [] }
      return [
        Finding(
          path: subject.openingPath, range: field.range,
          message: "date \(day) differs from the date in the \(name.words), \(name.day)",
          help: "correct the date or the name")
      ]
    })

  /// The day in the name of the folder or the file.
  private static func named(
    in subject: IncidentUnderReview
  ) -> (words: String, day: CalendarDay)? {
    if let folder = subject.folder {
      return IncidentID(folder).map { ("folder name", $0.day) }
    }
    let file = subject.openingPath.split(separator: "/").last ?? ""
    return CalendarDay(leading: Array(file.utf8)[...]).map { ("file name", $0) }
  }
}
