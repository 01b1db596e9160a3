internal import Diagnostics
internal import Incidents
internal import Learning
internal import Vocabulary

extension Rule {
  package static let unknownRepeats = Rule(
    code: "BS058", name: "unknown repeated incidents", level: .warning,
    rationale: """
      'repeats:' links two incidents to each other on both pages. When no incident has the ID, \
      nothing is linked and nobody notices.
      """,
    bad: """
      ---
      id: incident-2026-01-10-001
      repeats: ⟦incident-2025-12-31-009⟧
      ---
      # Checkout down

      """,
    good: """
      ---
      id: incident-2026-01-10-001
      ---
      # Checkout down

      """,
    remedies: ["write the ID of the incident that this one repeats"],
    check: .library { library in
      let known = Set(library.incidents.compactMap(\.id))
      return library.incidents.compactMap { incident in
        guard let field = incident.frontMatter.repeats, !(field.value.map(known.contains) ?? false)
        else { return nil }
        let near = nearestName(to: field.written, among: known.map(\.description).sorted())
        return Diagnostic(
          code: "BS058", level: .warning, path: incident.path, range: field.range,
          message: "no incident has the ID '\(field.written)'",
          help: near.map { "write '\($0)'" } ?? "write the ID of the incident that this one repeats"
        )
      }
    })
}
