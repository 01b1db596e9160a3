import Diagnostics

/// Findings of every kind, some of them with an attacker's words in their texts.
enum SampleReport {
  static let review = SourceFile(
    path: "content/incidents/2026-01-10-pool.md",
    text: """
      # Größe des Pools

      - ärger um 25:70 gemeldet
      ## Root cause

      TBD
      """)

  /// A line end, a workflow command, an escape code, a turn of the direction of writing, markup.
  static let hostile =
    "title\n::error file=a::b\r\u{1B}[31mred\u{202E}derever ##[error]x <b a=\"1\">&amp;| `c` [d](http://e)"

  static let findings: [Diagnostic] = [
    Diagnostic(
      code: "PM006", level: .error, path: review.path, range: review.range(of: 31..<36),
      message: "time '25:70' does not exist", help: "write hours from 00 to 23"
    ).quoting(review),
    Diagnostic(
      code: "PM002", level: .error, path: review.path, range: review.range(ofLine: 6),
      message: "section 'Root cause' is a placeholder: 'TBD'", help: "replace it"
    ).quoting(review),
    Diagnostic(
      code: "BS060", level: .warning, path: "content/incidents/a, b: 100%/notes.md",
      message: "'notes.md' is not published", help: nil),
    Diagnostic(
      code: "PM900", level: .note, path: "::warning::a.md", range: hostileFile.range(ofLine: 1),
      message: "title '\(hostile)' is odd", help: hostile
    ).quoting(hostileFile),
    Diagnostic(
      code: "PM900", level: .note, path: "::warning::a.md", range: hostileFile.range(ofLine: 1),
      message: "title '\(hostile)' is odd", help: hostile
    ).quoting(hostileFile),
  ]

  private static let hostileFile = SourceFile(
    path: "::warning::a.md", text: "  ::stop-commands::x ##vso[task]\u{1B}]8;;http://a\u{7}b\n")

  static let report = Report(
    findings: findings,
    rules: [
      RuleDescription(
        code: "PM006", name: "impossible dates", level: .error,
        rationale: "A time that no clock shows hides the true one.", bad: "date: ⟦2026-02-30⟧\n",
        good: "date: 2026-02-28\n", remedies: ["write hours from 00 to 23"])
    ],
    summary: "2 incidents, 1 runbook: 2 errors, 1 warning, 2 notes in 0.1 s")
}
