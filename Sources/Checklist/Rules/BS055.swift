internal import Diagnostics
internal import Incidents
internal import Learning

extension Rule {
  package static let unknownTags = Rule(
    code: "BS055", name: "unknown tags", level: .warning,
    rationale: """
      Tags are how old reviews are found. A tag spelt in two ways splits them, so tags.yml lists \
      the tags in use. The check is skipped when tags.yml is missing or empty.
      """,
    bad: """
      ---
      date: 2026-01-10
      tags: [⟦databse⟧]
      ---
      # Checkout down

      """,
    good: """
      ---
      date: 2026-01-10
      tags: [database]
      ---
      # Checkout down

      """,
    remedies: ["use a name that is listed in tags.yml, or add the new one there"],
    check: .incident { subject in
      UnknownNames.findings(
        subject.incident.frontMatter.tags, "tag",
        known: subject.configuration.tags.map(\.key), file: "tags.yml", in: subject)
    })
}
