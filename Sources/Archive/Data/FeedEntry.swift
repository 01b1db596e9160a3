internal import Files
internal import Incidents
internal import Learning
internal import Vocabulary

/// An incident as both feeds tell it.
struct FeedEntry {
  /// The same for the same incident in every build: its id, else the place of its page.
  let id: String
  let url: String
  let title: String
  /// What users saw, then what was learned; one of them may be missing.
  let summary: String
  /// RFC 3339.
  let published: String
  let updated: String
  /// Severity, services and tags.
  let categories: [String]
}

extension ArchiveSite {
  /// The newest incidents that have a day, newest first. Readers of feeds show some twenty.
  var feedEntries: [FeedEntry] {
    library.listed.enumerated().lazy.compactMap { index, incident in
      incident.day.map { feedEntry(of: incident, at: index, on: $0) }
    }
    .prefix(30).map(\.self)
  }

  private func feedEntry(of incident: Incident, at index: Int, on day: CalendarDay) -> FeedEntry {
    let start = Self.midnight(of: day)
    let reviewed = incident.milestones[.reviewed]?.moment
    return FeedEntry(
      id: Self.permanentID(key(of: incident)), url: address(of: url(ofIncident: index)),
      title: incident.title,
      summary: [incident.summary, incident.lesson].filter { !$0.isEmpty }.joined(separator: " "),
      published: incident.milestones[.started]?.moment.rfc3339 ?? start,
      updated: reviewed?.rfc3339 ?? reviewed?.day.map(Self.midnight) ?? start,
      categories: [incident.severityLabel].compactMap(\.self)
        + incident.services.map(serviceName) + incident.tags)
  }

  /// What names an incident in data for other programs: its id, else the place of its page.
  func key(of incident: Incident) -> String {
    if let id = incident.id { return id.description }
    return String(incident.archivePage.dropLast("/index.html".utf8.count))
  }

  /// A page of the archive as other programs reach it: whole when `site.yml` has the address of the site, else below the
  /// archive.
  func address(of page: String) -> String {
    let site = library.configuration.url
    return site.isEmpty ? page : "\(site)\(PageAddresses.archive)/\(LinkRewriter.encoded(page))"
  }

  /// A name that is the same in every build and on every machine, as RFC 9562 forms one from a hash (version 8).
  static func permanentID(_ key: String) -> String {
    var digits = Array(ContentHash(of: Array(key.utf8)).hex.utf8)
    digits[12] = UInt8(ascii: "8")
    digits[16] = UInt8(ascii: "8")
    let text = String(decoding: digits, as: UTF8.self)
    var rest = text[...]
    let parts = [8, 4, 4, 4, 12].map { length in
      defer { rest = rest.dropFirst(length) }
      return String(rest.prefix(length))
    }
    return "urn:uuid:" + parts.joined(separator: "-")
  }

  static func midnight(of day: CalendarDay) -> String { "\(day)T00:00:00Z" }
}
