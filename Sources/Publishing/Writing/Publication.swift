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
/// Every step is one rename, so each file is whole at any time. The coming manifest is on the disk
/// before the first step, so that a build after a kill knows its own files; when a step fails,
/// those before it are taken back.
struct Publication {
  let site: SiteFolder
  let jobs: WriteJobs
  let changed: [RenderedFile]
  let removed: [String]
  let before: @Sendable (WriteStep) throws -> Void

  private var renames = Renames()
  private var removals = 0

  init(
    of jobs: WriteJobs, in site: SiteFolder, changed: [RenderedFile], removed: [String],
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
      of: site, changed: changed.map { jobs.files[$0.index].path }, removed: removed)
    try before(.list)
    try site.write(manifest, to: site.nextManifest)
    var isExchanged = false
    do {
      isExchanged = try rename(with: exchange)
      try before(.commit)
      try moveFile(from: site.nextManifest, to: site.manifest)
    } catch {
      // With something left undone, the next build needs this manifest to know its files.
      if renames.takeBack() { try removeFile(site.nextManifest) }
      throw error
    }
    // The site is written; one more empty folder is no reason to report a failure.
    for path in removed { try? site.removeEmptyFolders(from: folderPath(of: path)) }
    return isExchanged
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
    let removals = removed.filter { !isExchanged || site.pathInArchive($0) == nil }
    let new = writes.filter { $0.change == .new }
    // What a new page replaces under another spelling of its name has to go first.
    let respelled =
      removals.isEmpty ? [] : Set(new.map { FoldedPath(jobs.files[$0.index].path) })
    for path in removals where respelled.contains(FoldedPath(path)) { try remove(path) }
    // New pages before those that link to them, and removals last: no link leads nowhere for long.
    for file in new { try write(file) }
    for file in writes where file.change == .replacement { try write(file) }
    for path in removals where !respelled.contains(FoldedPath(path)) { try remove(path) }
    return isExchanged
  }

  private mutating func write(_ file: RenderedFile) throws {
    let path = jobs.files[file.index].path
    let staged = site.staged(file.index, path: path)
    try before(.write(path))
    if file.change == .new {
      try renames.place(staged, at: site.path(path))
    } else {
      try renames.replace(site.path(path), by: staged)
    }
  }

  private mutating func remove(_ path: String) throws {
    try before(.remove(path))
    try makeFolders(site.stagedRemovals)
    let aside = joinedPath(site.stagedRemovals, removals.description)
    removals += 1
    try renames.remove(site.path(path), aside: aside)
  }
}
