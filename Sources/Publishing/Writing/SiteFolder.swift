internal import Files

/// Where things lie in a site folder. `path`s without a root are below it, with `/`.
struct SiteFolder: Sendable {
  let root: String
  /// The folder that is replaced as a whole, as `static/archive`.
  let archive: String

  /// The build's own folder: on the same disk as the pages, so that they can be renamed out of it.
  var state: String { path(stateFolder) }
  var lock: String { joinedPath(state, "lock") }
  /// What the last complete build wrote.
  var manifest: String { joinedPath(state, "manifest") }
  /// What the build at work is about to write; there after a build only if that was killed.
  var nextManifest: String { joinedPath(state, "manifest.next") }
  var stage: String { joinedPath(state, "stage") }
  /// Grows into the next archive.
  var stagedArchive: String { joinedPath(stage, "archive") }
  /// Takes the present archive for a moment where the disk cannot exchange two folders in one step.
  var aside: String { joinedPath(state, "aside") }
  /// Takes what is removed, until the build is done.
  var stagedRemovals: String { joinedPath(stage, "removed") }

  func path(_ path: String) -> String { joinedPath(root, path) }

  /// The path below the archive, or `nil` when the file lies elsewhere.
  func pathInArchive(_ path: String) -> String? {
    let path = path.utf8
    guard path.count > archive.utf8.count + 1, path.starts(with: archive.utf8) else { return nil }
    let slash = path.index(path.startIndex, offsetBy: archive.utf8.count)
    guard path[slash] == 0x2F else { return nil }
    return String(path[path.index(after: slash)...])
  }

  /// Where a file of the plan waits: files of the archive at their place in it, any other by its
  /// number, in folders of 64.
  func staged(_ index: Int, path: String) -> String {
    if let path = pathInArchive(path) { return joinedPath(stagedArchive, path) }
    return joinedPath(stage, "\(index / 64)/\(index)")
  }

  /// Removes a folder and its empty parents, except the outermost, such as
  /// `blog`: other tools expect that to be there.
  func removeEmptyFolders(from folder: String) throws(FileError) {
    guard let outermost = folder.split(separator: "/").first else { return }
    try Files.removeEmptyFolders(from: path(folder), upTo: path(String(outermost)))
  }
}
