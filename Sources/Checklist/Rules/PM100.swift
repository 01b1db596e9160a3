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
    good: soundCommand,
    remedies: ["correct the path, which starts from the infrastructure folder"],
    check: .library { library in
      ProvenCommand.all(in: library).flatMap { command -> [Diagnostic] in
        let files = command.operations.files
        return command.missing(command.command.playbooks, "playbook", "PM100", among: files)
          + command.missing(
            command.command.variableFiles, "file of variables", "PM100", among: files)
          + command.broken
      }
    })
}

extension ProvenCommand {
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
