internal import Diagnostics
internal import Learning
internal import Operations
internal import Runbooks
internal import Vocabulary

extension Rule {
  package static let unusedVariables = Rule(
    code: "PM102", name: "variables that the playbook does not use", level: .warning,
    rationale: """
      Ansible takes a misspelt variable without a word, and the playbook goes on with its default. Playbooks whose \
      includes cannot be followed are not judged.
      """,
    bad: """
      # Roll back

      ```bash
      ansible-playbook playbooks/rollback.yml -e "app=api ⟦verison⟧=previous" -i inventory/production
      ```

      """,
    good: soundCommand,
    remedies: ["correct the name, or remove the variable"],
    check: .library { library in
      ProvenCommand.all(in: library).flatMap { command in
        command.unused.map { variable, near in
          command.at(
            variable.range, "PM102", .warning,
            "'\(command.command.playbook ?? "")' does not use the variable '\(variable.name)'",
            help: near.map(didYouMean) ?? "correct the name, or remove the variable")
        }
      }
    })
}
