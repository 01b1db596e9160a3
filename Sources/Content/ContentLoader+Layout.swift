internal import Files
internal import Learning

extension ContentLoader {
  /// What is to be read.
  ///
  /// - Throws: ``ContentError``.
  func layout() throws -> ContentLayout {
    var layout: ContentLayout
    do {
      layout = ContentLayout(try source.list(root, pages == nil), root: root)
    } catch {
      throw ContentError.unreadable([error])
    }
    if let pages { layout.keep(pages) }
    if !layout.failures.isEmpty { throw ContentError.unreadable(layout.failures) }
    if layout.isEmpty { throw ContentError.nothing(root: root) }
    return layout
  }

  /// Where only some pages of a folder are read, the folders below it are looked into when a link leads there.
  ///
  /// - Throws: ``ContentError/unreadable(_:)``.
  func linkedFiles(of read: [PageFacts]) throws -> Set<String> {
    guard pages != nil else { return [] }
    var files: Set<String> = []
    var seen: Set<String> = [root]
    for page in read {
      for link in page.links {
        guard let path = LinkTable.path(of: link.destination, from: page.path),
          seen.insert(folderPath(of: path)).inserted || seen.insert(path).inserted
        else { continue }
        do {
          files.formUnion(try self.files(at: path))
        } catch {
          throw ContentError.unreadable([error])
        }
      }
    }
    return files
  }

  /// The files in the folder of a path, and the path itself when it is a folder.
  private func files(at path: String) throws(FileError) -> [String] {
    let folder = folderPath(of: path)
    guard folder.hasPrefix(root == "." ? "" : root) else { return [] }
    if !folder.isEmpty { guard try source.isFolder(folder) else { return [] } }
    let found = try source.list(folder.isEmpty ? "." : folder, false).map {
      joinedPath(folder, $0.path)
    }
    return try source.isFolder(path) ? found + [path] : found
  }
}
