/// The hosts and groups of an Ansible inventory, and the names of its variables.
package struct Inventory: Hashable, Sendable {
  package struct Group: Hashable, Sendable {
    package var hosts: Set<String> = []
    package var children: Set<String> = []
  }

  package private(set) var groups: [String: Group] = [:]
  package private(set) var hosts: Set<String> = []
  /// The variables of hosts and groups, wherever they are set.
  package var variables: Set<String> = []
  /// Whether files that nobody can look into set more of them.
  package var hidesVariables = false
  /// Whether nothing else can be in it: not with a script or a plugin that asks somewhere else, an encrypted file,
  /// or something that could not be read.
  package var isWhole = true

  package init() {}

  mutating func add(host: String, to group: String) {
    hosts.insert(host)
    groups[group, default: Group()].hosts.insert(host)
  }

  mutating func add(group: String) { groups[group] = groups[group] ?? Group() }

  mutating func add(child: String, to group: String) {
    groups[child] = groups[child] ?? Group()
    groups[group, default: Group()].children.insert(child)
  }

  package mutating func add(_ other: Inventory) {
    hosts.formUnion(other.hosts)
    variables.formUnion(other.variables)
    isWhole = isWhole && other.isWhole
    hidesVariables = hidesVariables || other.hidesVariables
    for (name, group) in other.groups {
      groups[name, default: Group()].hosts.formUnion(group.hosts)
      groups[name, default: Group()].children.formUnion(group.children)
    }
  }

  /// The hosts of a group and of the groups in it; `nil` when there is no such group.
  package func members(of group: String) -> Set<String>? {
    if group == "all" { return hosts }
    guard groups[group] != nil else { return nil }
    var members: Set<String> = []
    var seen: Set<String> = [group]
    var waiting = [group]
    while let next = waiting.popLast() {
      guard let group = groups[next] else { continue }
      members.formUnion(group.hosts)
      waiting += group.children.filter { seen.insert($0).inserted }
    }
    return members
  }

  package func hasGroup(_ name: String) -> Bool {
    groups[name] != nil || name == "all" || name == "ungrouped"
  }

  /// The names of hosts and groups, sorted.
  package var names: [String] { hosts.union(groups.keys).sorted() }
}
