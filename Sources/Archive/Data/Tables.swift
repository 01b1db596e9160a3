internal import Incidents
internal import Learning
internal import Publishing
internal import Vocabulary

/// Tables for spreadsheets: a row per incident, and a row per action item.
extension ArchiveSite {
  var tables: [OutputFile] {
    [
      dataFile("incidents.csv") { incidentTable }, dataFile("actions.csv") { actionTable },
    ]
  }

  /// More bytes than most rows have: room that is not used costs nothing.
  private static let room = 1024

  private var incidentTable: [UInt8] {
    let milestones: [Milestone] = [.started, .detected, .mitigated, .resolved, .reviewed]
    var writer = CSVWriter(
      columns: ["key", "date", "severity", "title", "services", "factors", "tags", "detection"]
        + milestones.map(\.rawValue) + DerivedDuration.allCases.map { "\($0.rawValue)_minutes" }
        + ["actions_open", "actions_total", "url"])
    for (index, incident) in library.listed.enumerated() {
      var cells: [CSVWriter.Cell] = [
        .text(key(of: incident)), .optional(incident.day?.description),
        .optional(incident.severityLabel), .text(incident.title), Self.list(incident.services),
        Self.list(incident.factors), Self.list(incident.tags),
        .optional(incident.frontMatter.detectionSource?.written),
      ]
      for milestone in milestones {
        let moment = incident.milestones[milestone]?.moment
        cells.append(.optional(moment.map { $0.rfc3339 ?? $0.written }))
      }
      for duration in DerivedDuration.allCases {
        cells.append(.optional(incident.milestones.minutes(to: duration)))
      }
      cells += [
        .number(incident.openActionItemCount), .number(incident.actionItems.count),
        .text(address(of: url(ofIncident: index))),
      ]
      writer.row(cells)
    }
    return writer.bytes
  }

  private var actionTable: [UInt8] {
    let ledger = library.ledger
    let lists = [ledger.open, ledger.done, ledger.dropped]
    var writer = CSVWriter(
      columns: [
        "incident", "date", "title", "owner", "due", "state", "overdue", "kind", "link", "url",
      ], capacity: lists.reduce(0) { $0 + $1.count } * Self.room)
    for entry in lists.joined() {
      let incident = library.incidents[entry.incident]
      writer.row([
        .text(key(of: incident)), .optional(incident.day?.description), .text(entry.item.title),
        .optional(entry.item.owner),
        .optional(entry.item.due?.description ?? entry.item.dueWritten),
        .text(entry.item.state.rawValue), .text(entry.isOverdue ? "yes" : "no"),
        .optional(entry.item.kind), .optional(entry.item.link),
        .text(address(of: url(ofIncident: entry.incident))),
      ])
    }
    return writer.bytes
  }

  private static func list(_ values: [String]) -> CSVWriter.Cell {
    .text(values.joined(separator: "; "))
  }
}
