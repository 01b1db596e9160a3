internal import Diagnostics
internal import Incidents
internal import Learning

extension Rule {
  package static let unknownServices = Rule(
    code: "BS056", name: "unknown services", level: .warning,
    rationale: """
      Each service has a page that collects its incidents. A service that is not in site.yml is \
      misspelt or new. The check is skipped when site.yml names no services.
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
    remedies: ["use a name that is listed in site.yml, or add the new one there"],
    check: .incident { subject in
      UnknownNames.findings(
        subject.incident.frontMatter.services, "service",
        known: subject.configuration.services.map(\.key), file: "site.yml", in: subject)
    })
}
