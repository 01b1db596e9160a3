internal import Files

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The next archive as a whole folder, ready to replace the present one.
struct ArchiveExchange {
  private let site: SiteFolder
  /// What was in the present archive when the next one was made from it; `nil` when there is none.
  private let present: FolderTree?

  /// Completes the staged archive: what does not change gets a second name there, which costs no
  /// bytes, and so do files that are not ours.
  ///
  /// It is `nil` when the archive stays or is better changed file by file: few of many files
  /// change, something in it can have no second name, or the disk has no second names. Paths are below the
  /// site folder; changed files of the archive are on the stage already.
  init?(
    of site: SiteFolder, changed: [String], removed: [String]
  ) throws(FileError) {
    self.site = site
    let changed = Set(changed.compactMap(site.pathInArchive))
    let removed = Set(removed.compactMap(site.pathInArchive))
    guard changed.count + removed.count > 0 else { return nil }
    let archive = site.path(site.archive)
    guard try fileStatus(of: archive, followingLinks: false) != nil else {
      present = nil
      return
    }
    let present = try FolderTree(of: archive)
    let isFew = (changed.count + removed.count) * Self.fewest < present.files.count
    guard present.others.isEmpty, !(isFew && present.files.count > Self.smallest) else {
      return nil
    }
    self.present = present
    try makeFolders(site.stagedArchive)
    do throws(FileError) {
      try link(present, except: changed.union(removed))
    } catch {
      guard error.forbidsExchange else { throw error }
      return nil
    }
  }

  /// An archive of this many files or fewer is always exchanged; it takes a tenth of a second.
  private static let smallest = 500
  /// A larger one is exchanged when at least one file of this many changes: a second name, a folder
  /// and their removal cost about three times what replacing a file costs, ten times on a busy
  /// disk.
  private static let fewest = 32

  private func link(_ present: FolderTree, except replaced: Set<String>) throws(FileError) {
    var folder = ""
    for path in present.files where !replaced.contains(path) {
      let staged = joinedPath(site.stagedArchive, path)
      if folderPath(of: staged) != folder {
        folder = folderPath(of: staged)
        try makeFolders(folder)
      }
      try linkFile(joinedPath(site.path(site.archive), path), at: staged)
    }
    for path in present.emptyFolders { try makeFolders(joinedPath(site.stagedArchive, path)) }
  }

  /// - Returns: `false` when this disk cannot do it; nothing has changed then.
  func exchange(with renames: inout Renames) throws(FileError) -> Bool {
    do throws(FileError) {
      if present == nil {
        try renames.place(site.stagedArchive, at: site.path(site.archive))
      } else {
        try renames.exchange(site.path(site.archive), with: site.stagedArchive)
      }
    } catch {
      guard error.forbidsExchange else { throw error }
      return false
    }
    try rescueLateFiles(with: &renames)
    return true
  }

  /// Brings over what somebody put into the old archive while the next one was being made.
  private func rescueLateFiles(with renames: inout Renames) throws(FileError) {
    guard let present else { return }
    let known = Set(present.files)
    for path in try FolderTree(of: site.stagedArchive).files where !known.contains(path) {
      let place = joinedPath(site.path(site.archive), path)
      guard try fileStatus(of: place, followingLinks: false) == nil else { continue }
      try renames.place(joinedPath(site.stagedArchive, path), at: place)
    }
  }
}

extension FileError {
  /// Another disk, a mount point, a disk without second names, or too many of them.
  fileprivate var forbidsExchange: Bool {
    [EXDEV, EBUSY, EINVAL, ENOTSUP, ENOSYS, EPERM, EMLINK].contains(code)
  }
}
