internal import Diagnostics
internal import Learning
internal import Runbooks
internal import Vocabulary

extension Rule {
  package static let lostLeads = Rule(
    code: "PM114", name: "entries of 'leads_to' without effect", level: .warning,
    rationale: """
      An entry of 'leads_to' connects an outcome of a decision tree with the page that says how to act \
      on it. When no outcome has that name, the entry does nothing, and nobody sees that it was meant to.
      """,
    bad: """
      ---
      leads_to:
        ⟦Undo it⟧: "#undo"
      ---
      # Decisions

      ## Roll back?

      - Deployed in the last hour?
        - Yes: Undo
        - No: Continue

      ## Undo

      Start the version before.
      """,
    good: """
      ---
      leads_to:
        Undo: "#undo"
      ---
      # Decisions

      ## Roll back?

      - Deployed in the last hour?
        - Yes: Undo
        - No: Continue

      ## Undo

      Start the version before.
      """,
    check: .library { library in
      library.runbooks.flatMap { runbook in
        let outcomes = runbook.decisionTrees.flatMap(\.leaves)
        return runbook.leadsTo.compactMap { lead -> Diagnostic? in
          let name = lead.outcome.foldedWords
          let named = outcomes.first { answer in
            guard let words = answer.outcome?.foldedWords, !name.isEmpty else { return false }
            return words == name || words.hasPrefix(name + " ")
          }
          let message: String
          let help: String
          if lead.outcome.isEmpty {
            message = "'leads_to' does not say which outcome leads where"
            help = "write an outcome and its page on each line, as in 'Rollback: rollback.md'"
          } else if named == nil {
            message = "no outcome of a decision tree is called '\(lead.outcome)'"
            help = "write the outcome as the tree does, or remove the entry"
          } else if lead.destination.isEmpty {
            message = "'\(lead.outcome)' leads to nothing"
            help = "name a page or a heading, as in 'rollback.md' or '#undo'"
          } else {
            return nil
          }
          return Diagnostic(
            code: "PM114", level: .warning, path: runbook.path, range: lead.range,
            message: message, help: help)
        }
      }
    })
}
