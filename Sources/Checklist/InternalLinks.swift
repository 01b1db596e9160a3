internal import Diagnostics
internal import Incidents
internal import Learning
internal import Vocabulary

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

  /// The findings of `judge` about the runbooks that front matter names, which are links as well; each once.
  static func namedRunbooks(
    in library: Library, judge: (_ name: String, _ page: String, LinkTarget) -> Diagnostic?
  ) -> [Diagnostic] {
    library.incidents.flatMap { incident in
      incident.frontMatter.runbooks.compactMap { field in
        let target = library.links.target(of: field.written, from: incident.path)
        guard var finding = judge(field.written, incident.path, target) else { return nil }
        finding.path = incident.path
        finding.range = field.range
        return finding
      }
    }.eachOnce
  }

  /// The heading that a target names; the path is `nil` for the same page.
  static func anchor(of target: LinkTarget) -> (path: String?, anchor: String)? {
    switch target {
    case .heading(let anchor): (nil, anchor)
    case .page(_, let path, let anchor?): (path, anchor)
    case .page, .folder, .asset, .missing, .outside, .external: nil
    }
  }

  /// What to do about a path that differs from that of a file in letter case or in its encoding: texts are equal
  /// here when they look the same.
  static func help(naming near: String, for path: String) -> String {
    near == path
      ? "a file with a name that looks the same has its accents encoded differently; rename it, or copy its name into the link"
      : "use the exact name: \(near)"
  }
}
