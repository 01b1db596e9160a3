internal import Diagnostics
internal import Learning

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
          case .missing(let path, _) where library.isWithheld(path): return nil
          case .missing(let path, let near):
            return Diagnostic(
              code: "BS050", level: .error, path: "",
              message: "'\(link.destination)' points to a missing file: \(path)",
              help: near.map { InternalLinks.help(naming: $0, for: path) }
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

  /// The findings of the runbooks that front matter names.
  private static func named(in library: Library) -> [Diagnostic] {
    InternalLinks.namedRunbooks(in: library) { name, _, target in
      guard case .missing(let path, let near) = target, !library.isWithheld(path) else {
        return nil
      }
      return Diagnostic(
        code: "BS050", level: .error, path: "",
        message: "runbook '\(name)' points to a missing file: \(path)",
        help: near.map { InternalLinks.help(naming: $0, for: path) }
          ?? "correct the path, or write the runbook")
    }
  }
}
