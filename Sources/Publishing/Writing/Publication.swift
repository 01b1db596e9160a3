internal import Files

/// A change of the visible site; a test can stop the build before it.
package enum WriteStep: Hashable, Sendable {
  /// The manifest that is about to hold is put down.
  case list
  case write(String)
  case exchangeArchive
  case remove(String)
  /// The new manifest takes the place of the old one.
  case commit
}

/// Brings what is on the stage into the site.
///
/// Every step is one rename, so each file is whole at any time. The pages and the coming manifest are on the disk
/// before the first step, so that a build after a kill or a power failure knows its own files; when a step fails,
/// those before it are taken back.
struct Publication {
  let site: SiteFolder
  let jobs: WriteJobs
  let changed: [RenderedFile]
  let removed: [StaleFile]
  let before: @Sendable (WriteStep) throws -> Void

  private var renames = Renames()
  private var removals = 0

  init(
    of jobs: WriteJobs, in site: SiteFolder, changed: [RenderedFile], removed: [StaleFile],
    before: @escaping @Sendable (WriteStep) throws -> Void
  ) {
    self.site = site
    self.jobs = jobs
    self.changed = changed
    self.removed = removed
    self.before = before
  }

  /// - Returns: whether the archive was exchanged as a whole.
  mutating func publish(_ manifest: Manifest) throws -> Bool {
    let exchange = try ArchiveExchange(
      of: site, changed: changed.map { (jobs.files[$0.index].path, $0.change) },
      removed: removed, standing: standing)
    try before(.list)
    try flushStage()
    // From the first rename on, the build goes through to its end.
    if Interruption.isRequested { throw WriteError.cancelled }
    try site.write(manifest, to: site.nextManifest)
    var isExchanged = false
    do {
      isExchanged = try rename(with: exchange)
      try flushRenames(isExchanged: isExchanged)
      try before(.commit)
      try moveFile(from: site.nextManifest, to: site.manifest)
    } catch {
      // With something left undone, the next build needs this manifest to know its files.
      if renames.takeBack() { try removeFile(site.nextManifest) }
      throw error
    }
    // Should the power fail before this, both manifests are there, as after a kill.
    try? flushFolder(site.state)
    // The site is written; one more empty folder is no reason to report a failure.
    for file in removed { try? site.removeEmptyFolders(from: folderPath(of: file.path)) }
    return isExchanged
  }

  /// How many files of the plan are in the archive already.
  private var standing: Int {
    let new = changed.count { $0.change.isNew && isInArchive($0.index) }
    return jobs.files.indices.count(where: isInArchive) - new
  }

  private func isInArchive(_ index: Int) -> Bool {
    site.pathInArchive(jobs.files[index].path) != nil
  }

  /// The staged files, with the folders of the stage that become folders of the archive.
  private func flushStage() throws(FileError) {
    let staged = changed.map { site.staged($0.index, path: jobs.files[$0.index].path) }
    try site.flush(staged, namedIn: Set(staged.map { folderPath(of: $0) }))
  }

  /// The folders in which something was renamed.
  private func flushRenames(isExchanged: Bool) throws(FileError) {
    let paths = changed.map { jobs.files[$0.index].path } + removed.map(\.path)
    var folders = Set(
      paths.lazy.filter { !isExchanged || site.pathInArchive($0) == nil }.map {
        site.path(folderPath(of: $0))
      })
    if isExchanged { folders.insert(site.path(folderPath(of: site.archive))) }
    try site.flush([], namedIn: folders)
  }

  private mutating func rename(with exchange: ArchiveExchange?) throws -> Bool {
    var isExchanged = false
    if let exchange {
      try before(.exchangeArchive)
      isExchanged = try exchange.exchange(with: &renames)
    }
    let writes = changed.filter {
      !isExchanged || site.pathInArchive(jobs.files[$0.index].path) == nil
    }
    let removals = removed.filter { !isExchanged || site.pathInArchive($0.path) == nil }
    let new = writes.filter(\.change.isNew)
    // What a new page replaces under another spelling of its name has to go first.
    let respelled =
      removals.isEmpty ? [] : Set(new.map { FoldedPath(jobs.files[$0.index].path) })
    for file in removals where respelled.contains(FoldedPath(file.path)) { try remove(file) }
    // New pages before those that link to them, and removals last: no link leads nowhere for long.
    for file in new { try write(file) }
    for file in writes where !file.change.isNew { try write(file) }
    for file in removals where !respelled.contains(FoldedPath(file.path)) { try remove(file) }
    return isExchanged
  }

  private mutating func write(_ file: RenderedFile) throws {
    let path = jobs.files[file.index].path
    let staged = site.staged(file.index, path: path)
    try before(.write(path))
    if case .replacement(let status) = file.change {
      try renames.replace(site.path(path), of: status, by: staged)
    } else {
      try renames.place(staged, at: site.path(path))
    }
  }

  private mutating func remove(_ file: StaleFile) throws {
    try before(.remove(file.path))
    try makeFolders(site.stagedRemovals)
    let aside = joinedPath(site.stagedRemovals, removals.description)
    removals += 1
    try renames.remove(site.path(file.path), of: file.status, aside: aside)
  }
}
