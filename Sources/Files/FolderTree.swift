/// Everything in a folder and below it, including hidden names: what must be there again when the folder
/// is rebuilt elsewhere. Paths are below the folder; their order is that of the disk.
package struct FolderTree: Sendable {
  package private(set) var files: [String] = []
  /// Folders with nothing in them.
  package private(set) var emptyFolders: [String] = []
  /// Symbolic links, devices, and names that are not UTF-8: what cannot be given a second name.
  package private(set) var others: [String] = []

  package var isEmpty: Bool { files.isEmpty && emptyFolders.isEmpty && others.isEmpty }

  /// - Throws: When the folder or one below it cannot be listed.
  package init(of root: String) throws(FileError) {
    try add(OpenFolder(root), prefix: "", root: root)
  }

  private mutating func add(
    _ folder: consuming OpenFolder, prefix: String, root: String
  ) throws(FileError) {
    let entries = try folder.entries()
    if entries.isEmpty, !prefix.isEmpty { emptyFolders.append(String(prefix.dropLast())) }
    for entry in entries {
      let path = prefix + entry.name
      switch entry.kind {
      case _ where !entry.isUTF8: others.append(path)
      case .file: files.append(path)
      case .folder:
        let inner = try folder.folder(entry.name, path: joinedPath(root, path))
        try add(inner, prefix: path + "/", root: root)
      case .link, .other: others.append(path)
      }
    }
  }
}
