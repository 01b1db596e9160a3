internal import Diagnostics
internal import Incidents
internal import Learning
internal import Templates
internal import Vocabulary

/// The rows of incident lists, each rendered once for all pages two folders deep.
struct IncidentRows: Sendable {
  private let template: Template
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  private static let root = "../../"

  init(of library: Library, _ facets: FacetIndex, _ template: Template) throws(Diagnostic) {
    self.template = template
    bytes.reserveCapacity(library.listed.count * 640)
    ends.reserveCapacity(library.listed.count)
    for incident in library.listed {
      try template.render(Self.value(of: incident, facets, root: Self.root), into: &bytes)
      ends.append(bytes.count)
    }
  }

  /// The rows of some incidents, in their order.
  func html(
    of incidents: some Sequence<Int>, on place: Place, of site: ArchiveSite
  ) throws(Diagnostic) -> HTML {
    var output: [UInt8] = []
    if place.root == Self.root {
      for index in incidents {
        output.append(contentsOf: bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]])
      }
      return HTML(trusted: output)
    }
    for index in incidents {
      let incident = site.library.incidents[index]
      try template.render(Self.value(of: incident, site.facets, root: place.root), into: &output)
    }
    return HTML(trusted: output)
  }

  private static func value(
    of incident: Incident, _ facets: FacetIndex, root: String
  ) -> TemplateValue {
    var record = incident.headline
    record["root"] = .text(root)
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
      "sev": .optional(severity?.slug),
      "severity": .optional(severity?.rawValue),
      "lesson": .text(lesson),
    ]
  }
}
