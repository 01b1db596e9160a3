internal import Diagnostics

extension RunbookFinding {
  static let unfinishedText = RunbookFinding(
    code: "PM120", name: "unfinished text in runbooks", level: .warning,
    rationale: """
      A note to the author, or a sentence of the template, stands where somebody at night looks for the answer. Of 108 \
      public alert runbooks, 19 have one.
      """,
    bad: """
      # QueueGrows

      ## Meaning

      Messages arrive faster than they are handled.

      ## Impact

      Orders are confirmed late.

      ## Diagnosis

      Look for a consumer that restarts.

      ## Mitigation

      - Start a second consumer.
      - ⟦TODO⟧: how to drop messages
      """,
    good: """
      # QueueGrows

      ## Meaning

      Messages arrive faster than they are handled.

      ## Impact

      Orders are confirmed late.

      ## Diagnosis

      Look for a consumer that restarts.

      ## Mitigation

      - Start a second consumer.
      """)

  static let differingNames = RunbookFinding(
    code: "PM121", name: "alert runbooks with two names", level: .note,
    rationale: """
      Whoever is paged searches for the name of the alert. With another name on the file or above the text, the search \
      and the link from the alert miss it.
      """,
    bad: HostDownExample.page("⟦HostIsDown⟧"),
    good: HostDownExample.page(), remedies: ["give the file, the alert and the title one name"])

  static let sectionOrder = RunbookFinding(
    code: "PM122", name: "sections of alert runbooks in another order", level: .note,
    rationale: """
      Readers who know one alert runbook find their way in all others when the questions come in the same order: \
      Meaning, Impact, Diagnosis, Mitigation.
      """,
    bad: """
      # HostDown

      ## Meaning

      A host does not answer.

      ## Diagnosis

      Look at its console.

      ## ⟦Impact⟧

      Half of the capacity is gone.

      ## Mitigation

      Start it again from the console.
      """,
    good: HostDownExample.page())

  static let unreadableInterval = RunbookFinding(
    code: "PM126", name: "review intervals that cannot be read", level: .warning,
    rationale: "An interval that nobody can count never ends, so the runbook is never due.",
    bad: """
      ---
      last_verified: 2026-01-10
      verify_every: ⟦now and then⟧
      ---
      # Restart

      Start it again.
      """,
    good: """
      ---
      last_verified: 2026-01-10
      verify_every: 6 months
      ---
      # Restart

      Start it again.
      """)
}
