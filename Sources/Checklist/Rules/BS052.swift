internal import Diagnostics
internal import Learning

extension Rule {
  package static let brokenImages = Rule(
    code: "BS052", name: "broken images", level: .error,
    rationale: """
      An image that is missing from the content folder cannot be copied to the site, and it stops \
      the Docusaurus build.
      """,
    bad: "# Checkout down\n\n![error rate](⟦rate.png⟧)\n",
    good: "# Checkout down\n\n![error rate](https://example.com/rate.png)\n",
    check: .library { library in
      InternalLinks.broken(in: library) { link, target in
        guard link.isImage else { return nil }
        switch target {
        case .asset, .external: return nil
        case .missing(let path, let near):
          return Diagnostic(
            code: "BS052", level: .error, path: "",
            message: "image '\(link.destination)' points to a missing file: \(path)",
            help: near.map { "use the exact name: \($0)" }
              ?? remedy(for: link.destination))
        case .heading, .page, .folder, .outside:
          return Diagnostic(
            code: "BS052", level: .error, path: "",
            message: "image '\(link.destination)' is not an image in the content folder",
            help: "put the image beside the review")
        }
      }
    })

  /// A path from the root is looked up in the content folder; files of the Docusaurus project are not known.
  private static func remedy(for destination: String) -> String {
    destination.hasPrefix("/")
      ? "put the image into the content folder, or write its full address, as in 'https://…'"
      : "put the image beside the review, or correct the name"
  }
}
