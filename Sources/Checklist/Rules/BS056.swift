internal import Diagnostics
internal import Incidents
internal import Learning

extension Rule {
  package static let unknownServices = Rule(
    code: "BS056", name: "unknown services", level: .warning,
    rationale: """
      The pages of the services gather what happened to each. A service that is not in site.yml is \
      misspelt or new. Where site.yml names no services nothing is asked.
      """,
    bad: """
      ---
      date: 2026-01-10
      services: [⟦check-out⟧]
      ---
      # Checkout down

      """,
    good: """
      ---
      date: 2026-01-10
      services: [checkout]
      ---
      # Checkout down

      """,
    check: .incident { subject in
      UnknownNames.findings(
        subject.incident.frontMatter.services, "service",
        known: subject.configuration.services.map(\.key), file: "site.yml", in: subject)
    })
}
