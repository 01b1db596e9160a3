internal import Diagnostics
internal import Incidents
internal import Learning
internal import Vocabulary

extension Rule {
  package static let unknownRepeats = Rule(
    code: "BS058", name: "repeated incidents that are not there", level: .warning,
    rationale: """
      'repeats:' connects two incidents on both of their pages. An id that no incident has connects \
      nothing, and nobody notices.
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
    check: .library { library in
      let known = Set(library.incidents.compactMap(\.id))
      return library.incidents.compactMap { incident in
        guard let field = incident.frontMatter.repeats, !(field.value.map(known.contains) ?? false)
        else { return nil }
        let near = nearestName(to: field.written, among: known.map(\.description).sorted())
        return Diagnostic(
          code: "BS058", level: .warning, path: incident.path, range: field.range,
          message: "no incident has the id '\(field.written)'",
          help: near.map { "write '\($0)'" } ?? "write the id of the incident that this one repeats"
        )
      }
    })
}
