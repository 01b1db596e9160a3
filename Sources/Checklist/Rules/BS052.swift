internal import Diagnostics
internal import Learning

extension Rule {
  package static let brokenImages = Rule(
    code: "BS052", name: "broken images", level: .error,
    rationale:
      "A picture that is not in the content cannot be copied to the site, and fails the Docusaurus build.",
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
            message: "image '\(link.destination)' does not exist: \(path)",
            help: near.map { "write the name as it is: \($0)" }
              ?? "put the picture beside the review, or correct the name")
        case .heading, .page, .outside:
          return Diagnostic(
            code: "BS052", level: .error, path: "",
            message: "image '\(link.destination)' is no picture of the content",
            help: "put the picture beside the review")
        }
      }
    })
}
