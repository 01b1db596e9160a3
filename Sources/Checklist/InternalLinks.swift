internal import Diagnostics
internal import Learning

/// Goes through the links within the content folder.
enum InternalLinks {
  /// A link and the page that it is on.
  struct Place {
    let page: String
    let link: PageFacts.InternalLink

    var destination: String { link.destination }
    var isImage: Bool { link.isImage }
  }

  /// The findings of `judge`, each at its link, in the order of the pages.
  static func broken(
    in library: Library, judge: (Place, LinkTarget) -> Diagnostic?
  ) -> [Diagnostic] {
    library.pages.values.sorted { $0.path < $1.path }.flatMap { page in
      page.links.compactMap { link in
        let target = library.links.target(of: link.destination, from: page.path)
        guard var finding = judge(Place(page: page.path, link: link), target) else { return nil }
        finding.path = page.path
        finding.range = link.range
        return finding
      }
    }
  }

  /// The heading that a target names; the path is `nil` for the same page.
  static func anchor(of target: LinkTarget) -> (path: String?, anchor: String)? {
    switch target {
    case .heading(let anchor): (nil, anchor)
    case .page(_, let path, let anchor?): (path, anchor)
    case .page, .folder, .asset, .missing, .outside, .external: nil
    }
  }
}
