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

/// Reads a playbook with the files that it includes.
struct PlaybookReader {
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

  mutating func readTasks(at paths: [String]) {
    guard let (path, root) = document(at: paths) else { return }
    read(tasks: root, in: folderPath(of: path))
  }

  /// The variables that a file sets; an encrypted one may set any.
  mutating func readVariables(at paths: [String], isNeeded: Bool = true) {
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
        let hosts = pair.value.texts
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
      let names = item.texts
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

  mutating func readRole(_ name: String, in folder: String) {
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
}
