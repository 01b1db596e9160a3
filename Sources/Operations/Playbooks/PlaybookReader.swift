internal import Bytes
package import Diagnostics
internal import Files
internal import YAML

extension Playbook {
  /// Reads a playbook and what it includes: other playbooks, task files, files of variables and roles.
  ///
  /// `read` returns a file by its path below the infrastructure folder; `nil` when it is not there or too large.
  package init(at path: String, read: @escaping (_ path: String) -> SourceFile?) {
    var reader = PlaybookReader(read: read)
    reader.readPlaybook(at: path)
    self = reader.playbook
  }
}

private struct PlaybookReader {
  let read: (String) -> SourceFile?
  var playbook = Playbook()
  private var seen: Set<String> = []

  /// More files than this are not followed.
  private static let mostFiles = 200

  init(read: @escaping (String) -> SourceFile?) { self.read = read }

  // MARK: Files

  /// The first of some files that is there; each is read once.
  ///
  /// - Returns: `nil` when there is none, or it has been read.
  private mutating func document(at paths: [String], isNeeded: Bool = true) -> (
    path: String, node: YAMLNode
  )? {
    for path in paths.compactMap({ foldedPath($0) }) {
      if seen.contains(path) { return nil }
      guard seen.count < Self.mostFiles, let file = read(path) else { continue }
      seen.insert(path)
      let reading = readYAML(in: file, lines: nil, form: .permissive)
      if let fault = reading.diagnostics.first(where: { $0.level == .error }) {
        playbook.fault = playbook.fault ?? fault
        playbook.isWhole = false
      }
      if reading.root?.mayLookUp == true { playbook.evaluatesNames = true }
      return reading.root.map { (path, $0) }
    }
    if isNeeded { playbook.isWhole = false }
    return nil
  }

  mutating func readPlaybook(at path: String) {
    guard let (path, root) = document(at: [path]) else { return }
    for play in root.items ?? [] { read(play: play, in: folderPath(of: path)) }
  }

  private mutating func readTasks(at paths: [String]) {
    guard let (path, root) = document(at: paths) else { return }
    read(tasks: root, in: folderPath(of: path))
  }

  /// The variables that a file sets; an encrypted one may set any.
  private mutating func readVariables(at paths: [String], isNeeded: Bool = true) {
    guard let (_, root) = document(at: paths, isNeeded: isNeeded) else { return }
    if root.text?.hasPrefix("$ANSIBLE_VAULT") == true { playbook.isWhole = false }
    define(root)
  }

  // MARK: Plays

  private mutating func read(play: YAMLNode, in folder: String) {
    for pair in play.pairs ?? [] {
      switch pair.key.text?.withoutCollection ?? "" {
      case "import_playbook", "include":
        guard let name = pair.value.text, !HostPattern.isOpen(name) else {
          evaluateName()
          continue
        }
        readPlaybook(at: joinedPath(folder, name))
      case "hosts":
        let hosts = pair.value.items?.compactMap(\.text) ?? [pair.value.text].compactMap(\.self)
        playbook.hosts += hosts
        for text in hosts { note(JinjaNames(template: text)) }
      case "vars": readOwn(pair.value)
      case "vars_prompt":
        for prompt in pair.value.items ?? [] {
          playbook.defined.formUnion([prompt["name"]?.text].compactMap(\.self))
        }
      case "vars_files": readVariableFiles(pair.value, in: folder)
      case "roles": for role in pair.value.items ?? [] { read(role: role, in: folder) }
      case "tasks", "pre_tasks", "post_tasks", "handlers": read(tasks: pair.value, in: folder)
      default: noteTemplates(in: pair.value)
      }
    }
  }

  private mutating func readVariableFiles(_ node: YAMLNode, in folder: String) {
    for item in node.items ?? [] {
      let names = item.items?.compactMap(\.text) ?? [item.text].compactMap(\.self)
      if names.contains(where: HostPattern.isOpen) {
        evaluateName()
      } else {
        readVariables(at: names.map { joinedPath(folder, $0) })
      }
    }
  }

  private mutating func read(role: YAMLNode, in folder: String) {
    let name = role.text ?? role["role"]?.text ?? role["name"]?.text ?? ""
    for pair in role.pairs ?? [] where !["role", "name"].contains(pair.key.text) {
      if pair.key.text == "vars" { readOwn(pair.value) } else { noteCondition(pair) }
    }
    readRole(name, in: folder)
  }

  private mutating func readRole(_ name: String, in folder: String) {
    guard !name.isEmpty, !HostPattern.isOpen(name) else { return evaluateName() }
    guard !name.contains(".") else {
      playbook.isWhole = false
      return
    }
    let homes = [joinedPath(folder, "roles/\(name)"), "roles/\(name)"]
    for part in ["defaults", "vars"] {
      readVariables(at: Self.files(part, in: homes), isNeeded: false)
    }
    readTasks(at: Self.files("tasks", in: homes))
    if let (path, root) = document(at: Self.files("handlers", in: homes), isNeeded: false) {
      read(tasks: root, in: folderPath(of: path))
    }
    if let (_, root) = document(at: Self.files("meta", in: homes), isNeeded: false) {
      for role in root["dependencies"]?.items ?? [] { read(role: role, in: folder) }
    }
  }

  private static func files(_ part: String, in homes: [String]) -> [String] {
    homes.flatMap { home in ["yml", "yaml"].map { "\(home)/\(part)/main.\($0)" } }
  }

  // MARK: Tasks

  private mutating func read(tasks: YAMLNode, in folder: String) {
    for task in tasks.items ?? [] {
      for pair in task.pairs ?? [] { readPart(of: task, pair, in: folder) }
    }
  }

  private mutating func readPart(of task: YAMLNode, _ pair: YAMLPair, in folder: String) {
    let value = pair.value
    switch pair.key.text?.withoutCollection ?? "" {
    case "block", "rescue", "always": read(tasks: value, in: folder)
    case "vars": readOwn(value)
    case "register": playbook.defined.formUnion([value.text].compactMap(\.self))
    case "loop_control":
      playbook.defined.formUnion(
        ["loop_var", "index_var"].compactMap { value[$0]?.text })
    case "set_fact":
      define(value)
      noteTemplates(in: value)
    case "assert":
      readAssertions(value["that"] ?? value)
      for pair in value.pairs ?? [] where pair.key.text != "that" { noteTemplates(in: pair.value) }
    case "include_vars":
      let name = value.text ?? value["file"]?.text ?? "{"
      if HostPattern.isOpen(name) {
        evaluateName()
      } else {
        readVariables(at: [joinedPath(folder, name), joinedPath(folder, "../vars/\(name)")])
      }
    case "import_tasks", "include_tasks":
      let name = value.text ?? value["file"]?.text ?? "{"
      if HostPattern.isOpen(name) {
        evaluateName()
      } else {
        readTasks(at: [joinedPath(folder, name)])
      }
    case "import_role", "include_role":
      readRole(value["name"]?.text ?? "", in: folderOfPlaybooks(folder))
    case "debug":
      if let name = value["var"]?.text { note(JinjaNames(expression: name)) }
      noteTemplates(in: value["msg"] ?? value)
    case "when", "until", "failed_when", "changed_when", "check_mode", "loop", "with_items",
      "with_dict", "with_list":
      noteCondition(pair)
    default: noteTemplates(in: value)
    }
  }

  /// Tasks of a role look for other roles beside it.
  private func folderOfPlaybooks(_ folder: String) -> String {
    guard let range = folder.firstRange(of: "roles/") else { return folder }
    return String(folder[..<range.lowerBound])
  }

  /// Conditions and lists of loops are expressions, also without braces.
  private mutating func noteCondition(_ pair: YAMLPair) {
    let isExpression = pair.key.text?.hasSuffix("when") == true || pair.key.text == "until"
    for text in pair.value.items?.compactMap(\.text) ?? [pair.value.text].compactMap(\.self) {
      note(isExpression ? JinjaNames(expression: text) : JinjaNames(template: text))
    }
    for item in pair.value.items ?? [] where item.text == nil { noteTemplates(in: item) }
  }

  private mutating func readAssertions(_ node: YAMLNode) {
    for text in node.items?.compactMap(\.text) ?? [node.text].compactMap(\.self) {
      let words = text.split(separator: " ").map(String.init)
      if words.count == 3, words[1] == "is", words[2] == "defined" {
        playbook.asserted.insert(words[0])
      }
      if words.count == 3, words[1] == "in", words[2] == "groups" {
        playbook.groups.insert(words[0])
      }
      if words.count == 3, words[1] == "in", words[2].hasPrefix("groups["), words[2].hasSuffix("]")
      {
        let name = words[2].dropFirst("groups[".count).dropLast()
        if name.allSatisfy({ $0.isLetter || $0 == "_" }) {
          playbook.members[words[0]] = String(name)
        }
      }
      var names = JinjaNames(expression: text)
      // "x is defined" asks for x here, and does not cope with its absence.
      names.doNotGuard()
      note(names)
    }
  }

  // MARK: Names

  /// What a template names is only known when it is run.
  private mutating func evaluateName() {
    playbook.isWhole = false
    playbook.evaluatesNames = true
  }

  private mutating func readOwn(_ node: YAMLNode) {
    define(node)
    noteTemplates(in: node)
  }

  private mutating func define(_ node: YAMLNode) {
    playbook.defined.formUnion(node.pairs?.compactMap(\.key.text) ?? [])
  }

  private mutating func noteTemplates(in node: YAMLNode) {
    if let text = node.text { note(JinjaNames(template: text)) }
    for item in node.items ?? [] { noteTemplates(in: item) }
    for pair in node.pairs ?? [] {
      noteTemplates(in: pair.key)
      noteTemplates(in: pair.value)
    }
  }

  private mutating func note(_ names: JinjaNames) {
    playbook.used.formUnion(names.used)
    playbook.guarded.formUnion(names.guarded)
    if names.isOpen { playbook.isWhole = false }
  }
}

extension JinjaNames {
  fileprivate mutating func doNotGuard() { guarded = [] }
}

extension String {
  /// The name of a module without its collection: "ansible.builtin.assert" is "assert".
  fileprivate var withoutCollection: String {
    for prefix in ["ansible.builtin.", "ansible.legacy."] where hasPrefix(prefix) {
      return String(dropFirst(prefix.count))
    }
    return self
  }
}
