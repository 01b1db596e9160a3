internal import Diagnostics
package import Files
internal import Learning
internal import Vocabulary
internal import YAML

/// The folder of a team's project, and the content folder in it.
///
/// The folder is that of `site.yml`; a `site.yml` in a folder called `content` is that of the folder above.
package struct ProjectFolder: Hashable, Sendable {
  /// An absolute path.
  package let path: String
  /// The path of the content folder from ``path``.
  package let content: String

  /// Whether an absolute path lies in the content folder.
  package func holds(_ path: String) -> Bool {
    let folder = content == "." ? self.path : joinedPath(self.path, content)
    return path == folder || path.hasPrefix(folderPrefix(folder))
  }

  private static let content = "content"

  /// The project that a folder belongs to: the nearest one upwards, within the repository; `nil` when there is none.
  /// `folder` is an absolute path.
  ///
  /// - Throws: When the disk does not say.
  package init?(around folder: String, in source: FileSource) throws(FileError) {
    for ancestor in try Self.ancestors(of: folder, in: source) {
      if let found = try Self(at: ancestor, in: source) {
        self = found
        return
      }
      // Content that has no settings yet is not that of a project around it.
      if ancestor == folder, try source.kind(joinedPath(folder, Self.content)) == .folder {
        return nil
      }
    }
    return nil
  }

  /// A folder and those above it, up to the root of the repository that it is in. Outside one, nobody says whose the
  /// folders above are.
  private static func ancestors(
    of folder: String, in source: FileSource
  ) throws(FileError) -> [String] {
    var folders = [folder]
    while let last = folders.last {
      // In a work tree or a submodule it is a file.
      if try source.kind(joinedPath(last, ".git")) != nil { return folders }
      let parent = folderPath(of: last)
      if parent.isEmpty || parent == last { break }
      folders.append(parent)
    }
    return [folder]
  }

  /// The project of a folder itself.
  package init?(at folder: String, in source: FileSource) throws(FileError) {
    let isContent = fileName(of: folder) == Self.content
    if try Self.hasSettings(folder, isContent: isContent, source) {
      path = isContent ? folderPath(of: folder) : folder
      content = isContent ? Self.content : "."
    } else if try Self.hasSettings(joinedPath(folder, Self.content), isContent: true, source) {
      path = folder
      content = Self.content
    } else {
      return nil
    }
  }

  /// Whether a folder has a `site.yml` that is ours. Outside a content folder it may be a playbook of Ansible, which is
  /// a list; where a site was built beside it there is nothing to ask.
  private static func hasSettings(
    _ folder: String, isContent: Bool, _ source: FileSource
  ) throws(FileError) -> Bool {
    let path = joinedPath(folder, "site.yml")
    guard try source.kind(path) == .file else { return false }
    if isContent { return true }
    if try source.kind(joinedPath(folder, "site/\(stateFolder)")) == .folder { return true }
    return readYAML(in: try source.file(path), lines: nil, form: .strict).root?.items == nil
  }
}

/// What `site.yml` says of folders outside the content.
package struct ProjectPlaces: Hashable, Sendable {
  /// The Docusaurus project, from the working directory.
  package let site: String
  /// The folder of the team's own templates; `nil` when none is named.
  package let templates: String?

  /// `content` is the content folder; its settings may be missing.
  package init(statedIn content: String, in source: FileSource) throws(FileError) {
    let configuration = try SiteConfiguration(statedIn: content, source)
    func place(_ field: Field<String>?) -> String? {
      field.map { foldedPath($0.written, from: content) ?? $0.written }
    }
    site = place(configuration.siteFolder) ?? "site"
    templates = place(configuration.templateFolder)
  }
}

extension SiteConfiguration {
  /// What `site.yml` in a folder says, without the other settings; nothing when it is not there.
  ///
  /// - Throws: When it cannot be read.
  init(statedIn folder: String, _ source: FileSource) throws(FileError) {
    let path = joinedPath(folder, "site.yml")
    var reader = SiteConfigurationReader()
    if try source.kind(path) == .file { reader.readSite(try source.file(path)) }
    self = reader.configuration
  }
}
