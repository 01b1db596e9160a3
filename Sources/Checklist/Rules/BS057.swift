internal import Diagnostics
internal import Incidents
internal import Learning

extension Rule {
  package static let unknownFactors = Rule(
    code: "BS057", name: "unknown contributing factors", level: .warning,
    rationale: """
      Incidents that share a factor are shown together. A factor that is not in site.yml is \
      misspelt or new. The check is skipped when site.yml names no factors.
      """,
    bad: """
      ---
      date: 2026-01-10
      factors: [⟦saturaton⟧]
      ---
      # Checkout down

      """,
    good: """
      ---
      date: 2026-01-10
      factors: [saturation]
      ---
      # Checkout down

      """,
    remedies: ["use a name that is listed in site.yml, or add the new one there"],
    check: .incident { subject in
      UnknownNames.findings(
        subject.incident.frontMatter.factors, "contributing factor",
        known: subject.configuration.factors.map(\.key), file: "site.yml", in: subject)
    })
}
