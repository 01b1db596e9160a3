package import Diagnostics

/// What a playbook asks of the command that runs it.
package struct Playbook: Hashable, Sendable {
  /// The hosts of one play as written, with its templates.
  package var hosts: [String] = []
  /// The variables that the playbook, its tasks and its roles read.
  package internal(set) var used: Set<String> = []
  /// Those that the playbook, its tasks or its roles set.
  package internal(set) var defined: Set<String> = []
  /// Those whose absence some template copes with.
  package internal(set) var guarded: Set<String> = []
  /// Those that an `assert` wants defined.
  package internal(set) var asserted: Set<String> = []
  /// Variables that have to name a group of the inventory: `assert: that: app in groups`.
  package internal(set) var groups: Set<String> = []
  /// Variables that have to name a host in the group that another names: `host in groups[service]`.
  package internal(set) var members: [String: String] = [:]
  /// Whether all of its variables are known: not when it includes files that are not there or that only a run can
  /// name, or puts names of variables together.
  package internal(set) var isWhole = true
  /// Whether a template may have to be evaluated while Ansible only reads the playbook, and could run something: it
  /// names a file or a role, or some template asks a lookup, which may be a program.
  package internal(set) var evaluatesNames = false
  /// What is wrong with its YAML.
  package internal(set) var fault: Diagnostic?

  package init() {}

  /// The variables that a command or an inventory has to set, sorted. Empty when that is not known.
  package var required: [String] {
    guard isWhole else { return [] }
    let needed = used.subtracting(guarded).union(asserted).subtracting(defined)
    return needed.filter { !MagicVariables.contains($0) }.sorted()
  }
}

/// Variables that Ansible sets itself (docs.ansible.com, "Special Variables").
enum MagicVariables {
  static func contains(_ name: String) -> Bool {
    name.hasPrefix("ansible_") || names.contains(name)
  }

  private static let names: Set<String> = [
    "ansible", "groups", "group_names", "hostvars", "inventory_hostname",
    "inventory_hostname_short",
    "inventory_dir", "inventory_file", "play_hosts", "playbook_dir", "role_name", "role_names",
    "role_path", "environment", "omit", "vars", "item", "discovered_interpreter_python",
  ]
}

extension Playbook {
  /// The variable that a template consists of, as in `{{ host }}` and `{{ host | default('none') }}`.
  package static func variable(of template: String) -> String? {
    let inner = template.split(separator: "{{", maxSplits: 1).last?.split(separator: "}}").first
    guard let inner, template.hasPrefix("{{"), template.hasSuffix("}}"),
      let word = inner.split(whereSeparator: { $0 == " " || $0 == "|" }).first,
      word.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }),
      template.ranges(of: "{{").count == 1
    else { return nil }
    let rest = inner.drop { $0 == " " }.dropFirst(word.count).drop { $0 == " " }
    return rest.isEmpty || rest.hasPrefix("|") ? String(word) : nil
  }
}
