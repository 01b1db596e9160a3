internal import Diagnostics
internal import Incidents
internal import Learning
internal import Vocabulary

extension Rule {
  package static let brokenLinks = Rule(
    code: "BS050", name: "broken links", level: .error,
    rationale: """
      A dead link stops the Docusaurus build, and in the archive it lets a reader down at 03:00. \
      Upper and lower case must match, as they must on a web server.
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
              message: "'\(link.destination)' points to a missing file: \(path)",
              help: near.map { "use the exact name: \($0)" }
                ?? "correct the path, or add the file to the content folder")
          case .outside:
            return Diagnostic(
              code: "BS050", level: .error, path: "",
              message: "'\(link.destination)' points outside the content folder",
              help:
                "link to a page of the site by its URL, or move the file into the content folder")
          case .external, .heading, .page, .folder, .asset: return nil
          }
        }
    })

  /// The findings of the runbooks that front matter names, which are links as well.
  private static func named(in library: Library) -> [Diagnostic] {
    library.incidents.flatMap { incident in
      incident.frontMatter.runbooks.compactMap { field in
        let target = library.links.target(of: field.written, from: incident.path)
        guard case .missing(let path, let near) = target else { return nil }
        return Diagnostic(
          code: "BS050", level: .error, path: incident.path, range: field.range,
          message: "runbook '\(field.written)' points to a missing file: \(path)",
          help: near.map { "use the exact name: \($0)" }
            ?? "correct the path, or write the runbook")
      }
    }.eachOnce
  }
}
