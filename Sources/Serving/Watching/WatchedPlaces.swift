package import Files

/// Which folders to watch, and which names in each matter, so that nothing that a run depended on changes unnoticed.
///
/// A folder that was listed matters with all its names, a file with its own. Each folder on the way matters with the
/// name of the next, because it may be renamed, or come back.
package struct WatchedPlaces: Hashable, Sendable {
  private struct Names: Hashable, Sendable {
    var isListed = false
    var single: Set<String> = []
  }

  private var folders: [String: Names] = [:]

  /// - Parameter inputs: what a run depended on.
  package init(_ inputs: [Input]) {
    for input in inputs {
      switch input.state {
      case .listed:
        let folder = input.path.isEmpty ? "." : input.path
        folders[folder, default: Names()].isListed = true
        add(folder)
      case .read, .seen, .present: add(input.path)
      // Libraries of the program.
      case .written: break
      }
    }
  }

  /// The name of a path in its folder, and so on up to the working directory or the root of the disk.
  private mutating func add(_ path: String) {
    var path = path
    while path != "/", path != ".", !path.isEmpty {
      let folder = folderPath(of: path)
      let inserted = folders[folder.isEmpty ? "." : folder, default: Names()].single.insert(
        fileName(of: path))
      if !inserted.inserted { return }
      path = folder
    }
  }

  /// The folders, in no order; some may not be there.
  package var paths: [String] { Array(folders.keys) }

  /// Whether a change of a name in a folder matters. A walk leaves hidden names out.
  package func isMeant(_ name: String, in folder: String) -> Bool {
    guard let names = folders[folder] else { return false }
    return names.single.contains(name) || names.isListed && name.utf8.first != 0x2E
  }
}
