package import CommonMark
package import Incidents
package import Learning

extension PageInputs {
  /// The bytes of the documents of an incident, and the names that the library gave it.
  package mutating func add(_ incident: Incident) {
    add(source: incident.path)
    if let path = incident.timelinePath, path != incident.path { add(source: path) }
    add(incident.part?.lowerBound ?? 0)
    add(incident.pageName)
    add(incident.slug)
  }

  /// Where a link leads.
  package mutating func add(_ change: LinkChange) {
    switch change {
    case .keep: add(0)
    case .unlink: add(1)
    case .replace(let address):
      add(2)
      add(address)
    }
  }

  /// Where the links of a document lead from the page, as `change` says. A link to a heading of the document itself
  /// depends on nothing else, except in a log, whose headings are on several pages.
  package mutating func add(
    _ links: [PageFacts.InternalLink], of path: String, in library: Library,
    _ change: (PageFacts.InternalLink) -> LinkChange
  ) {
    let isLog = library.links.isLog(path)
    for link in links where isLog || !link.destination.hasPrefix("#") { add(change(link)) }
  }
}

extension Library {
  /// Tells of the destinations in a document whether a page that shows it names them among its inputs. Where others
  /// lead, the inputs do not say.
  package func namedLinks(of path: String) -> (_ destination: String) -> Bool {
    let known = Set((pages[path]?.links ?? []).map(\.destination))
    return { !Link.isInternal($0) || known.contains($0) }
  }
}
