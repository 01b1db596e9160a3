internal import Files

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Changes of the visible site, each a single rename, that can all be taken back.
struct Renames {
  private enum Step {
    case folder(String)
    case move(from: String, to: String)
    case exchange(String, String)
    /// Another disk: the old bytes lie in a file of the stage.
    case copy(old: String?, path: String)
  }

  private var steps: [Step] = []
  private var folders: Set<String> = []

  /// Puts a staged file where no file is.
  mutating func place(_ staged: String, at path: String) throws(FileError) {
    try makeFolder(folderPath(of: path))
    do throws(FileError) {
      try moveFile(from: staged, to: path)
      steps.append(.move(from: staged, to: path))
    } catch {
      guard error.code == EXDEV else { throw error }
      try writeFile(try readFile(staged, limit: .max), to: path)
      steps.append(.copy(old: nil, path: path))
    }
  }

  /// Puts a staged file in the place of another, which is on the stage afterwards.
  mutating func replace(_ path: String, by staged: String) throws(FileError) {
    do throws(FileError) {
      try exchangeFolders(path, staged)
      steps.append(.exchange(path, staged))
    } catch {
      guard error.code == EXDEV else { throw error }
      let old = staged + ".old"
      try createFile(try readFile(path, limit: .max, followingLinks: false), at: old)
      try writeFile(try readFile(staged, limit: .max), to: path)
      steps.append(.copy(old: old, path: path))
    }
  }

  /// Takes a file out of the site; it lies at `aside` until the stage is removed.
  mutating func remove(_ path: String, aside: String) throws(FileError) {
    do throws(FileError) {
      try moveFile(from: path, to: aside)
      steps.append(.move(from: path, to: aside))
    } catch {
      guard error.code == EXDEV else { throw error }
      try createFile(try readFile(path, limit: .max, followingLinks: false), at: aside)
      try removeFile(path)
      steps.append(.copy(old: aside, path: path))
    }
  }

  mutating func exchange(_ folder: String, with staged: String) throws(FileError) {
    try exchangeFolders(folder, staged)
    steps.append(.exchange(folder, staged))
  }

  /// Undoes everything, the last step first.
  ///
  /// - Returns: whether all of it could be undone.
  mutating func takeBack() -> Bool {
    var isComplete = true
    while let step = steps.popLast() {
      do throws(FileError) {
        switch step {
        case .folder(let path): try removeEmptyFolder(path)
        case .move(let from, let to): try moveFile(from: to, to: from)
        case .exchange(let first, let second): try exchangeFolders(first, second)
        case .copy(let old?, let path): try writeFile(try readFile(old, limit: .max), to: path)
        case .copy(nil, let path): try removeFile(path)
        }
      } catch {
        isComplete = false
      }
    }
    return isComplete
  }

  /// Makes a folder and those above it, and remembers which were missing.
  private mutating func makeFolder(_ path: String) throws(FileError) {
    guard !path.isEmpty, !folders.contains(path) else { return }
    if try fileStatus(of: path) == nil {
      try makeFolder(folderPath(of: path))
      try makeFolders(path)
      steps.append(.folder(path))
    }
    folders.insert(path)
  }
}
