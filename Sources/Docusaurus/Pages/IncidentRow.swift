internal import Incidents
internal import Learning
internal import Publishing
internal import Vocabulary

/// An incident as a row of a table.
struct IncidentRow {
  private let site: SiteMap
  private let incident: Incident
  private let index: Int

  init(_ site: SiteMap, _ index: Int) {
    self.site = site
    self.index = index
    incident = site.library.incidents[index]
  }

  /// The title, as a link.
  var link: String { MarkdownTable.link(incident.title, address) }

  /// The post, or else the page of the archive.
  var address: String {
    site.posts[index]?.permalink
      ?? "pathname://\(PageAddresses.archive)/\(incident.archivePage)"
  }

  var day: String { incident.day?.description ?? "unknown" }
  var severity: String { Badge.severity(of: incident) }

  /// Day, severity, title, services, duration, open action items.
  var full: [String] {
    let services = incident.services.map { site.library.configuration.service($0)?.name ?? $0 }
    let open = incident.openActionItemCount
    return [
      day, severity, link, PlainText.escaped(services.joined(separator: ", ")),
      incident.minutes.map(Wording.length) ?? "", open == 0 ? "" : String(open),
    ]
  }

  /// Adds what ``link`` shows.
  func addLink(to inputs: inout PageInputs) {
    inputs.add(incident.title)
    inputs.add(site.posts[index]?.permalink ?? incident.archivePage)
  }

  /// Adds what ``full`` shows.
  func add(to inputs: inout PageInputs) {
    addLink(to: &inputs)
    inputs.add(incident.day?.description)
    inputs.add(incident.severityLabel)
    inputs.add(incident.severityTone)
    inputs.add(incident.services)
    inputs.add(incident.minutes ?? -1)
    inputs.add(incident.openActionItemCount)
  }

  static let fullColumns = [
    "Date", "Severity", "Incident", "Services", "Duration", "Open action items",
  ]
}
