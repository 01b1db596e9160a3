internal import Diagnostics
internal import Files
internal import Learning
internal import Operations
internal import Runbooks
internal import Vocabulary

/// Reads what the team runs, as far as runbooks speak of it: the playbooks and inventories that commands name, and
/// the rule files.
///
/// What it comes to is no part of a unit's record: it is read anew in every run, and everything that it reads is an
/// input of the run.
struct OperationsLoader {
  private let source: FileSource
  private(set) var operations: Operations
  private(set) var findings: [Diagnostic] = []
  /// The variables beside playbooks and inventories, by folder.
  private var beside: [String: VariableFile] = [:]

  /// Larger files of YAML are not playbooks or inventories that people write.
  private static let largest = 2 << 20

  /// `folder` is the infrastructure folder as the user sees it, if there is one.
  init(folder: String?, in source: FileSource) {
    self.source = source
    var files: Set<String> = []
    if let folder, let found = try? source.list(folder, true) {
      for file in found where file.kind == .file { files.insert(file.path) }
    }
    operations = Operations(folder: folder, files: files)
  }

  // MARK: Commands

  mutating func read(_ commands: [PlaybookCommand]) {
    guard operations.folder != nil, !commands.isEmpty else { return }
    readConfiguration()
    for command in commands {
      for playbook in command.playbooks { read(playbook: playbook.text) }
      for inventory in command.inventories { read(inventory: inventory.text) }
      for file in command.variableFiles { read(variables: file.text) }
    }
  }

  private func file(_ path: String) -> SourceFile? {
    guard let folder = operations.folder, operations.files.contains(path),
      let bytes = try? source.read(joinedPath(folder, path)), bytes.count <= Self.largest
    else { return nil }
    return SourceFile(path: joinedPath(folder, path), bytes: bytes)
  }

  /// `inventory =` of `ansible.cfg`.
  private mutating func readConfiguration() {
    guard let file = file("ansible.cfg") else { return }
    for line in String(decoding: file.bytes, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: "=", maxSplits: 1).map { $0.split(separator: " ") }
      guard parts.count == 2, parts[0] == ["inventory"], let name = parts[1].first else { continue }
      operations.usualInventory = String(name)
      read(inventory: String(name))
    }
  }

  private mutating func read(playbook written: String) {
    guard let path = operations.path(of: written), operations.playbooks[path] == nil,
      operations.files.contains(path)
    else { return }
    let reader = self
    var playbook = Playbook(at: path) { reader.file($0) }
    playbook.add(variables(beside: folderPath(of: path)))
    operations.playbooks[path] = playbook
  }

  private mutating func read(variables written: String) {
    guard let path = operations.path(of: written), operations.variables[path] == nil,
      let file = file(path)
    else { return }
    operations.variables[path] = VariableFile(file).names
  }

  private mutating func read(inventory written: String) {
    if written.contains(",") {
      operations.inventories[written] = Inventory(list: written)
      return
    }
    guard let path = operations.path(of: written), operations.inventories[path] == nil,
      operations.has(path)
    else { return }
    let isFolder = operations.isFolder(path)
    var inventory = Inventory()
    for path in isFolder ? members(of: path) : [path] {
      if let file = file(path) {
        inventory.add(Inventory(reading: file))
      } else {
        inventory.isWhole = false
      }
    }
    let beside = variables(beside: isFolder ? path : folderPath(of: path))
    inventory.variables.formUnion(beside.names)
    if beside.isHidden { inventory.hidesVariables = true }
    operations.inventories[path] = inventory
  }

  /// The files of an inventory that is a folder; Ansible passes over some names (INVENTORY_IGNORE_EXTS).
  private func members(of folder: String) -> [String] {
    let prefix = folder + "/"
    return operations.files.filter { path in
      guard path.hasPrefix(prefix) else { return false }
      let rest = path.dropFirst(prefix.utf8.count)
      return !rest.contains("/") && !Self.ignored.contains { rest.hasSuffix($0) }
    }.sorted()
  }

  private static let ignored = [
    ".pyc", ".pyo", ".swp", ".bak", "~", ".rpm", ".md", ".txt", ".rst", ".orig", ".ini", ".cfg",
    ".retry",
  ]

  /// The variables of `group_vars` and `host_vars` beside an inventory or a playbook.
  private mutating func variables(beside folder: String) -> VariableFile {
    if let known = beside[folder] { return known }
    var all = VariableFile()
    for part in ["group_vars", "host_vars"] {
      let prefix = joinedPath(folder, part) + "/"
      for path in operations.files.filter({ $0.hasPrefix(prefix) }).sorted() {
        if let file = file(path) { all.add(VariableFile(file)) } else { all.isHidden = true }
      }
    }
    beside[folder] = all
    return all
  }

  // MARK: Changes

  /// Asks when the playbooks that runbooks name were last changed, as far back as the runbooks were verified.
  mutating func readHistory(of runbooks: [Runbook]) {
    var paths: Set<String> = []
    var first: String?
    for runbook in runbooks {
      guard let day = runbook.lastVerified else { continue }
      let named = operations.named(by: runbook.commands)
      guard !named.isEmpty else { continue }
      paths.formUnion(named.map(\.path))
      first = min(first ?? day, day)
    }
    guard let folder = operations.folder, let first,
      let history = source.history(folder, paths.sorted(by: bytesPrecede), first)
    else { return }
    operations.history.lastChanges = history.days
    operations.history.isShallow = history.isShallow
  }

  // MARK: Alerts

  /// Reads the rule files among some files, which are given by their paths as the user sees them.
  mutating func readAlerts(in paths: Set<String>) {
    let possible = paths.filter { path in
      [".yml", ".yaml", ".tpl"].contains { path.hasSuffix($0) }
    }
    for path in possible.sorted(by: bytesPrecede) {
      guard let bytes = try? source.read(path), RuleFile.mayHoldAlerts(bytes) else { continue }
      let rules = RuleFile(SourceFile(path: path, bytes: bytes))
      operations.alerts.alerts += rules.alerts
      operations.alerts.isWhole = operations.alerts.isWhole && rules.isWhole
      findings += rules.findings
    }
  }
}

extension ContentLoader {
  /// What the team runs; nothing where only a part of a larger tree is looked at.
  func operations(
    of layout: ContentLayout, _ configuration: SiteConfiguration, _ runbooks: [Runbook]
  ) -> (operations: Operations, findings: [Diagnostic]) {
    guard isWhole else { return (Operations(), []) }
    let place = InfrastructureFolder(configuration, root: root, in: source, site: layout.site)
    var loader = OperationsLoader(folder: place.path, in: source)
    loader.read(runbooks.flatMap(\.commands))
    loader.readHistory(of: runbooks)
    // What has no page can only be told where all pages are known.
    if pages == nil {
      let beside = loader.operations.folder.map { folder in
        loader.operations.files.map { joinedPath(folder, $0) }
      }
      loader.readAlerts(in: layout.assets.union(beside ?? []))
    }
    return (loader.operations, place.findings + loader.findings)
  }
}

/// Where the infrastructure folder is: where `infrastructure:` in site.yml says, or in the content folder.
private struct InfrastructureFolder {
  private(set) var path: String?
  private(set) var findings: [Diagnostic] = []

  init(_ configuration: SiteConfiguration, root: String, in source: FileSource, site: String?) {
    let stated = configuration.infrastructure
    let place = Self.path(stated?.written ?? "infrastructure", from: root)
    if (try? source.kind(place)) == .folder {
      path = place
    } else if let stated, let site {
      findings = [
        Diagnostic(
          code: "BS017", level: .error, path: site, range: stated.range,
          message: "'infrastructure' names no folder: '\(place)' is not there",
          help: "write its path from the content folder, as in '../infrastructure'")
      ]
    }
  }

  private static func path(_ written: String, from root: String) -> String {
    if written.hasPrefix("/") { return written }
    let isAbsolute = root.hasPrefix("/")
    guard let folded = foldedPath(written, from: root == "." ? "" : root) else {
      return joinedPath(root, written)
    }
    return isAbsolute ? "/" + folded : folded.isEmpty ? "." : folded
  }
}
