internal import CommonMark
internal import Incidents
internal import Learning
internal import Publishing

extension PageInputs {
  mutating func add(_ links: [PageFacts.InternalLink], with rewriter: LinkRewriter) {
    add(links, of: rewriter.path, in: rewriter.site.library) { rewriter.change($0.destination) }
  }

  mutating func addLinks(of incident: Incident, on place: Place, in site: ArchiveSite) {
    for (path, links) in site.library.links(of: incident) {
      add(links, with: LinkRewriter(site: site, path: path, place: place))
    }
  }
}
