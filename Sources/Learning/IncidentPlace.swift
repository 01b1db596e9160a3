internal import Incidents
internal import Vocabulary

/// What decides where an incident is in the list: newest first.
struct IncidentPlace: Comparable {
  let day: CalendarDay?
  let id: IncidentID?
  let path: String
  let line: Int

  init(of incident: Incident) {
    day = incident.day
    id = incident.id
    path = incident.path
    line = incident.line
  }

  static func < (left: Self, right: Self) -> Bool {
    if left.day != right.day {
      guard let leftDay = left.day else { return false }
      guard let rightDay = right.day else { return true }
      return leftDay > rightDay
    }
    if left.id != right.id, let leftID = left.id, let rightID = right.id {
      return leftID > rightID
    }
    return (left.path, left.line) < (right.path, right.line)
  }
}
