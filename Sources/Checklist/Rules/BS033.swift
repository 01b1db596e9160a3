internal import Diagnostics
internal import Learning

extension Rule {
  package static let linksToDrafts = Rule(
    code: "BS033", name: "links to drafts", level: .warning,
    rationale: """
      A draft is on no page of the site, so a link to it from a page that is published becomes plain text. It \
      becomes a link when the draft is published.
      """,
    bad: "", good: "# Checkout down\n\nSee the [timeline](#timeline).\n\n## Timeline\n",
    remedies: ["publish the draft first, or leave the link out"],
    check: .library { library in
      let drafts = library.draftPaths
      guard !drafts.isEmpty else { return [] }
      let links = InternalLinks.broken(in: library) { link, target in
        link.isImage ? nil : finding(link.destination, to: target, from: link.page, drafts)
      }
      let named = InternalLinks.namedRunbooks(in: library) { name, page, target in
        finding(name, to: target, from: page, drafts)
      }
      return links + named
    })

  private static func finding(
    _ destination: String, to target: LinkTarget, from page: String, _ drafts: Set<String>
  ) -> Diagnostic? {
    guard case .page(_, let path, _) = target, drafts.contains(path), !drafts.contains(page) else {
      return nil
    }
    return Diagnostic(
      code: "BS033", level: .warning, path: "",
      message: "'\(destination)' points to a draft, so the link will be plain text",
      help: "publish the draft first, or leave the link out")
  }
}
