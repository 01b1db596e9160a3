internal import Diagnostics
internal import Learning
internal import Operations
internal import Runbooks
internal import Vocabulary

extension Rule {
  package static let missingInventories = Rule(
    code: "PM101", name: "commands whose inventory is missing", level: .error,
    rationale: """
      Without its inventory Ansible finds no host, warns, and changes nothing. At night that looks as if it had worked.
      """,
    bad: """
      # Roll back

      ```bash
      ansible-playbook playbooks/rollback.yml -e "app=api version=previous" -i ⟦inventory/prod⟧
      ```

      """,
    good: """
      # Roll back

      ```bash
      ansible-playbook playbooks/rollback.yml -e "app=api version=previous" -i inventory/production
      ```

      """,
    remedies: ["correct the path, which starts from the infrastructure folder"],
    check: .library { library in
      ProvenCommand.all(in: library).flatMap { command in
        command.command.inventories.compactMap { argument in
          let operations = command.operations
          guard !argument.text.contains(","), let path = operations.path(of: argument.text),
            !operations.has(path)
          else { return nil }
          let near = operations.nearest(to: path, among: operations.possibleInventories)
          return command.at(
            argument.range, "PM101", .error,
            "inventory '\(argument.text)' is not in '\(operations.folder ?? "")'",
            help: near.map(FieldFinding.didYouMean) ?? "correct the path, or add the file")
        }
      }
    })
}
