internal import Bytes
internal import Incidents
internal import Learning
internal import Synchronization
internal import Templates
internal import Vocabulary

/// The rows of incident lists, each rendered once for all lists that show it.
struct IncidentRows: Sendable {
  /// Stands in a row for the way to the archive's folder, which differs between lists. No text has this byte.
  private static let root: UInt8 = 0xFF

  /// The rows of some incidents, in their order.
  private let rendered: @Sendable (_ incidents: [Int]) throws -> [[UInt8]]

  /// An error of the template is thrown by the pages that need a row.
  init(of library: Library, _ facets: FacetIndex, _ templates: ArchiveTemplates) {
    let known = Mutex([[UInt8]?](repeating: nil, count: library.listed.count))
    rendered = { incidents in
      let template = try templates.template(.incidentRow)
      var rows = known.withLock { known in incidents.map { known[$0] } }
      let missing = rows.indices.filter { rows[$0] == nil }
      for place in missing {
        var row: [UInt8] = []
        row.reserveCapacity(640)
        let incident = library.incidents[incidents[place]]
        try template.render(Self.value(of: incident, facets), into: &row)
        rows[place] = row
      }
      if !missing.isEmpty {
        known.withLock { known in for place in missing { known[incidents[place]] = rows[place] } }
      }
      return rows.compactMap(\.self)
    }
  }

  /// The rows of some incidents, in their order.
  func html(of incidents: some Sequence<Int>, on place: Place) throws -> HTML {
    var output: [UInt8] = []
    let root = Array(place.root.utf8)
    for row in try rendered(Array(incidents)) {
      var start = 0
      while let mark = row[start...].firstIndex(of: Self.root) {
        output.append(contentsOf: row[start..<mark])
        output.append(contentsOf: root)
        start = mark + 1
      }
      output.append(contentsOf: row[start...])
    }
    return HTML(trusted: output)
  }

  private static func value(of incident: Incident, _ facets: FacetIndex) -> TemplateValue {
    var record = incident.headline
    record["root"] = .html(HTML(trusted: [root]))
    record["services"] = facets.links(.service, incident.services)
    record["minutes"] = incident.minutes.map { .number($0) } ?? .nothing
    record["duration"] = .optional(incident.minutes.map { Wording.length($0) })
    record["openCount"] = .number(incident.openActionItemCount)
    return .record(record)
  }
}

extension Incident {
  /// What every list shows of an incident first.
  var headline: TemplateRecord {
    [
      "url": .text(archivePage),
      "title": .text(title),
      "day": .optional(day?.description),
      "sev": .optional(severityTone),
      "severity": .optional(severityLabel),
      "lesson": .text(lesson),
    ]
  }
}
