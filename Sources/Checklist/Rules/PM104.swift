internal import Diagnostics
internal import Learning
internal import Operations
internal import Runbooks
internal import Vocabulary

extension Rule {
  package static let unknownHosts = Rule(
    code: "PM104", name: "hosts that the inventory does not have", level: .warning,
    rationale: """
      Ansible passes over a host or group that it does not know, so the command ends well and has done nothing. \
      Names are looked for after --limit, in the hosts of the plays, and where a playbook asserts that a variable names \
      a group. An inventory that a program makes is not judged.
      """,
    bad: """
      # Roll back

      ```bash
      ansible-playbook playbooks/rollback.yml -e "app=api version=previous" -i inventory/production --limit ⟦prod-api-9⟧
      ```

      """,
    good: """
      # Roll back

      ```bash
      ansible-playbook playbooks/rollback.yml -e "app=api version=previous" -i inventory/production --limit prod-api-1
      ```

      """,
    remedies: ["correct the name, or add the host to the inventory"],
    check: .library { library in
      ProvenCommand.all(in: library).flatMap { command -> [Diagnostic] in
        guard let inventory = command.inventory, inventory.isWhole else { return [] }
        return
          (command.limits(in: inventory) + command.plays(in: inventory)
          + command.assertions(in: inventory)).eachOnce
      }
    })
}

extension ProvenCommand {
  private func unknown(
    _ name: String, at range: SourceRange, in inventory: Inventory, _ names: [String]
  ) -> Diagnostic {
    let near = nearestName(to: name, among: names)
    let place = command.inventory ?? operations.usualInventory ?? ""
    return at(
      range, "PM104", .warning, "inventory '\(place)' has no host or group '\(name)'",
      help: near.map(didYouMean) ?? "correct the name, or add it to the inventory")
  }

  fileprivate func limits(in inventory: Inventory) -> [Diagnostic] {
    command.flags.filter { ["-l", "--limit"].contains($0.name) }.flatMap { flag in
      HostPattern(flag.value ?? "").unknown(in: inventory).map {
        unknown($0, at: flag.valueRange ?? flag.range, in: inventory, inventory.names)
      }
    }
  }

  /// The hosts of the plays, as literals or as the value of one variable.
  fileprivate func plays(in inventory: Inventory) -> [Diagnostic] {
    playbooks.flatMap { argument, playbook in
      playbook.hosts.flatMap { hosts -> [Diagnostic] in
        guard hosts.contains("{{") else {
          return HostPattern(hosts).unknown(in: inventory).map {
            unknown($0, at: argument.range, in: inventory, inventory.names)
          }
        }
        guard let name = Playbook.variable(of: hosts), let variable = value(of: name) else {
          return []
        }
        return HostPattern(variable.value).unknown(in: inventory).map {
          unknown($0, at: variable.valueRange, in: inventory, inventory.names)
        }
      }
    }
  }

  /// Variables of which a playbook asserts that they name a group, or a host in the group of another variable.
  fileprivate func assertions(in inventory: Inventory) -> [Diagnostic] {
    playbooks.flatMap { _, playbook -> [Diagnostic] in
      let groups = playbook.groups.sorted().compactMap { name -> Diagnostic? in
        guard let variable = value(of: name), !HostPattern.isOpen(variable.value),
          !inventory.hasGroup(variable.value)
        else { return nil }
        return unknown(
          variable.value, at: variable.valueRange, in: inventory, inventory.groups.keys.sorted())
      }
      let members = playbook.members.sorted { $0.key < $1.key }.compactMap {
        name, group -> Diagnostic? in
        guard let variable = value(of: name), let group = value(of: group),
          !HostPattern.isOpen(variable.value), inventory.hosts.contains(variable.value),
          let hosts = inventory.members(of: group.value), !hosts.contains(variable.value)
        else { return nil }
        return at(
          variable.valueRange, "PM104", .warning,
          "host '\(variable.value)' is not in the group '\(group.value)'",
          help: "use one of its hosts: \(hosts.sorted().prefix(5).joined(separator: ", "))")
      }
      return groups + members
    }
  }
}
