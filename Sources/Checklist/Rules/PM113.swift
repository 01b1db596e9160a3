internal import Diagnostics
internal import Learning
internal import Runbooks
internal import Vocabulary

extension Rule {
  package static let leadlessOutcomes = Rule(
    code: "PM113", name: "decisions that lead nowhere", level: .note,
    rationale: """
      A decision is made in a minute; finding the page that says how to act on it should not take \
      longer. An outcome leads to a runbook when it has its name or one of its aliases, when it links \
      to it, or when the front matter says so under 'leads_to'.
      """,
    bad: """
      # Decisions

      ## Roll back?

      - Deployed in the last hour?
        ⟦- Yes: Undo the deployment⟧
        - No: [Look at the dashboards](https://dashboards.example.com)
      """,
    good: """
      # Decisions

      ## Roll back?

      - Deployed in the last hour?
        - Yes: [Undo the deployment](#undo)
        - No: [Look at the dashboards](https://dashboards.example.com)

      ## Undo

      Start the version before.
      """,
    check: .library { library in
      library.runbooks.flatMap { runbook -> [Diagnostic] in
        var seen: Set<String> = []
        return runbook.decisionTrees.flatMap(\.leaves).compactMap { answer -> Diagnostic? in
          // A link that is broken is reported as such.
          guard let outcome = answer.outcome, runbook.destination(of: answer) == nil,
            library.lead(of: answer, in: runbook) == nil,
            seen.insert(outcome.foldedWords).inserted
          else { return nil }
          let place = SourceLocation(line: answer.line, column: 1)
          return Diagnostic(
            code: "PM113", level: .note, path: runbook.path, range: place..<place,
            message: "'\(Wording.shortened(outcome))' leads to no runbook, template or heading",
            help:
              "link it, or name its page in the front matter, as in 'leads_to: {\"\(Wording.shortened(outcome, to: 30))\": rollback.md}'"
          )
        }
      }
    })
}
