internal import Diagnostics
internal import Incidents
internal import Learning
internal import Vocabulary

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
        guard case .page(_, let path, _) = target, !link.isImage else { return nil }
        return finding(link.destination, at: path, from: link.page, drafts)
      }
      let named = library.incidents.flatMap { incident in
        incident.frontMatter.runbooks.compactMap { field -> Diagnostic? in
          let target = library.links.target(of: field.written, from: incident.path)
          guard case .page(_, let path, _) = target,
            var found = finding(field.written, at: path, from: incident.path, drafts)
          else { return nil }
          found.path = incident.path
          found.range = field.range
          return found
        }
      }
      return links + named.eachOnce
    })

  private static func finding(
    _ destination: String, at path: String, from page: String, _ drafts: Set<String>
  ) -> Diagnostic? {
    guard drafts.contains(path), !drafts.contains(page) else { return nil }
    return Diagnostic(
      code: "BS033", level: .warning, path: "",
      message: "'\(destination)' points to a draft, so the link will be plain text",
      help: "publish the draft first, or leave the link out")
  }
}
