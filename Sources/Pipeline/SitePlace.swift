internal import Content
package import Files

extension Build.Settings {
  /// Why nothing may be written to the site folder.
  ///
  /// A site that is, holds or lies in a folder of people's own files would put the build's files among theirs.
  /// Links are seen through, so a detour makes no difference.
  ///
  /// - Parameter home: the user's home folder, when there is one.
  /// - Returns: the end of the sentence "the site folder …"; `nil` when it may be written to.
  /// - Throws: When the system does not say where a folder lies.
  package func siteFault(home: String?) throws(FileError) -> String? {
    if site.isEmpty { return "has no name" }
    switch try fileStatus(of: Self.trimmed(site), followingLinks: false)?.kind {
    case nil, .folder: break
    case .link: return "is a symbolic link"
    case .file, .other: return "is not a folder"
    }
    let place = try FolderChain(of: site)
    if place.folder != nil, place.parents.isEmpty { return "is the root of the disk" }
    if try fault(of: place, with: content, "the content folder") != nil {
      for (path, name) in try contentFolders() {
        if let fault = try fault(of: place, with: path, name) { return fault }
      }
    }
    if let fault = try fault(of: place, with: templates, "the templates") { return fault }
    if let home, !home.isEmpty {
      let folder = try FolderChain(of: home)
      if place.isSame(as: folder) { return "is your home folder" }
      if folder.lies(in: place) { return "holds your home folder" }
    }
    if try fileStatus(of: joinedPath(site, ".git"), followingLinks: false) != nil {
      return "is the root of a git repository"
    }
    return nil
  }

  private func fault(
    of place: FolderChain, with path: String, _ name: String
  ) throws(FileError) -> String? {
    let folder = try FolderChain(of: path)
    if place.isSame(as: folder) { return "is \(name)" }
    if folder.lies(in: place) { return "holds \(name)" }
    return place.lies(in: folder) ? "lies in \(name)" : nil
  }

  /// The folders of people's pages, with the word for each. Where the settings name them, a site may lie beside them.
  private func contentFolders() throws(FileError) -> [(path: String, name: String)] {
    let places = try PagePlaces(statedIn: content, .disk)
    if places.isEmpty { return [(content, "the content folder")] }
    return places.folders.map { folder in
      folder.isEmpty
        ? (content, "the content folder")
        : (joinedPath(content, folder), "the content folder '\(folder)'")
    }
  }

  /// Without `/` at the end, behind which a link would be followed.
  private static func trimmed(_ path: String) -> String {
    var path = path[...]
    while path.utf8.count > 1, path.utf8.last == 0x2F { path = path.dropLast() }
    return String(path)
  }
}
