internal import Bytes
internal import Files
internal import YAML

/// What the tasks of a playbook say: the names they use, give and ask for, and the files they include.
extension PlaybookReader {
  mutating func read(tasks: YAMLNode, in folder: String) {
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
  func folderOfPlaybooks(_ folder: String) -> String {
    guard let range = folder.firstRange(of: "roles/") else { return folder }
    return String(folder[..<range.lowerBound])
  }

  /// Conditions and lists of loops are expressions, also without braces.
  mutating func noteCondition(_ pair: YAMLPair) {
    let isExpression = pair.key.text?.hasSuffix("when") == true || pair.key.text == "until"
    for text in pair.value.texts {
      note(isExpression ? JinjaNames(expression: text) : JinjaNames(template: text))
    }
    for item in pair.value.items ?? [] where item.text == nil { noteTemplates(in: item) }
  }

  private mutating func readAssertions(_ node: YAMLNode) {
    for text in node.texts {
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
      names.guarded = []
      note(names)
    }
  }

  // MARK: Names

  /// What a template names is only known when it is run.
  mutating func evaluateName() {
    playbook.isWhole = false
    playbook.evaluatesNames = true
  }

  mutating func readOwn(_ node: YAMLNode) {
    define(node)
    noteTemplates(in: node)
  }

  mutating func define(_ node: YAMLNode) {
    playbook.defined.formUnion(node.keys)
  }

  mutating func noteTemplates(in node: YAMLNode) {
    if let text = node.text { note(JinjaNames(template: text)) }
    for item in node.items ?? [] { noteTemplates(in: item) }
    for pair in node.pairs ?? [] {
      noteTemplates(in: pair.key)
      noteTemplates(in: pair.value)
    }
  }

  mutating func note(_ names: JinjaNames) {
    playbook.used.formUnion(names.used)
    playbook.guarded.formUnion(names.guarded)
    if names.isOpen { playbook.isWhole = false }
  }
}

extension String {
  /// The name of a module without its collection: "ansible.builtin.assert" is "assert".
  var withoutCollection: String {
    for prefix in ["ansible.builtin.", "ansible.legacy."] where hasPrefix(prefix) {
      return String(dropFirst(prefix.count))
    }
    return self
  }
}
