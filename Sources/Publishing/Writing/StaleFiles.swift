internal import Files

/// A file that goes, and its status when its bytes were found to be those of the build.
struct StaleFile: Hashable, Sendable {
  let path: String
  let status: FileStatus
}

/// What the last build wrote and this one no longer has, by what becomes of it.
struct StaleFiles: Sendable {
  /// As the build left them; they go.
  var removable: [StaleFile] = []
  /// Changed by hand; they stay, and stay in the manifest, so that each build names them.
  var kept: [Manifest.Entry] = []

  init(_ entries: [Manifest.Entry], of site: SiteFolder) throws(FileError) {
    var folders = FolderCheck(site)
    for entry in entries {
      let path = site.path(entry.path)
      // Behind a link or gone: no longer a file of the site.
      guard try folders.state(ofFolder: folderPath(of: entry.path)) == .folder,
        let status = try fileStatus(of: path, followingLinks: false)
      else { continue }
      if try entry.stamp.fits(status, at: path) {
        removable.append(StaleFile(path: entry.path, status: status))
      } else {
        kept.append(entry)
      }
    }
  }
}
