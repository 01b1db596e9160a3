internal import Files

/// The manifests a site folder holds: of the last complete build, and of one that was killed.
struct ManifestReading {
  let last: Manifest
  /// What a build was about to write when it was killed; `nil` when none was.
  let next: Manifest?
  /// Whether ``last`` was there but could not be read.
  let isBroken: Bool

  init(of site: SiteFolder) throws(FileError) {
    let last = try Self.read(site.manifest)
    self.last = last ?? .empty
    isBroken = last == nil
    let isInterrupted = try fileStatus(of: site.nextManifest, followingLinks: false) != nil
    next = isInterrupted ? try Self.read(site.nextManifest) ?? .empty : nil
  }

  /// - Returns: `nil` when it is broken, an empty one when it is missing.
  private static func read(_ path: String) throws(FileError) -> Manifest? {
    guard let status = try fileStatus(of: path, followingLinks: false) else { return .empty }
    guard status.kind == .file else { return nil }
    return Manifest(parsing: try readFile(path, limit: .max, followingLinks: false))
  }

  /// What the build wrote, by the disk.
  ///
  /// A killed build leaves files of the old and of the new manifest side by side; each path then
  /// has the stamp that fits what is there.
  ///
  /// Repairing finishes what the killed build left half done; without it, nothing is written.
  func settled(on site: SiteFolder, isRepairing: Bool) throws(FileError) -> Manifest {
    guard let next else { return last }
    var candidates: [String: [Manifest.Entry]] = [:]
    for entry in next.entries + last.entries { candidates[entry.path, default: []].append(entry) }
    var folders = FolderCheck(site)
    var entries: [Manifest.Entry] = []
    for (path, candidates) in candidates {
      guard fault(inPath: path) == nil else { continue }
      let folder = folderPath(of: path)
      guard try folders.state(ofFolder: folder) == .folder else { continue }
      guard let status = try fileStatus(of: site.path(path), followingLinks: false) else {
        if isRepairing { try site.removeEmptyFolders(from: folder) }
        continue
      }
      if let entry = try Self.entry(of: status, among: candidates, at: site.path(path)) {
        entries.append(entry)
      }
    }
    return Manifest(entries)
  }

  /// - Returns: the one that fits; when none does, the file was changed by hand, and any shows it.
  private static func entry(
    of status: FileStatus, among candidates: [Manifest.Entry], at path: String
  ) throws(FileError) -> Manifest.Entry? {
    for entry in candidates where try entry.stamp.fits(status, at: path) { return entry }
    return candidates.last
  }
}

extension Stamp {
  /// Whether a file is as the build left it, by its bytes: a time can be put back.
  func fits(_ status: FileStatus, at path: String) throws(FileError) -> Bool {
    guard status.kind == .file, status.size == size else { return false }
    return hash == ContentHash(of: try readFile(path, limit: .max, followingLinks: false))
  }
}
