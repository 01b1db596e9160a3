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
  /// The status of the files of the present archive that change or go, by their paths in it.
  private let displaced: [String: FileStatus]

  /// Completes the staged archive: what does not change gets a second name there, which costs no
  /// bytes, and so do files that are not ours.
  ///
  /// It is `nil` when the archive stays or is better changed file by file: few of many files
  /// change, something in it can have no second name, or the disk has no second names. Paths are below the
  /// site folder; changed files of the archive are on the stage already. `standing` are the files of the plan that
  /// are in the present archive, at the least.
  init?(
    of site: SiteFolder, changed: [(path: String, change: RenderedFile.Change)],
    removed: [StaleFile], standing: Int
  ) throws(FileError) {
    self.site = site
    var replaced: Set<String> = []
    var displaced: [String: FileStatus] = [:]
    for (path, change) in changed {
      guard let path = site.pathInArchive(path) else { continue }
      replaced.insert(path)
      if case .replacement(let status) = change { displaced[path] = status }
    }
    for file in removed {
      guard let path = site.pathInArchive(file.path) else { continue }
      replaced.insert(path)
      displaced[path] = file.status
    }
    self.displaced = displaced
    guard !replaced.isEmpty, !Self.isFew(replaced.count, of: standing) else { return nil }
    let archive = site.path(site.archive)
    guard try fileStatus(of: archive, followingLinks: false) != nil else {
      present = nil
      return
    }
    let present = try FolderTree(of: archive)
    guard present.others.isEmpty, !Self.isFew(replaced.count, of: present.files.count) else {
      return nil
    }
    self.present = present
    try makeFolders(site.stagedArchive)
    do throws(FileError) {
      try link(present, except: replaced)
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

  private static func isFew(_ changes: Int, of files: Int) -> Bool {
    changes * fewest < files && files > smallest
  }

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
        try renames.placeFolder(site.stagedArchive, at: site.path(site.archive))
      } else {
        try renames.exchangeFolders(
          site.path(site.archive), with: site.stagedArchive, aside: site.aside)
      }
    } catch {
      guard error.forbidsExchange else { throw error }
      return false
    }
    try rescueLateFiles(with: &renames)
    return true
  }

  /// Brings over what somebody put into the old archive while the next one was being made.
  ///
  /// - Throws: `.changed` when somebody changed a file of it, or put one where the next archive has its own.
  private func rescueLateFiles(with renames: inout Renames) throws(FileError) {
    guard let present else { return }
    let known = Set(present.files)
    let displaced = try FolderTree(of: site.stagedArchive)
    if let other = displaced.others.first { throw changed(other) }
    for path in displaced.files {
      let old = joinedPath(site.stagedArchive, path)
      if known.contains(path) {
        try expectUnchanged(old, path)
      } else {
        try renames.place(old, at: joinedPath(site.path(site.archive), path))
      }
    }
    for path in displaced.emptyFolders {
      try makeFolders(joinedPath(site.path(site.archive), path))
    }
  }

  /// A file that stays has a second name in the next archive; one that goes is as it was when it was found to
  /// be the build's own.
  private func expectUnchanged(_ old: String, _ path: String) throws(FileError) {
    let next = joinedPath(site.path(site.archive), path)
    let expected =
      if let status = displaced[path] { status } else {
        try fileStatus(of: next, followingLinks: false)
      }
    let found = try fileStatus(of: old, followingLinks: false)
    guard let expected, let found, found.isUnchanged(since: expected) else { throw changed(path) }
  }

  private func changed(_ path: String) -> FileError {
    FileError(path: joinedPath(site.path(site.archive), path), reason: .changed)
  }
}

extension FileError {
  /// Another disk, a mount point, a disk without second names, or too many of them.
  fileprivate var forbidsExchange: Bool { forbidsSecondName || code == EBUSY || code == EINVAL }
}
