package import Diagnostics

/// A mistake that reading a runbook can find, as `build-site explain` shows it.
package struct RunbookFinding: Sendable {
  package let code: String
  /// The thing that is wrong, as a noun phrase.
  package let name: String
  package let level: Level
  /// Why it matters, in sentences.
  package let rationale: String
  /// A runbook with the mistake; `⟦ ⟧` marks where it is reported.
  package let bad: String
  /// The same runbook, corrected.
  package let good: String
  /// What to do, when the help of a finding applies only to its file.
  package var remedies: [String] = []

  package static let all: [RunbookFinding] = [
    .missingAnswer, .untitledColumn, .leftPlaceholder, .emptyAnswer, .repeatedChoice,
    .missingAlertSection, .emptyAlertSection, .brokenCommand, .unclearWindow, .unevenMatrix,
    .unknownOption, .malformedAddress, .orphanAnswer, .circle, .unreachable, .lostMarks,
    .unfinishedText, .differingNames, .sectionOrder, .unreadableInterval,
  ]

  func at(
    _ range: SourceRange, in file: SourceFile, _ message: String, help: String
  ) -> Diagnostic {
    Diagnostic(
      code: code, level: level, path: file.path, range: range, message: message, help: help
    ).quoting(file)
  }

  func at(
    line: Int, in file: SourceFile, _ message: String, help: String
  ) -> Diagnostic {
    at(file.range(ofLine: max(1, min(line, file.lineCount))), in: file, message, help: help)
  }
}

extension RunbookFinding {
  static let missingAnswer = RunbookFinding(
    code: "PM080", name: "decision questions with a missing answer", level: .warning,
    rationale: """
      A decision tree is followed in a hurry. A question that says what to do after Yes but not after \
      No leaves the reader stuck.
      """,
    bad: """
      # Decisions

      ## Roll back?

          ⟦Deployed in the last hour?⟧ → Yes → Roll back
      """,
    good: """
      # Decisions

      ## Roll back?

          Deployed in the last hour? → Yes → Roll back
                                     → No → Look at the dependencies
      """)

  static let untitledColumn = RunbookFinding(
    code: "PM081", name: "matrix columns without a title", level: .warning,
    rationale: """
      A cell of the communication matrix says when to write, and the title of its column says where. \
      Without the title nobody is told.
      """,
    bad: """
      # Process

      ## Communication matrix

      | Severity | Chat |⟦ ⟧|
      |---|---|---|
      | P0 | Immediately | Within the hour |
      """,
    good: """
      # Process

      ## Communication matrix

      | Severity | Chat | Mail |
      |---|---|---|
      | P0 | Immediately | Within the hour |
      """, remedies: ["name the channel of the column, as in 'Mail'"])

  static let leftPlaceholder = RunbookFinding(
    code: "PM082", name: "placeholders in tools and contacts", level: .warning,
    rationale: """
      A placeholder left over from the template is found during an incident, by the person who needs \
      what it stands for.
      """,
    bad: """
      # Process

      ## Tools

      - Dashboards: ⟦[Link to the dashboards]⟧
      """,
    good: """
      # Process

      ## Tools

      - Dashboards: https://dashboards.example.com
      """)

  static let emptyAnswer = RunbookFinding(
    code: "PM083", name: "empty answers in decision trees", level: .warning,
    rationale: "An answer that leads nowhere ends the decision tree without a decision.",
    bad: """
      # Decisions

      ## Escalate?

          Is data at risk? → Yes → Call the lead
                           ⟦→ No →⟧
      """,
    good: """
      # Decisions

      ## Escalate?

          Is data at risk? → Yes → Call the lead
                           → No → Continue alone
      """)

  static let repeatedChoice = RunbookFinding(
    code: "PM084", name: "repeated questions and answers", level: .warning,
    rationale: """
      When a tree has a question twice, or a question has an answer twice, one of the two is wrong, \
      and a reader takes the first.
      """,
    bad: """
      # Decisions

      ## Escalate?

          Is data at risk? → Yes → Call the lead
                           → No → Continue alone
                           ⟦→ No → Ask the database team⟧
      """,
    good: """
      # Decisions

      ## Escalate?

          Is data at risk? → Yes → Call the lead
                           → No → Continue alone
      """)
}
