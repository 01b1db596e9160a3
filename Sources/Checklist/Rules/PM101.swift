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
    good: soundCommand,
    remedies: ["correct the path, which starts from the infrastructure folder"],
    check: .library { library in
      let known = library.operations.possibleInventories
      return ProvenCommand.all(in: library).flatMap { command in
        // A list of hosts is no file.
        let inventories = command.command.inventories.filter { !$0.text.contains(",") }
        return command.missing(inventories, "inventory", "PM101", among: known)
      }
    })
}
