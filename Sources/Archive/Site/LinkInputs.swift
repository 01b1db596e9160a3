internal import CommonMark
internal import Incidents
internal import Learning
internal import Publishing

extension PageInputs {
  /// Where the links of a document lead from a page. A link to a heading of the document itself depends on nothing
  /// else, except in a log, whose headings are on several pages.
  mutating func add(_ links: [PageFacts.InternalLink], with rewriter: LinkRewriter) {
    let isLog = rewriter.site.library.links.isLog(rewriter.path)
    for link in links where isLog || !link.destination.hasPrefix("#") {
      add(rewriter.change(link.destination))
    }
  }

  mutating func addLinks(of incident: Incident, on place: Place, in site: ArchiveSite) {
    for (path, links) in site.library.links(of: incident) {
      add(links, with: LinkRewriter(site: site, path: path, place: place))
    }
  }
}
