internal import Diagnostics
internal import Incidents
internal import Learning

extension Rule {
  package static let unknownFactors = Rule(
    code: "BS057", name: "unknown contributing factors", level: .warning,
    rationale: """
      Incidents that share a factor are shown together. A factor that is not in site.yml is misspelt or \
      new. Where site.yml names no factors nothing is asked.
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
    check: .incident { subject in
      UnknownNames.findings(
        subject.incident.frontMatter.factors, "factor",
        known: subject.configuration.factors.map(\.key), file: "site.yml", in: subject)
    })
}
