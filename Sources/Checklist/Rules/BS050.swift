internal import Diagnostics
internal import Incidents
internal import Learning
internal import Vocabulary

extension Rule {
  package static let brokenLinks = Rule(
    code: "BS050", name: "broken links", level: .error,
    rationale: """
      A link that leads nowhere fails the Docusaurus build, and in the archive it fails the reader at 03:00. Names \
      are compared with exact case, since servers do.
      """,
    bad: "# Checkout down\n\nSee the [rollback](⟦rolback.md⟧).\n",
    good: "# Checkout down\n\nSee the [timeline](#timeline).\n\n## Timeline\n",
    check: .library { library in
      named(in: library)
        + InternalLinks.broken(in: library) { link, target in
          guard !link.isImage else { return nil }
          switch target {
          case .missing(let path, let near):
            return Diagnostic(
              code: "BS050", level: .error, path: "",
              message: "'\(link.destination)' leads to no file: \(path)",
              help: near.map { "write the name as it is: \($0)" }
                ?? "correct the path, or add the file to the content")
          case .outside:
            return Diagnostic(
              code: "BS050", level: .error, path: "",
              message: "'\(link.destination)' leads out of the content folder",
              help: "link to a page of the site by its URL, or move the file into the content")
          case .external, .heading, .page, .asset: return nil
          }
        }
    })

  /// The runbooks that the front matter names are links as well.
  private static func named(in library: Library) -> [Diagnostic] {
    library.incidents.flatMap { incident in
      incident.frontMatter.runbooks.compactMap { field in
        let target = library.links.target(of: field.written, from: incident.path)
        guard case .missing(let path, let near) = target else { return nil }
        return Diagnostic(
          code: "BS050", level: .error, path: incident.path, range: field.range,
          message: "runbook '\(field.written)' leads to no file: \(path)",
          help: near.map { "write the name as it is: \($0)" }
            ?? "correct the path, or write the runbook")
      }
    }.eachOnce
  }
}
