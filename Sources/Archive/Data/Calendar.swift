internal import Incidents
internal import Learning
internal import Publishing
internal import Runbooks
internal import Vocabulary

extension ArchiveSite {
  /// What is due when: open action items, and reviews that the response policy asks for.
  var calendar: [OutputFile] {
    [dataFile("calendar.ics") { calendarBytes }]
  }

  private var calendarBytes: [UInt8] {
    let stamp = library.today.map(Self.digits) ?? "19700101"
    // More than most events have: room that is not used costs nothing.
    var writer = CalendarWriter(
      name: library.configuration.title, stamp: stamp,
      capacity: (library.listed.count + library.ledger.open.count) * 1024)
    for (index, incident) in library.listed.enumerated() {
      let page = address(of: url(ofIncident: index))
      if let day = reviewDay(of: incident) {
        writer.event(
          id: Self.permanentID(key(of: incident) + "/review"), day: Self.digits(day),
          summary: "Review due: \(incident.title)",
          description: "The response policy asks for the review by this day.", url: page)
      }
      var known: [String: Int] = [:]
      for item in incident.openActionItems {
        guard let due = item.due else { continue }
        let name = "\(key(of: incident))/action/\(item.title)/\(due)"
        let number = known[name, default: 0]
        known[name] = number + 1
        writer.event(
          // Two items may say the same; programs keep one event of an id.
          id: Self.permanentID(number == 0 ? name : "\(name)/\(number)"),
          day: Self.digits(due), summary: "Due: \(item.title)",
          description: "Action item of “\(incident.title)”"
            + (item.owner.map { ", owner \($0)" } ?? "") + ".", url: page)
      }
    }
    writer.end()
    return writer.bytes
  }

  /// The day until which an incident has to be reviewed; `nil` when it was, or when no day is known.
  private func reviewDay(of incident: Incident) -> CalendarDay? {
    guard incident.milestones[.reviewed] == nil,
      let resolved = incident.milestones[.resolved]?.moment, resolved.hasDay
    else { return nil }
    return CalendarDay(number: (resolved.clock + library.policy[.review].minutes * 60) / 86_400)
  }

  private static func digits(_ day: CalendarDay) -> String {
    day.description.replacing("-", with: "")
  }
}
