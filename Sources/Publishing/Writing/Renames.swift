internal import Files

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Changes of the visible site, each a single rename, that can all be taken back.
///
/// What a step takes out of the site lies on the stage afterwards. It is looked at there once more: when
/// somebody changed it since it was found to be the build's own, the step fails, and is taken back.
struct Renames {
  private enum Step {
    case folder(String)
    /// A new file or folder; it goes back to the stage.
    case place(String, staged: String)
    case exchange(String, String)
    case exchangeFolders(String, String, aside: String)
    /// Another file has its place; the old one lies on the stage.
    case displace(String, old: String)
    case remove(String, old: String)
  }

  private var steps: [Step] = []
  private var folders: Set<String> = []

  /// Puts a staged file where no file is.
  ///
  /// - Throws: `.changed` when somebody put one there.
  mutating func place(_ staged: String, at path: String) throws(FileError) {
    try makeFolder(folderPath(of: path))
    do throws(FileError) {
      try put(staged, at: path)
    } catch {
      throw error.code == EEXIST ? FileError(path: path, reason: .changed) : error
    }
    steps.append(.place(path, staged: staged))
  }

  /// Puts a staged folder where nothing is; never across disks.
  mutating func placeFolder(_ staged: String, at path: String) throws(FileError) {
    try makeFolder(folderPath(of: path))
    try placeFile(from: staged, to: path)
    steps.append(.place(path, staged: staged))
  }

  /// Puts a staged file in the place of another, which is on the stage afterwards.
  mutating func replace(
    _ path: String, of status: FileStatus, by staged: String
  ) throws(FileError) {
    do throws(FileError) {
      try exchange(path, staged)
      steps.append(.exchange(path, staged))
      try expect(status, ofDisplaced: staged, from: path)
    } catch {
      guard error.code == EXDEV || error.isNotOffered else { throw error }
      let old = staged + ".old"
      try keep(path, as: old)
      try expect(status, ofDisplaced: path, from: path)
      try replace(path, by: staged)
      steps.append(.displace(path, old: old))
    }
  }

  /// Takes a file out of the site; it lies at `aside` until the stage is removed.
  mutating func remove(
    _ path: String, of status: FileStatus, aside: String
  ) throws(FileError) {
    do throws(FileError) {
      try placeFile(from: path, to: aside)
      steps.append(.remove(path, old: aside))
      try expect(status, ofDisplaced: aside, from: path)
    } catch {
      guard error.code == EXDEV else { throw error }
      try keep(path, as: aside)
      try expect(status, ofDisplaced: path, from: path)
      try removeFile(path)
      steps.append(.remove(path, old: aside))
    }
  }

  mutating func exchangeFolders(
    _ folder: String, with staged: String, aside: String
  ) throws(FileError) {
    try Files.exchangeFolders(folder, staged, aside: aside)
    steps.append(.exchangeFolders(folder, staged, aside: aside))
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
        case .place(let path, let staged): try takeOut(path, to: staged)
        case .exchange(let first, let second): try exchange(first, second)
        case .exchangeFolders(let first, let second, let aside):
          try Files.exchangeFolders(first, second, aside: aside)
        case .displace(let path, let old): try replace(path, by: old)
        case .remove(let path, let old): try put(old, at: path)
        }
      } catch {
        isComplete = false
      }
    }
    return isComplete
  }

  /// - Throws: `.changed` unless the file is as it was.
  private func expect(
    _ status: FileStatus, ofDisplaced old: String, from path: String
  ) throws(FileError) {
    let found = try fileStatus(of: old, followingLinks: false)
    if found?.isUnchanged(since: status) != true { throw FileError(path: path, reason: .changed) }
  }

  /// Keeps the bytes of a file: by a second name, or as a copy where that is impossible.
  private func keep(_ path: String, as old: String) throws(FileError) {
    do throws(FileError) {
      try linkFile(path, at: old)
    } catch {
      guard error.forbidsSecondName else { throw error }
      try createFile(try readFile(path, limit: .max, followingLinks: false), at: old)
    }
  }

  /// Renames a file of the stage over one of the site; from another disk, its bytes are written there.
  private func replace(_ path: String, by staged: String) throws(FileError) {
    do throws(FileError) {
      try moveFile(from: staged, to: path)
    } catch {
      guard error.code == EXDEV else { throw error }
      try writeFile(try readFile(staged, limit: .max), to: path, flushing: true)
    }
  }

  /// Renames a file of the stage to where nothing is; from another disk, its bytes are written there.
  private func put(_ staged: String, at path: String) throws(FileError) {
    do throws(FileError) {
      try placeFile(from: staged, to: path)
    } catch {
      guard error.code == EXDEV else { throw error }
      try createFile(try readFile(staged, limit: .max), at: path, flushing: true)
    }
  }

  private func takeOut(_ path: String, to staged: String) throws(FileError) {
    do throws(FileError) {
      try moveFile(from: path, to: staged)
    } catch {
      guard error.code == EXDEV else { throw error }
      try removeFile(path)
    }
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
