internal import Diagnostics
internal import Learning
internal import Operations
internal import Runbooks
internal import Vocabulary

/// An `ansible-playbook` command of a runbook with what it names, as far as that is known.
struct ProvenCommand {
  let runbook: Runbook
  let command: PlaybookCommand
  let operations: Operations

  /// The commands of all runbooks; none where there is no infrastructure folder to compare them with.
  static func all(in library: Library) -> [ProvenCommand] {
    let operations = library.operations
    guard operations.folder != nil else { return [] }
    return library.runbooks.flatMap { runbook in
      runbook.commands.map { ProvenCommand(runbook: runbook, command: $0, operations: operations) }
    }
  }

  func at(
    _ range: SourceRange, _ code: String, _ level: Level, _ message: String, help: String
  ) -> Diagnostic {
    Diagnostic(
      code: code, level: level, path: runbook.path, range: range, message: message, help: help)
  }

  /// Files that the command names and that are not `among` those of the infrastructure folder.
  func missing(
    _ arguments: [PlaybookCommand.Argument], _ kind: String, _ code: String,
    among known: Set<String>
  ) -> [Diagnostic] {
    arguments.compactMap { argument in
      guard let path = operations.path(of: argument.text), !known.contains(path) else { return nil }
      let near = operations.nearest(to: path, among: known)
      return at(
        argument.range, code, .error,
        "\(kind) '\(argument.text)' is not in '\(operations.folder ?? "")'",
        help: near.map(didYouMean) ?? "correct the path, or add the file")
    }
  }

  // MARK: Playbooks

  /// The playbooks of the command that could be read.
  var playbooks: [(argument: PlaybookCommand.Argument, playbook: Playbook)] {
    command.playbooks.compactMap { argument in
      operations.path(of: argument.text).flatMap { operations.playbooks[$0] }.map { (argument, $0) }
    }
  }

  /// The playbooks of the command, if all of them could be read whole.
  var wholePlaybooks: [Playbook]? {
    let playbooks = playbooks.map(\.playbook)
    guard !playbooks.isEmpty, playbooks.count == command.playbooks.count,
      playbooks.allSatisfy(\.isWhole)
    else { return nil }
    return playbooks
  }

  // MARK: Variables

  /// The variables that the command gives a value; `nil` when a file of them cannot be read.
  var given: Set<String>? {
    var names = Set(command.extraVariables.map(\.name))
    for file in command.variableFiles {
      guard let path = operations.path(of: file.text), let variables = operations.variables[path]
      else { return nil }
      names.formUnion(variables)
    }
    return names
  }

  func value(of name: String) -> PlaybookCommand.Variable? {
    command.extraVariables.last { $0.name == name }
  }

  /// Variables that none of the playbooks reads, each with the one that was probably meant.
  var unused: [(variable: PlaybookCommand.Variable, near: String?)] {
    guard let playbooks = wholePlaybooks else { return [] }
    let known = playbooks.reduce(into: Set<String>()) { known, playbook in
      known.formUnion(playbook.used.union(playbook.asserted).union(playbook.defined))
    }
    return command.extraVariables.filter { variable in
      !known.contains(variable.name) && !variable.name.hasPrefix("ansible_")
        && !HostPattern.isOpen(variable.name)
    }.map { ($0, nearestName(to: $0.name, among: known.sorted())) }
  }

  // MARK: Hosts

  /// The inventory of the command, if all of it could be read.
  var inventory: Inventory? {
    var names = command.inventories.map(\.text)
    if names.isEmpty, let usual = operations.usualInventory { names = [usual] }
    guard names.count > 1 else { return names.first.flatMap(inventory(named:)) }
    var all = Inventory()
    for name in names {
      guard let inventory = inventory(named: name) else { return nil }
      all.add(inventory)
    }
    return all
  }

  private func inventory(named name: String) -> Inventory? {
    operations.inventories[name] ?? operations.path(of: name).flatMap { operations.inventories[$0] }
  }
}

extension Rule {
  /// What the rules about commands show as right; its playbook and inventory are those of the examples.
  static let soundCommand = """
    # Roll back

    ```bash
    ansible-playbook playbooks/rollback.yml -e "app=api version=previous" -i inventory/production
    ```

    """
}
