internal import Diagnostics
internal import Incidents

extension Rule {
  package static let contradictedDates = Rule(
    code: "PM012", name: "dates that contradict each other", level: .warning,
    rationale: """
      The id, the folder, the file name and 'date:' each say on which day it was. Where two of them \
      differ, the archive sorts by one, the chat channel has the other, and both are looked for in vain.
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
      guard let field = frontMatter.date, let day = field.value?.day, frontMatter.isOfAnIncident,
        let (name, other) = named(in: subject), other != day
      else { return [] }
      return [
        Finding(
          path: subject.openingPath, range: field.range,
          message: "date \(day) is not that of the \(name), \(other)",
          help: "correct the one that is wrong")
      ]
    })

  /// The day that the id, the folder or the file has in its name, and which of them.
  private static func named(in subject: IncidentUnderReview) -> (name: String, day: CalendarDay)? {
    if let id = subject.incident.frontMatter.id?.value { return ("id", id.day) }
    if let folder = subject.folder {
      return IncidentID(folder).map { ("folder's name", $0.day) }
    }
    let file = subject.openingPath.split(separator: "/").last ?? ""
    return CalendarDay(leading: Array(file.utf8)[...]).map { ("file's name", $0) }
  }
}
