internal import Diagnostics

extension RunbookFinding {
  static let missingAlertSection = RunbookFinding(
    code: "PM085", name: "alert runbooks with a missing section", level: .warning,
    rationale: """
      Somebody woken by an alert asks four questions in this order: what does it mean, who is \
      affected, how do I find out more, and what do I do? An alert runbook answers them under \
      Meaning, Impact, Diagnosis and Mitigation.
      """,
    bad: """
      # ⟦DiskFillsUp⟧

      ## Meaning

      The disk will be full within four hours.

      ## Impact

      Writes fail when it is full.

      ## Diagnosis

      Look for the largest folder below `/var`.
      """,
    good: """
      # DiskFillsUp

      ## Meaning

      The disk will be full within four hours.

      ## Impact

      Writes fail when it is full.

      ## Diagnosis

      Look for the largest folder below `/var`.

      ## Mitigation

      Remove old logs, then extend the volume.
      """, remedies: ["add a section for each unanswered question, as in '## Mitigation'"])

  static let emptyAlertSection = RunbookFinding(
    code: "PM086", name: "empty sections in alert runbooks", level: .warning,
    rationale: """
      A heading with nothing below it looks finished in a list of headings. A quarter of public alert \
      runbooks have one.
      """,
    bad: """
      # QueueGrows

      ## Meaning

      Messages arrive faster than they are handled.

      ## Impact

      Orders are confirmed late.

      ## Diagnosis

      Look for a consumer that restarts.

      ## ⟦Mitigation⟧

      TODO
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

      Start a second consumer.
      """, remedies: ["answer the question of the section, in steps or commands"])

  static let brokenCommand = RunbookFinding(
    code: "PM087", name: "malformed commands", level: .warning,
    rationale: """
      A command from a runbook is pasted into a terminal under pressure. One that the shell or Ansible \
      reads differently from what the author meant does harm.
      """,
    bad: """
      # Roll back

      ```bash
      ansible-playbook rollback.yml -e "app=api ⟦previous⟧" -i inventory/production
      ```
      """,
    good: """
      # Roll back

      ```bash
      ansible-playbook rollback.yml -e "app=api version=previous" -i inventory/production
      ```
      """)

  static let unclearWindow = RunbookFinding(
    code: "PM088", name: "contradictory response windows", level: .warning,
    rationale: """
      The runbook is the policy that every timeline is checked against. A window that ends before it \
      begins, or that is stated in two ways, cannot be met.
      """,
    bad: """
      # Process

      ## Phase 1: Detection ⟦(5–0 minutes)⟧

      Acknowledge the alert.

      ## Phase 2: Investigation (5–15 minutes)

      Look for changes.
      """,
    good: """
      # Process

      ## Phase 1: Detection (0–5 minutes)

      Acknowledge the alert.

      ## Phase 2: Investigation (5–15 minutes)

      Look for changes.
      """)

  static let unevenMatrix = RunbookFinding(
    code: "PM089", name: "gaps in the communication matrix", level: .warning,
    rationale: """
      The matrix is complete when it says for each severity and channel when to write, even if the \
      answer is no. An empty cell raises a question at the worst time.
      """,
    bad: """
      # Process

      ## Communication matrix

      | Severity | Chat | Mail |
      |---|---|---|
      ⟦| P0 | Immediately | |⟧
      """,
    good: """
      # Process

      ## Communication matrix

      | Severity | Chat | Mail |
      |---|---|---|
      | P0 | Immediately | Within the hour |
      """)
}
