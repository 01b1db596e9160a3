internal import Diagnostics
internal import Incidents
internal import Learning

extension Rule {
  package static let unknownTags = Rule(
    code: "BS055", name: "unknown tags", level: .warning,
    rationale: """
      Tags are how old reviews are found. A tag that is written in two ways divides them, so tags.yml has \
      the list. Where it is missing or empty nothing is asked.
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
    check: .incident { subject in
      UnknownNames.findings(
        subject.incident.frontMatter.tags, "tag",
        known: subject.configuration.tags.map(\.key), file: "tags.yml", in: subject)
    })
}
