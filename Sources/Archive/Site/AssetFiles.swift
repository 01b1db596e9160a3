internal import Diagnostics
internal import Incidents
internal import Learning
internal import Publishing
internal import Runbooks

extension ArchiveSite {
  /// The style sheet, the script and the pictures of the templates, and every file of the content
  /// that a page links to.
  var assetFiles: [OutputFile] {
    templates.assets.map { asset in
      OutputFile(path: Self.folder + asset.name, origin: templates.path(of: asset)) { asset.bytes }
    } + linkedFiles
  }

  /// Where a file of the content lies in the archive: beside the page when it lies beside the
  /// document, else in one place for all pages. `folder` is that of the page, with `/` at the end.
  func url(ofAsset asset: String, from document: String, folder: String) -> String {
    let home = document.utf8.lastIndex(of: UInt8(ascii: "/")).map { document[...$0] } ?? ""
    if isOwnFolder(document), asset.hasPrefix(home) {
      return folder + asset.dropFirst(home.count)
    }
    return "files/" + library.shortPath(asset)
  }

  /// Whether the folder of a document belongs to one incident alone.
  private func isOwnFolder(_ document: String) -> Bool {
    document.contains("/") && DocumentName(document)?.role != nil
  }

  private var linkedFiles: [OutputFile] {
    var seen: Set<String> = []
    var files: [OutputFile] = []
    func add(_ links: [PageFacts.InternalLink], of path: String, folder: String) {
      for link in links where !Self.isPage(link.destination) {
        guard case .asset(let asset) = library.links.target(of: link.destination, from: path)
        else { continue }
        let url = url(ofAsset: asset, from: path, folder: folder)
        guard seen.insert(url).inserted else { continue }
        files.append(
          OutputFile(
            path: Self.folder + url, origin: path, copying: asset,
            stripsMetadata: library.configuration.stripsMetadata))
      }
    }
    for (index, incident) in library.incidents.enumerated() {
      let folder = Place(url(ofIncident: index)).folder
      for (path, links) in library.links(of: incident) { add(links, of: path, folder: folder) }
    }
    for (index, runbook) in library.runbooks.enumerated() {
      add(
        library.pages[runbook.path]?.links ?? [], of: runbook.path,
        folder: Place(url(ofRunbook: index)).folder)
    }
    return files
  }

  /// Most links of a review lead to a heading or to another page: those need no lookup.
  private static func isPage(_ destination: String) -> Bool {
    destination.hasPrefix("#") || destination.hasSuffix(".md") || destination.contains(".md#")
  }
}
