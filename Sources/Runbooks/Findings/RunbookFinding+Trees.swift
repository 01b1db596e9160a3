internal import Diagnostics

extension RunbookFinding {
  static let orphanAnswer = RunbookFinding(
    code: "PM110", name: "decision answers without a question", level: .warning,
    rationale: """
      An answer is found by its question. One that stands below no question is in no tree, so nobody \
      is told what it says.
      """,
    bad: """
      # Decisions

      ## Escalate?

          Somebody should be told
          ⟦→ Yes → Call the lead⟧
      """,
    good: """
      # Decisions

      ## Escalate?

          Is data at risk? → Yes → Call the lead
                           → No → Continue
      """, remedies: ["write its question above it, with a question mark at the end"])

  static let circle = RunbookFinding(
    code: "PM111", name: "decision trees that go in a circle", level: .warning,
    rationale: """
      Who follows the answers must arrive somewhere. An answer that leads back to an earlier question \
      asks the same again, for ever.
      """,
    bad: """
      # Decisions

      ## Roll back?

          Deployed in the last hour? → Yes → Roll back
                                     → No → Continue
          Do errors still rise?      → Yes → Scale up
                                     ⟦→ No → Deployed in the last hour?⟧
      """,
    good: """
      # Decisions

      ## Roll back?

          Deployed in the last hour? → Yes → Roll back
                                     → No → Continue
          Do errors still rise?      → Yes → Scale up
                                     → No → Watch for ten minutes
      """)

  static let unreachable = RunbookFinding(
    code: "PM112", name: "decision questions that are never asked", level: .warning,
    rationale: """
      Questions are asked in order. When every answer before a question decides alone, or leads past \
      it, what the question guards against is never looked at.
      """,
    bad: """
      # Decisions

      ## Roll back?

          Deployed in the last hour? → Yes → Roll back (stop)
                                     → No → Call the lead (stop)
          ⟦Is data at risk?⟧           → Yes → Tell security
                                     → No → Continue
      """,
    good: """
      # Decisions

      ## Roll back?

          Is data at risk?           → Yes → Tell security
                                     → No → Continue
          Deployed in the last hour? → Yes → Roll back (stop)
                                     → No → Call the lead (stop)
      """)

  static let lostMarks = RunbookFinding(
    code: "PM115", name: "process pages without marks", level: .note,
    rationale: """
      A page that is pasted as plain text loses the marks of its headings, lists and commands. It is \
      read and shown as if they were there, as far as its lines tell; the marks say it surely.
      """,
    bad: """
      Our response

      ⟦Phase 1: Detection (0-5 minutes)⟧
      Acknowledge the alert.

      Phase 2: Investigation (5-15 minutes)
      Look for changes.
      """,
    good: """
      # Our response

      ## Phase 1: Detection (0-5 minutes)

      Acknowledge the alert.

      ## Phase 2: Investigation (5-15 minutes)

      Look for changes.
      """)
}
