internal import Diagnostics
internal import Files

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The result of rendering some files of the plan.
struct RenderedChunk: Sendable {
  var files: [RenderedFile] = []
  var findings: [Diagnostic] = []
}

/// One file of the plan, rendered and compared with the disk; its bytes are on the stage or gone.
struct RenderedFile: Sendable {
  enum Change: Sendable {
    /// The file on disk has these bytes.
    case none
    /// There is no such file yet.
    case new
    /// The disk has other bytes, and they are ours; the status is that of the file when they were read.
    case replacement(FileStatus)

    var isNone: Bool { if case .none = self { true } else { false } }
    var isNew: Bool { if case .new = self { true } else { false } }
  }

  let index: Int
  let change: Change
  /// Once published, for ``Change/none`` as it is.
  let stamp: Stamp
  /// As in ``Manifest/Entry/inputs``.
  let inputs: ContentHash?
  /// What would be written, if it was asked for.
  var bytes: [UInt8]?
}

/// What becomes of the bytes of files that differ from the disk.
enum RenderingUse: Sendable {
  /// They are put on the stage.
  case staging
  /// Nothing: that they differ is all that is asked.
  case listing
  /// They are kept in memory.
  case showing
}

/// Renders a chunk of the plan, one file at a time, and puts on the stage what differs from the
/// disk. A file whose inputs are those that it was last made from is not rendered while it is as the build left it.
struct ChunkRendering: ~Copyable {
  let jobs: WriteJobs
  let site: SiteFolder
  let use: RenderingUse
  private let inputs: SiteInputs?
  private var folders: FolderCheck
  private var stagedFolder = ""
  private var documents: OpenDocuments
  private var result = RenderedChunk()

  init(
    _ jobs: WriteJobs, of site: SiteFolder, documents: consuming OpenDocuments,
    inputs: SiteInputs?, for use: RenderingUse
  ) {
    self.jobs = jobs
    self.inputs = inputs
    self.documents = documents
    self.site = site
    self.use = use
    folders = FolderCheck(site)
  }

  mutating func render(_ chunk: [Int]) throws(WriteError) -> RenderedChunk {
    result.files.reserveCapacity(chunk.count)
    for index in chunk {
      if Task.isCancelled || Interruption.isRequested { throw .cancelled }
      let file = jobs.files[index]
      var inputs = PageInputs(of: self.inputs, errors: documents.errors)
      let render = file.prepared(&inputs)
      let hash = inputs.hash
      do throws(FileError) {
        if let hash, try isSettled(file, at: index, hash) { continue }
      } catch {
        throw WriteError(error)
      }
      guard let bytes = try bytes(of: file, render) else { continue }
      do throws(FileError) {
        try compare(bytes, of: file, at: index, documents.isBeyondInputs ? nil : hash)
      } catch {
        throw WriteError(error)
      }
    }
    return result
  }

  /// Whether nothing is left to do for a file with some inputs: it has them already, or it may not be replaced.
  private mutating func isSettled(
    _ file: OutputFile, at index: Int, _ inputs: ContentHash
  ) throws(FileError) -> Bool {
    guard let known = jobs.known[index], known.inputs == inputs else { return false }
    let (hash, size) = (known.stamp.hash, known.stamp.size)
    switch try comparison(of: hash, size: size, with: file, known: known.stamp) {
    case .same(let stamp):
      result.files.append(RenderedFile(index: index, change: .none, stamp: stamp, inputs: inputs))
    case .different: return false
    case .refused(let finding): result.findings.append(finding)
    }
    return true
  }

  /// - Returns: `nil` when the page has a finding instead.
  private mutating func bytes(
    of file: OutputFile, _ render: OutputFile.Rendering
  ) throws(WriteError) -> [UInt8]? {
    documents.isBeyondInputs = false
    do {
      return try render(&documents)
    } catch let finding as Diagnostic {
      result.findings.append(finding)
      return nil
    } catch is CancellationError {
      throw .cancelled
    } catch let error as FileError where error.reason == .changed {
      throw .changed(error)
    } catch {
      throw .rendering(path: file.path, reason: error)
    }
  }

  private mutating func compare(
    _ bytes: [UInt8], of file: OutputFile, at index: Int, _ inputs: ContentHash?
  ) throws(FileError) {
    let hash = ContentHash(of: bytes)
    let known = jobs.known[index]?.stamp
    switch try comparison(of: hash, size: bytes.count, with: file, known: known) {
    case .same(let stamp):
      result.files.append(RenderedFile(index: index, change: .none, stamp: stamp, inputs: inputs))
    case .different(let change):
      let modified = use == .staging ? try stage(bytes, of: file, at: index) : 0
      let stamp = Stamp(hash: hash, size: bytes.count, modified: modified)
      result.files.append(
        RenderedFile(
          index: index, change: change, stamp: stamp, inputs: inputs,
          bytes: use == .showing ? bytes : nil))
    case .refused(let finding):
      result.findings.append(finding)
    }
  }

  private enum Comparison {
    case same(Stamp)
    case different(RenderedFile.Change)
    case refused(Diagnostic)
  }

  private mutating func comparison(
    of hash: ContentHash, size: Int, with file: OutputFile, known: Stamp?
  ) throws(FileError) -> Comparison {
    switch try folders.state(ofFolder: folderPath(of: file.path)) {
    case .folder: break
    case .absent: return .different(.new)
    case .obstacle(let path, let kind): return .refused(site.isInTheWay(path, kind))
    }
    let path = site.path(file.path)
    guard let status = try fileStatus(of: path, followingLinks: false) else {
      return .different(.new)
    }
    guard status.kind == .file else { return .refused(site.isInTheWay(file.path, status.kind)) }
    // Only a file that stays may be judged by its time; one that is replaced is read.
    let isUntouched = known?.modified == status.modified && known?.size == status.size
    if let known, isUntouched, known.hash == hash { return .same(known) }
    if known == nil, try isStale(status, at: file.path) { return .different(.new) }
    let mayFit = status.size == size || status.size == known?.size
    let disk =
      mayFit
      ? ContentHash(of: try readFile(path, limit: .max, followingLinks: false)) : nil
    if disk == hash { return .same(Stamp(hash: hash, size: size, modified: status.modified)) }
    guard let known else { return .refused(site.isForeign(file)) }
    return disk == known.hash
      ? .different(.replacement(status)) : .refused(site.wasChangedByHand(file))
  }

  /// Whether what is at a new path is a stale file of ours under another spelling of its name,
  /// on a disk that does not tell them apart. It is removed before the new one is put there.
  private func isStale(_ status: FileStatus, at path: String) throws(FileError) -> Bool {
    guard let entry = jobs.stalePaths[FoldedPath(path)],
      let stale = try fileStatus(of: site.path(entry.path), followingLinks: false)
    else { return false }
    return stale.inode == status.inode && stale.device == status.device
      ? try entry.stamp.fits(stale, at: site.path(entry.path)) : false
  }

  /// - Returns: the time of the staged file, which it keeps when it is renamed.
  private mutating func stage(
    _ bytes: [UInt8], of file: OutputFile, at index: Int
  ) throws(FileError) -> Int64 {
    let path = site.staged(index, path: file.path)
    let folder = folderPath(of: path)
    if folder != stagedFolder { try makeFolders(folder) }
    stagedFolder = folder
    try createFile(bytes, at: path)
    guard let status = try fileStatus(of: path, followingLinks: false) else {
      throw FileError(path: path, code: ENOENT)
    }
    return status.modified
  }
}
