internal import Bytes
internal import Diagnostics
internal import Files
internal import Incidents
internal import Learning
internal import Publishing
internal import Synchronization
internal import Templates
internal import Vocabulary

/// The rows of incident lists, each rendered once for all lists that show it.
struct IncidentRows: Sendable {
  /// Stands in a row for the way to the archive's folder, which differs between lists. No text has this byte.
  private static let root: UInt8 = 0xFF

  /// The rows of some incidents, in their order.
  private let rendered: @Sendable (_ incidents: [Int]) -> [Result<[UInt8], any Error>]
  /// The hashes of what some rows show.
  private let hashes: @Sendable (_ incidents: [Int]) -> [ContentHash]

  /// Which columns of the lists have a value for some incident: `services`, `impact` and `actions`.
  let columns: TemplateRecord

  /// An error of the template is thrown by the pages that need a row.
  init(of library: Library, _ facets: FacetIndex, _ templates: ArchiveTemplates) {
    let template = Result { () throws(Diagnostic) in try templates.template(.incidentRow) }
    let incidents = library.incidents
    let count = library.listed.count
    let columns = Self.columns(of: library.listed)
    self.columns = columns
    rendered = Self.remembering(count) { index in
      Result {
        var row: [UInt8] = []
        row.reserveCapacity(640)
        try template.get().render(Self.value(of: incidents[index], facets, columns), into: &row)
        // With no room for more, since all rows are kept.
        return row.map { $0 }
      }
    }
    hashes = Self.remembering(count) { Self.hash(of: incidents[$0], facets, columns) }
  }

  /// Makes what belongs to incidents, each once, on any thread.
  private static func remembering<Made: Sendable>(
    _ count: Int, _ make: @escaping @Sendable (_ incident: Int) -> Made
  ) -> @Sendable (_ incidents: [Int]) -> [Made] {
    let known = Mutex([Made?](repeating: nil, count: count))
    return { incidents in
      let old = known.withLock { known in incidents.map { known[$0] } }
      let all = zip(incidents, old).map { $1 ?? make($0) }
      known.withLock { known in
        for (place, incident) in incidents.enumerated() where old[place] == nil {
          known[incident] = all[place]
        }
      }
      return all
    }
  }

  /// Adds what the rows of some incidents show.
  func add(_ incidents: some Sequence<Int>, to inputs: inout PageInputs) {
    for hash in hashes(Array(incidents)) { inputs.add(hash) }
  }

  private static func hash(
    of incident: Incident, _ facets: FacetIndex, _ columns: TemplateRecord
  ) -> ContentHash {
    var writer = RecordWriter()
    value(of: incident, facets, columns).write(to: &writer)
    return ContentHash(of: writer.bytes)
  }

  /// The rows of some incidents, in their order.
  func html(of incidents: some Sequence<Int>, on place: Place) throws -> HTML {
    var output: [UInt8] = []
    let root = Array(place.root.utf8)
    for rendered in rendered(Array(incidents)) {
      let row = try rendered.get()
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

  private static func columns(of incidents: some Collection<Incident>) -> TemplateRecord {
    [
      "services": .flag(incidents.contains { !$0.services.isEmpty }),
      "impact": .flag(incidents.contains { $0.minutes != nil || $0.statedLength != nil }),
      "actions": .flag(incidents.contains { $0.openActionItemCount > 0 }),
    ]
  }

  private static func value(
    of incident: Incident, _ facets: FacetIndex, _ columns: TemplateRecord
  ) -> TemplateValue {
    var record = incident.headline
    record["root"] = .html(HTML(trusted: [root]))
    record["services"] = facets.links(.service, incident.services)
    let stated = incident.statedLength
    record["minutes"] = (incident.minutes ?? stated?.minutes).map { .number($0) } ?? .nothing
    record["duration"] = .optional((incident.minutes ?? stated?.minutes).map { Wording.length($0) })
    record["isStated"] = .flag(stated != nil)
    record["columns"] = .record(columns)
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
