internal import CommonMark
internal import Incidents
internal import Learning
internal import Publishing
internal import Runbooks

/// Points the links of one page to their targets on the site.
///
/// A link without a target loses its address and keeps its text: it would stop the build of the site, and
/// the checklist has already reported it.
struct PageLinks: Sendable {
  let site: SiteMap
  /// The document that contains the links.
  let path: String
  /// Where the page is, from the root of the site.
  let permalink: String
  /// The id of the heading that became the page's title.
  let titleAnchor: String?
  /// Where the page's files are, below the site.
  let assetFolder: String
  /// The same folder as a relative address.
  let assetPrefix: String

  /// Adds where the links of the document lead.
  func add(_ list: [PageFacts.InternalLink], to inputs: inout PageInputs) {
    inputs.add(list, of: path, in: site.library) { link in
      change(LinkUse(destination: link.destination, isImage: link.isImage, isInExcerpt: false))
    }
  }

  /// ``change(_:)``, which calls `note` for a link that ``add(_:to:)`` did not add.
  func changes(noting note: @escaping () -> Void) -> (LinkUse) -> LinkChange {
    let isNamed = site.library.namedLinks(of: path)
    return { use in
      if !isNamed(use.destination) { note() }
      return change(use)
    }
  }

  func change(_ use: LinkUse) -> LinkChange {
    let destination = use.destination
    if destination.hasPrefix("//") {
      return LinkAddress.isParsable("https:" + destination) ? .keep : .unlink
    }
    return change(use, to: site.library.links.target(of: destination, from: path))
  }

  /// Where an outcome of a decision tree leads; `nil` when it leads nowhere.
  func address(of lead: DecisionLead) -> String? {
    let use = LinkUse(destination: lead.written ?? "", isImage: false, isInExcerpt: false)
    switch change(use, to: lead.target) {
    case .keep: return SafeHTML.isUnsafe(destination: use.destination) ? nil : use.destination
    case .unlink: return nil
    case .replace(let address): return address
    }
  }

  private func change(_ use: LinkUse, to target: LinkTarget) -> LinkChange {
    let destination = use.destination
    switch target {
    case .external where destination.hasPrefix("/"): return fromRoot(use)
    case .external:
      let isAddress = !Link.isInternal(destination) && LinkAddress.isParsable(destination)
      return isAddress ? .keep : .unlink
    case .heading(let anchor):
      let isLost = site.library.links.isOnNoPage(heading: anchor, of: path)
      return isLost ? .unlink : heading(anchor, use)
    case .page(.incident(let index, _), _, let anchor?)
    where destination.hasPrefix("#") && site.posts[index]?.permalink == permalink:
      // A heading of the same incident in a log.
      return heading(anchor, use)
    case .page(.incident(let index, let isTimeline), let path, let anchor):
      return use.isImage ? .unlink : incident(index, isTimeline: isTimeline, anchor, of: path)
    case .page(.runbook(let index), let path, let anchor):
      return use.isImage ? .unlink : .replace(runbook(index, anchor, of: path))
    case .folder(let place):
      return use.isImage ? .unlink : .replace(site.permalink(ofFolder: place))
    case .asset(let path):
      if use.isImage {
        return site.assets[assetFolder]?[path].map { .replace(assetPrefix + $0) } ?? .unlink
      }
      guard let name = site.linkedFiles[assetFolder]?[path] else { return .unlink }
      return .replace("pathname:///\(SiteMap.evidence)/\(assetFolder)/\(name)")
    case .missing, .outside: return .unlink
    }
  }

  /// A path from the root of the site is kept when it is one of our pages.
  private func fromRoot(_ use: LinkUse) -> LinkChange {
    let destination = use.destination
    if destination.hasPrefix("/archive/") { return .replace("pathname://" + destination) }
    var page = String(destination.prefix { $0 != "#" && $0 != "?" })
    if page.count > 1, page.hasSuffix("/") { page.removeLast() }
    return !use.isImage && site.isPage(page) ? .replace(page) : .unlink
  }

  /// Whether raw HTML in a document has an id.
  private func hasID(_ id: String, _ path: String) -> Bool {
    site.library.pages[path]?.line(ofID: id) != nil
  }

  private func heading(_ anchor: String, _ use: LinkUse) -> LinkChange {
    if anchor.isEmpty || anchor == titleAnchor { return .replace(permalink) }
    guard site.library.pages[path]?.hasAnchor(anchor) == true else { return .unlink }
    return use.isInExcerpt ? .replace("\(permalink)#\(anchor)") : .keep
  }

  private func incident(
    _ index: Int, isTimeline: Bool, _ anchor: String?, of path: String
  ) -> LinkChange {
    let incident = site.library.incidents[index]
    guard let post = site.posts[index] else {
      return .replace("pathname://\(PageAddresses.archive)/\(incident.archivePage)")
    }
    if let anchor, hasID(anchor, path) { return .replace("\(post.permalink)#\(anchor)") }
    if isTimeline, let timeline = site.timelineAnchor(ofIncident: index) {
      return .replace("\(post.permalink)#\(timeline)")
    }
    let title = incident.titleHeading?.line
    guard let anchor,
      incident.sections.contains(where: { $0.anchor == anchor && $0.line != title })
    else {
      return .replace(post.permalink)
    }
    return .replace("\(post.permalink)#\(anchor)")
  }

  private func runbook(_ index: Int, _ anchor: String?, of path: String) -> String {
    let doc = site.runbooks[index]
    let sections = site.library.runbooks[index].sections
    guard let anchor, sections.contains(where: { $0.anchor == anchor }) || hasID(anchor, path)
    else { return doc.permalink }
    return "\(doc.permalink)#\(anchor)"
  }
}
