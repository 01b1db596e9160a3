internal import Diagnostics
internal import Learning
internal import Runbooks
internal import Vocabulary

extension Rule {
  package static let overdueRunbooks = Rule(
    code: "PM123", name: "runbooks past their review date", level: .warning,
    rationale: """
      A runbook that nobody has tried for longer than the team allows is trusted until it fails. Only a runbook that \
      states an interval ('verify_every', 'review_in') or a day ('verify_by', 'review_by') is overdue; of 105 dated \
      pages of one public team, 71 are.
      """,
    bad: """
      ---
      last_verified: ⟦2024-01-10⟧
      verify_every: 6 months
      ---
      # Restart

      Start it again.

      """,
    good: """
      ---
      last_verified: 2025-12-01
      verify_every: 6 months
      ---
      # Restart

      Start it again.

      """,
    remedies: ["walk through it, correct it, and write the day under 'last_verified'"],
    check: .library { library in
      guard let today = library.today else { return [] }
      return library.runbooks.indices.compactMap { index in
        let freshness = Freshness(of: index, in: library)
        let runbook = library.runbooks[index]
        guard freshness.isStated, let end = freshness.end, today > end else { return nil }
        let days = Wording.counted(today.number - end.number, "day")
        return Diagnostic(
          code: "PM123", level: .warning, path: runbook.path, range: runbook.verifiedRange,
          message: "it was to be verified by \(end), \(days) ago",
          help: "walk through it, correct it, and write the day under 'last_verified'")
      }
    })
}
