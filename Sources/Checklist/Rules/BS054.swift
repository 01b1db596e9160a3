internal import Diagnostics
internal import Incidents
internal import Learning

extension Rule {
  package static let unknownAuthors = Rule(
    code: "BS054", name: "unknown authors", level: .warning,
    rationale: """
      An author who is not in authors.yml has no name and no page on the blog. The check is \
      skipped when authors.yml is missing or empty.
      """,
    bad: """
      ---
      date: 2026-01-10
      authors: [⟦adda-quist⟧]
      ---
      # Checkout down

      """,
    good: """
      ---
      date: 2026-01-10
      authors: [ada-quist]
      ---
      # Checkout down

      """,
    remedies: ["use a name that is listed in authors.yml, or add the new one there"],
    check: .incident { subject in
      UnknownNames.findings(
        subject.incident.frontMatter.authors, "author",
        known: subject.configuration.authors.map(\.key), file: "authors.yml", in: subject)
    })
}
