internal import Diagnostics
internal import Learning
internal import Operations
internal import Runbooks
internal import Vocabulary

extension Rule {
  package static let missingVariables = Rule(
    code: "PM103", name: "variables that a command does not give", level: .warning,
    rationale: """
      A playbook stops at a variable without a value, sometimes after its first tasks. Variables of the playbook, its \
      roles, the inventory and those with a default are not asked for.
      """,
    bad: """
      # Roll back

      ```bash
      ansible-playbook ⟦playbooks/rollback.yml⟧ -e "app=api" -i inventory/production
      ```

      """,
    good: soundCommand,
    remedies: ["add the variable, as in -e \"version=previous\""],
    check: .library { library in
      ProvenCommand.all(in: library).flatMap { command -> [Diagnostic] in
        guard let given = command.given, let inventory = command.inventory,
          !inventory.hidesVariables, command.wholePlaybooks != nil
        else { return [] }
        // A misspelt name is reported where it is.
        let meant = Set(command.unused.compactMap(\.near))
        return command.playbooks.compactMap { argument, playbook in
          let missing = playbook.required.filter { name in
            !given.contains(name) && !meant.contains(name) && !inventory.variables.contains(name)
          }
          guard !missing.isEmpty else { return nil }
          let names = missing.map { "'\($0)'" }.joined(separator: ", ")
          let example = missing.map { "\($0)=…" }.joined(separator: " ")
          return command.at(
            argument.range, "PM103", .warning,
            missing.count == 1
              ? "the command does not give the variable \(names)"
              : "the command does not give the variables \(names)",
            help: "add -e \"\(example)\", or a default to the playbook")
        }
      }
    })
}
