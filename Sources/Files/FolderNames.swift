#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What the names in a folder come to, in any order: a number that changes when one is added, removed or renamed,
/// or becomes the name of something of another kind.
struct FolderNames {
  /// Before the names were listed.
  let status: FileStatus
  let sum: UInt64
  /// Whether there is a file that tells git what to leave out.
  let hasGitIgnore: Bool

  /// Of a folder; a link to one is followed.
  init(of path: String) throws(FileError) {
    let folder = try OpenFolder(path)
    status = try folder.status()
    var sum: UInt64 = 0
    var hasGitIgnore = false
    try unsafe folder.forEachName { name, kind in
      // A walk leaves hidden names out. Two say what git leaves out, one what a build wrote.
      if unsafe name.pointee == 0x2E {
        let isIgnoreFile = unsafe strcmp(name, ".gitignore") == 0
        if isIgnoreFile { hasGitIgnore = true }
        guard
          unsafe isIgnoreFile || strcmp(name, ".git") == 0 || strcmp(name, stateFolder) == 0
        else { return }
      }
      // Never 0, so that each name counts.
      sum &+= unsafe hash(ofName: name, kind: kind.rawValue) | 1
    }
    self.sum = sum
    self.hasGitIgnore = hasGitIgnore
  }
}
