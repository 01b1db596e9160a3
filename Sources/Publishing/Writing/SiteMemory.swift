package import Files

/// Where a site folder keeps what helps the next run and what no run needs.
package struct SiteMemory: Sendable {
  private let site: SiteFolder

  /// - Parameter site: the site folder, which need not be there.
  package init(site: String) { self.site = SiteFolder(root: site, archive: "static/archive") }

  /// Whether the site's `.build-site` is that of a build, so that something may be kept there.
  package var isThere: Bool { (try? site.holdsState()) ?? false }

  /// The hash of each file of the archive by its path below it, as the last complete build wrote them; empty when none
  /// did.
  package func archiveFiles() throws(FileError) -> [String: ContentHash] {
    var files: [String: ContentHash] = [:]
    for entry in try ManifestReading(of: site).last.entries {
      if let path = site.pathInArchive(entry.path) { files[path] = entry.stamp.hash }
    }
    return files
  }

  /// The folder of the archive.
  package var archive: String { site.path(site.archive) }

  /// The file that changes with each build that writes anything.
  package var manifest: String { site.manifest }

  /// The file in which a build keeps its verdict.
  package var lastRun: KeptFile { KeptFile(site.lastRun, lock: site.lock) }
}

extension SiteFolder {
  fileprivate var lastRun: String { joinedPath(state, "run") }

  /// Whether the build's own folder holds anything that a build keeps there. A CI job may restore a part of it, such
  /// as the records alone.
  func holdsState() throws(FileError) -> Bool {
    guard try fileStatus(of: state, followingLinks: false)?.kind == .folder else { return false }
    for file in [lock, manifest, lastRun]
    where try fileStatus(of: file, followingLinks: false)?.kind == .file {
      return true
    }
    return try fileStatus(of: joinedPath(state, "records"), followingLinks: false)?.kind == .folder
  }

  /// The files of the site as a build leaves them, the folders that they are in, and what shows that another build
  /// is at work or was killed. `kept` are the files that were changed by hand.
  func outputs(_ manifest: Manifest, kept: [Manifest.Entry]) throws(FileError) -> [Input] {
    let changed = Set(kept.map(\.path))
    var outputs: [Input] = []
    outputs.reserveCapacity(manifest.entries.count * 2)
    var folders: Set<String> = []
    for entry in manifest.entries {
      let stamp = entry.stamp
      outputs.append(
        changed.contains(entry.path)
          ? try Input(seeing: path(entry.path), followsLinks: false)
          : Input(
            path: path(entry.path), state: .written(size: stamp.size, modified: stamp.modified)))
      var folder = folderPath(of: entry.path)
      while !folder.isEmpty, folders.insert(folder).inserted {
        outputs.append(Input(path: path(folder), state: .present(.folder)))
        folder = folderPath(of: folder)
      }
    }
    outputs.append(try Input(seeing: self.manifest, purpose: .gate, followsLinks: false))
    for path in [nextManifest, aside] {
      outputs.append(Input(path: path, state: .present(nil), purpose: .gate))
    }
    return outputs
  }
}
