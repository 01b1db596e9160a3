package import Incidents
package import Runbooks
internal import Vocabulary

extension Incident {
  /// Its page below the archive.
  package var archivePage: String { "incidents/\(pageName)/index.html" }

  /// Its post below the blog, as in `/2026/01/10/connection-pool`; `nil` without a day, because a date is never
  /// invented.
  package var postSlug: String? {
    day.map { "/\($0.description.split(separator: "-").joined(separator: "/"))/\(slug)" }
  }
}

extension Runbook {
  /// Its page below the archive.
  package var archivePage: String {
    place.isEmpty ? "runbooks/index.html" : "runbooks/\(place)/index.html"
  }

  /// Its page below the docs, as in `/runbooks/alerts/DiskFull`.
  package var docSlug: String { place.isEmpty ? "/runbooks" : "/runbooks/\(place)" }
}

/// The addresses of the pages of incidents and runbooks, from the root of the site: in the archive, the blog and
/// the docs.
package struct PageAddresses: Sendable {
  package static let archive = "/archive"
  package static let blog = "/blog"
  package static let docs = "/docs"

  /// By normal form.
  private var pages: [String: LinkTarget.Page] = [:]

  package init(of library: Library) {
    for (index, incident) in library.incidents.enumerated() {
      for address in Self.addresses(of: incident) {
        pages[Self.normal(address)] = .incident(index, isTimeline: false)
      }
    }
    for (index, runbook) in library.runbooks.enumerated() {
      for address in Self.addresses(of: runbook) { pages[Self.normal(address)] = .runbook(index) }
    }
  }

  /// The page that has an address, however its end is written.
  package func page(at address: String) -> LinkTarget.Page? { pages[Self.normal(address)] }

  /// All addresses, sorted.
  package var all: [String] { pages.keys.sorted() }

  /// In the archive, then on the Docusaurus site.
  package static func addresses(of incident: Incident) -> [String] {
    [normal("\(archive)/\(incident.archivePage)"), incident.postSlug.map { blog + $0 }].compactMap(
      \.self)
  }

  package static func addresses(of runbook: Runbook) -> [String] {
    [normal("\(archive)/\(runbook.archivePage)"), docs + runbook.docSlug]
  }

  /// Without `index.html`, slashes at the end, and doubled ones.
  package static func normal(_ address: String) -> String {
    var parts = address.split(separator: "/")
    if parts.last == "index.html" { parts.removeLast() }
    return "/" + parts.joined(separator: "/")
  }

  /// Whether pages of incidents and runbooks lie below such an address, and a file can have its path.
  package static func isOfPage(_ address: String) -> Bool {
    let isPath = address.split(separator: "/").allSatisfy { part in
      !part.allSatisfy { $0 == "." }
        && part.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"?#%\\\"<>:|*".utf8.contains($0) }
    }
    guard isPath else { return false }
    let folders = ["\(archive)/incidents/", "\(archive)/runbooks/", "\(blog)/", "\(docs)/runbooks"]
    return folders.contains { address.hasPrefix($0) }
  }
}
