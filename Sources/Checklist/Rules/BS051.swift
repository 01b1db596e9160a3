internal import Diagnostics
internal import Learning

extension Rule {
  package static let brokenAnchors = Rule(
    code: "BS051", name: "broken anchors", level: .error,
    rationale: """
      A link to a renamed heading opens the top of a long page instead. Docusaurus is configured \
      to reject it, so the site would not build.
      """,
    bad: "# Checkout down\n\nSee [below](⟦#rot-cause⟧).\n\n## Root cause\n",
    good: "# Checkout down\n\nSee [below](#root-cause).\n\n## Root cause\n",
    check: .library { library in
      InternalLinks.broken(in: library) { link, target in
        guard let (path, anchor) = InternalLinks.anchor(of: target), !anchor.isEmpty,
          let page = library.pages[path ?? link.page]
        else { return nil }
        guard !page.hasAnchor(anchor) else {
          return path == nil ? lost(link, to: anchor, in: library) : nil
        }
        let place = path.map { $0 == link.page ? "this page" : $0 } ?? "this page"
        return Diagnostic(
          code: "BS051", level: .error, path: "",
          message:
            "'\(link.destination)' points to a missing heading: \(place) has no '#\(anchor)'",
          help: "write the heading in lower case with hyphens for spaces, as in '#root-cause'")
      }
    })

  /// A link from an incident of a log to a heading outside all of them.
  private static func lost(
    _ link: InternalLinks.Place, to anchor: String, in library: Library
  ) -> Diagnostic? {
    guard library.links.isOnNoPage(heading: anchor, of: link.page),
      library.links.shows(link.link.range.lowerBound.line, of: link.page)
    else { return nil }
    return Diagnostic(
      code: "BS051", level: .error, path: "",
      message:
        "'\(link.destination)' points to text on no page: the heading is outside the incidents of the file",
      help: "move the text below the heading into an incident or a runbook, and link to that")
  }
}
