internal import Diagnostics
package import Files
package import Learning

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Writes a plan into a site folder: what differs and nothing else, all of it or nothing.
///
/// Only files that an earlier build wrote, and that nobody changed since, are ever replaced or
/// removed. Until every page is rendered, the site stays as it is.
package struct SiteWriter: Sendable {
  private let site: SiteFolder
  private let documents: FileSource
  private let errors: PageErrors
  private let progress: Progress.Listener
  private let inputs: SiteInputs?
  private let isArchiveOnly: Bool
  private let before: @Sendable (WriteStep) throws -> Void

  /// - Parameters:
  ///   - root: the site folder; made when it is missing.
  ///   - archive: the folder below it that is replaced as a whole.
  ///   - documents: where the content is that pages are made of.
  ///   - errors: what was found in it, for the pages to say.
  ///   - inputs: what pages are made of besides what each takes from the library; without it every page is rendered.
  ///   - isArchiveOnly: whether all files beside the archive stay as they are.
  ///   - before: called before each change of the visible site, one at a time; what it throws ends
  ///     the build as if the disk had failed there.
  ///   - progress: is told how many files have been rendered.
  package init(
    root: String, archive: String = "static/archive", documents: FileSource = .disk,
    errors: PageErrors = PageErrors(), inputs: SiteInputs? = nil, isArchiveOnly: Bool = false,
    before: @escaping @Sendable (WriteStep) throws -> Void = { _ in },
    progress: @escaping Progress.Listener = { _ in }
  ) {
    site = SiteFolder(root: root, archive: archive)
    self.documents = documents
    self.errors = errors
    self.progress = progress
    self.inputs = inputs
    self.isArchiveOnly = isArchiveOnly
    self.before = before
  }

  /// Renders the plan and writes what differs from the disk.
  ///
  /// - Throws: ``WriteError``; the site is then as it was.
  package func write(_ plan: OutputPlan) async throws(WriteError) -> WriteSummary {
    // A signal waits until the stage is removed.
    Interruption.raise()
    defer { Interruption.lower() }
    do {
      try refuse(plan.findings)
      let lock = try lockFolder()
      let result: Result<WriteSummary, any Error>
      do {
        result = .success(try await writeLocked(plan))
      } catch {
        result = .failure(error)
      }
      // A leftover stage does no harm: the next build removes it.
      _ = try? removeAll(site.stage)
      lock.release()
      return try result.get()
    } catch {
      throw WriteError(error)
    }
  }

  /// Renders the plan and reports what ``write(_:)`` would do, without writing anything; with the bytes before and
  /// after if it shows changes, which takes the memory for them.
  ///
  /// - Throws: ``WriteError``, as ``write(_:)`` would.
  package func preview(
    _ plan: OutputPlan, showingChanges: Bool = false
  ) async throws(WriteError) -> WritePreview {
    do {
      try refuse(plan.findings)
      let manifests = try ManifestReading(of: site)
      let (jobs, _) = jobs(plan, try manifests.settled(on: site, isRepairing: false))
      let stale = try StaleFiles(jobs.stale, of: site)
      let files = try await render(jobs, for: showingChanges ? .showing : .listing, manifests)
      let changed = files.filter { !$0.change.isNone }
      var preview = WritePreview(
        written: changed.map { jobs.files[$0.index].path },
        removed: stale.removable.map(\.path), kept: stale.kept.map(\.path))
      guard showingChanges else { return preview }
      for file in changed {
        let path = jobs.files[file.index].path
        preview.changes.append(
          .init(path: path, before: try bytes(of: file, at: path), after: file.bytes))
      }
      for path in preview.removed {
        preview.changes.append(.init(path: path, before: try readFile(site.path(path)), after: nil))
      }
      return preview
    } catch {
      throw WriteError(error)
    }
  }

  /// What is on the disk where a rendered file will be.
  private func bytes(of file: RenderedFile, at path: String) throws(FileError) -> [UInt8]? {
    file.change.isNew ? nil : try readFile(site.path(path), limit: .max, followingLinks: false)
  }

  private func lockFolder() throws -> FileLock {
    if let status = try fileStatus(of: site.state, followingLinks: false) {
      guard status.kind == .folder else { throw FileError(path: site.state, code: ENOTDIR) }
      if try !site.holdsState(), try !FolderTree(of: site.state).isEmpty {
        try refuse([site.hasForeignState])
      }
    }
    try makeFolders(site.state)
    return try FileLock(site.lock)
  }

  private func writeLocked(_ plan: OutputPlan) async throws -> WriteSummary {
    let manifests = try ManifestReading(of: site)
    let known = try recover(manifests)
    let (jobs, others) = jobs(plan, known)
    let stale = try StaleFiles(jobs.stale, of: site)
    let files = try await render(jobs, for: .staging, manifests)
    let entries = files.map {
      Manifest.Entry(path: jobs.files[$0.index].path, stamp: $0.stamp, inputs: $0.inputs)
    }
    let manifest = Manifest(entries + stale.kept + others)
    let changed = files.filter { !$0.change.isNone }
    var summary = WriteSummary()
    summary.written = changed.count
    summary.unchanged = files.count - changed.count
    summary.removed = stale.removable.count
    summary.gone = stale.removable.map(\.path)
    summary.kept = stale.kept.map(\.path)
    summary.bytes = changed.reduce(0) { $0 + $1.stamp.size }
    if manifest != known || manifests.isBroken {
      progress(Progress(.publishing))
      var publication = Publication(
        of: jobs, in: site, changed: changed, removed: stale.removable, before: before)
      summary.exchangedArchive = try publication.publish(manifest)
    }
    summary.outputs = try? site.outputs(manifest, kept: stale.kept)
    return summary
  }

  /// What is to be done, and the files that stay as they are, whatever the plan says.
  private func jobs(
    _ plan: OutputPlan, _ known: Manifest
  ) -> (jobs: WriteJobs, others: [Manifest.Entry]) {
    guard isArchiveOnly else { return (WriteJobs(plan.files, known), []) }
    let inArchive = { (path: String) in site.pathInArchive(path) != nil }
    return (
      WriteJobs(
        plan.files.filter { inArchive($0.path) },
        Manifest(known.entries.filter { inArchive($0.path) })),
      known.entries.filter { !inArchive($0.path) }
    )
  }

  /// Removes what a killed build left.
  ///
  /// - Returns: the files of the site that are the build's own.
  private func recover(_ manifests: ManifestReading) throws(FileError) -> Manifest {
    try recoverExchange(site.path(site.archive), aside: site.aside)
    try removeAll(site.stage)
    let known = try manifests.settled(on: site, isRepairing: true)
    if manifests.next != nil {
      try site.write(known, to: site.manifest)
      try removeFile(site.nextManifest)
    }
    return known
  }

  /// - Returns: a file for each of the plan, in its order.
  private func render(
    _ jobs: WriteJobs, for use: RenderingUse, _ manifests: ManifestReading
  ) async throws -> [RenderedFile] {
    let tell: (Int) -> Void = { progress(Progress(.rendering, files: ($0, jobs.files.count))) }
    var result = try await renderInParallel(jobs.chunks, telling: tell) { chunk in
      var rendering = ChunkRendering(
        jobs, of: site, documents: OpenDocuments(from: documents, errors: errors),
        inputs: inputs, for: use)
      return try rendering.render(chunk)
    }
    if manifests.isBroken, !result.findings.isEmpty {
      result.findings.append(site.hasBrokenManifest)
    }
    try refuse(result.findings)
    return result.files.sorted { $0.index < $1.index }
  }

  private func refuse(_ findings: [Diagnostic]) throws(WriteError) {
    // One obstacle can be in the way of many pages.
    if !findings.isEmpty { throw .refused(Set(findings).sorted()) }
  }
}
