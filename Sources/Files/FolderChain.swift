/// A folder and those it lies in, as the disk has them, whatever names and links lead there.
package struct FolderChain: Sendable {
  /// Which folder it is; equal for two paths that lead to one folder.
  package struct Identity: Hashable, Sendable {
    let device: UInt64
    let inode: UInt64

    init(_ status: FileStatus) {
      device = status.device
      inode = status.inode
    }
  }

  /// The folder itself; `nil` when it is not there yet.
  package let folder: Identity?
  /// The folders around it that are there, the innermost first, the root last.
  package let parents: [Identity]

  /// - Throws: `.notAFile` when a missing folder is followed by `..`, which leads nowhere yet; otherwise the
  ///   system's error.
  package init(of path: String) throws(FileError) {
    var path = path.isEmpty ? "." : path
    var missing: [String] = []
    var status = try fileStatus(of: path)
    while status == nil, path != ".", path != "/" {
      missing.append(fileName(of: path))
      let parent = folderPath(of: path)
      path = parent.isEmpty ? "." : parent
      status = try fileStatus(of: path)
    }
    if missing.contains("..") { throw FileError(path: path, reason: .notAFile) }
    var chain: [Identity] = []
    while let next = status.map(Identity.init), chain.last != next {
      chain.append(next)
      path += "/.."
      status = try fileStatus(of: path)
    }
    folder = missing.isEmpty ? chain.first : nil
    parents = Array(missing.isEmpty ? chain.dropFirst() : chain[...])
  }

  /// Whether it is inside the other, at any depth.
  package func lies(in other: FolderChain) -> Bool {
    other.folder.map(parents.contains) ?? false
  }

  package func isSame(as other: FolderChain) -> Bool { folder != nil && folder == other.folder }
}
