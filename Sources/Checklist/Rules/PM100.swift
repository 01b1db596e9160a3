internal import Diagnostics
internal import Learning
internal import Operations
internal import Runbooks
internal import Vocabulary

extension Rule {
  package static let missingPlaybooks = Rule(
    code: "PM100", name: "commands whose playbook is missing", level: .error,
    rationale: """
      A playbook that was moved or renamed is found to be missing by whoever needs it most. Commands are compared \
      with the folder that 'infrastructure:' in site.yml names, or else with infrastructure/ in the content folder; \
      nothing is run.
      """,
    bad: """
      # Roll back

      ```bash
      ansible-playbook ⟦playbooks/rolback.yml⟧ -e "app=api version=previous" -i inventory/production
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
        command.missing(command.command.playbooks, "playbook")
          + command.missing(command.command.variableFiles, "file of variables")
          + command.broken
      }
    })
}

extension ProvenCommand {
  fileprivate func missing(
    _ arguments: [PlaybookCommand.Argument], _ kind: String
  ) -> [Diagnostic] {
    arguments.compactMap { argument in
      guard let path = operations.path(of: argument.text), !operations.files.contains(path)
      else { return nil }
      let near = operations.nearest(to: path)
      return at(
        argument.range, "PM100", .error,
        "\(kind) '\(argument.text)' is not in '\(operations.folder ?? "")'",
        help: near.map(FieldFinding.didYouMean) ?? "correct the path, or add the file")
    }
  }

  /// Playbooks that are no YAML, or none of plays.
  fileprivate var broken: [Diagnostic] {
    playbooks.compactMap { argument, playbook in
      guard let fault = playbook.fault else { return nil }
      let line = fault.range.map { ":\($0.lowerBound.line)" } ?? ""
      return at(
        argument.range, "PM100", .error,
        "playbook '\(argument.text)' cannot be read: \(fault.message)",
        help: "correct \(fault.path)\(line)")
    }
  }
}
