internal import Diagnostics
package import Files
internal import Learning
internal import Vocabulary

/// The folders in which `site.yml` says that the pages are; without any, the names of the folders tell.
///
/// All paths start from the folder of `site.yml`, without `.`, and "" is that folder itself.
package struct PagePlaces: Hashable, Sendable {
  /// Of reviews and timelines.
  private(set) var incidents: [String] = []
  private(set) var runbooks: [String] = []
  /// A folder in which the names of folders tell what is for what.
  private(set) var mixed: String?

  package init() {}

  /// Reads `site.yml` in a folder, if it is there.
  ///
  /// - Throws: When it cannot be read.
  package init(statedIn root: String, _ source: FileSource) throws(FileError) {
    self.init(try SiteConfiguration(statedIn: root, source))
  }

  init(_ configuration: SiteConfiguration) {
    incidents = configuration.incidentFolders.compactMap { foldedPath($0.written) }
    runbooks = configuration.runbookFolders.compactMap { foldedPath($0.written) }
    mixed = configuration.contentFolder.flatMap { foldedPath($0.written) }
    // The folder of site.yml itself is what there is without a key.
    if mixed?.isEmpty == true { mixed = nil }
  }

  package var isEmpty: Bool { folders.isEmpty }

  /// All of them, sorted.
  package var folders: [String] {
    Set(incidents + runbooks + [mixed].compactMap(\.self)).sorted(by: bytesPrecede)
  }

  /// Those that lie in no other one.
  var outermost: [String] {
    let all = folders
    return all.filter { folder in
      !all.contains { $0 != folder && Self.isIn(folder, $0) }
    }
  }

  /// Whether a file or folder lies in one of them, is one, or holds one.
  package func touches(_ path: String) -> Bool {
    folders.contains { Self.isIn(path, $0) || Self.isIn($0, path) }
  }

  /// Whether a path is a folder or lies in it.
  static func isIn(_ path: String, _ folder: String) -> Bool {
    folder.isEmpty || path == folder || path.hasPrefix(folder + "/")
  }

  /// `BS017` for each folder of the settings that is not there or leads out.
  func findings(
    for configuration: SiteConfiguration, in file: SourceFile, root: String, _ source: FileSource
  ) -> [Diagnostic] {
    let stated =
      configuration.incidentFolders.map { ("incidents", $0) }
      + configuration.runbookFolders.map { ("runbooks", $0) }
      + [configuration.contentFolder].compactMap { $0.map { ("content", $0) } }
    return stated.compactMap { key, field in
      let path = foldedPath(field.written)
      if let path, (try? source.kind(path.isEmpty ? root : joinedPath(root, path))) == .folder {
        return nil
      }
      return Diagnostic(
        code: "BS017", level: .error, path: file.path, range: field.range,
        message: path == nil
          ? "'\(key)' leads out of the folder of site.yml: '\(field.written)'"
          : "'\(key)' names no folder: '\(field.written)' is not there",
        help:
          "write the path of a folder from the one that site.yml is in, as in 'docs/postmortems'")
    }
  }
}

extension PagePlaces {
  /// The folders for new incidents and new runbooks: the first that are named, or else those of the usual names. In a
  /// folder of reviews alone that folder itself is for incidents.
  package func newPages(
    below root: String, in source: FileSource
  ) throws(FileError) -> (incidents: String, runbooks: String) {
    let folder = mixed.map { joinedPath(root, $0) } ?? root
    let usual = (
      incidents: joinedPath(folder, "incidents"), runbooks: joinedPath(folder, "runbooks")
    )
    var isDivided = try source.kind(folder) != .folder
    for path in [usual.incidents, usual.runbooks] {
      if try source.kind(path) == .folder { isDivided = true }
    }
    return (
      incidents.first.map { joinedPath(root, $0) } ?? (isDivided ? usual.incidents : folder),
      runbooks.first.map { joinedPath(root, $0) } ?? usual.runbooks
    )
  }
}
