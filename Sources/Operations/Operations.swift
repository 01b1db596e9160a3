internal import Diagnostics
internal import Files

/// What the team runs, as far as runbooks speak of it: its playbooks, inventories and alerts. Nothing of it is ever
/// executed.
package struct Operations: Sendable {
  /// The infrastructure folder as the user sees it; `nil` when there is none, and then no command is compared with
  /// it.
  package let folder: String?
  /// The files of the infrastructure folder, by their paths below it.
  package let files: Set<String>
  /// The folders in it.
  private let folders: Set<String>
  /// The playbooks that commands name, by their paths below the infrastructure folder.
  package var playbooks: [String: Playbook] = [:]
  /// The inventories that commands name, by their paths below the infrastructure folder.
  package var inventories: [String: Inventory] = [:]
  /// The variables of files that commands name by `-e @file`, by their paths below the infrastructure folder.
  package var variables: [String: Set<String>] = [:]
  /// The inventory that `ansible.cfg` names.
  package var usualInventory: String?
  package var alerts = AlertRules()
  package var history = FileHistory()
  package init(folder: String? = nil, files: Set<String> = []) {
    self.folder = folder
    self.files = files
    var folders: Set<String> = []
    for file in files {
      var folder = folderPath(of: file)
      while !folder.isEmpty, folders.insert(folder).inserted { folder = folderPath(of: folder) }
    }
    self.folders = folders
  }

  /// The path below the infrastructure folder that a command means, which is run from that folder or from the one
  /// above it.
  ///
  /// - Returns: `nil` when the path leads elsewhere or is only known when the command is run.
  package func path(of written: String) -> String? {
    guard let folder, !HostPattern.isOpen(written), !written.hasPrefix("~"),
      let path = foldedPath(written), !path.isEmpty
    else { return nil }
    let above = fileName(of: folder) + "/"
    if !has(path), path.hasPrefix(above) {
      let inner = String(path.dropFirst(above.utf8.count))
      if has(inner) { return inner }
    }
    return path
  }

  package func has(_ path: String) -> Bool { files.contains(path) || isFolder(path) }

  package func isFolder(_ path: String) -> Bool { folders.contains(path) }

  /// The file or folder that was meant by a path that is not there: a file of the same name elsewhere, or one with a
  /// similar path.
  package func nearest(to path: String, among others: Set<String>) -> String? {
    let name = fileName(of: path)
    let known = others.sorted()
    if let same = known.first(where: { fileName(of: $0) == name }) { return same }
    let beside = known.filter { folderPath(of: $0) == folderPath(of: path) }
    if let near = nearestName(to: name, among: beside.map { fileName(of: $0) }) {
      return beside.first { fileName(of: $0) == near }
    }
    return nearestName(to: path, among: known)
  }

  /// The files and folders of which an inventory may be made.
  package var possibleInventories: Set<String> { files.union(folders) }
}

/// What git says of files: the days on which they were last changed.
package struct FileHistory: Hashable, Sendable {
  /// `YYYY-MM-DD` of the last commit that changed a file, by its path below the infrastructure folder.
  package var lastChanges: [String: String] = [:]
  /// Whether the repository holds only its newest commits, so that changes may be missing.
  package var isShallow = false

  package init() {}
}
