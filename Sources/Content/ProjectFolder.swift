internal import Diagnostics
package import Files
internal import Learning
internal import Vocabulary
internal import YAML

/// The folder of a team's project, and where its parts are.
///
/// The folder is that of `site.yml`; a `site.yml` in a folder called `content` is that of the folder above.
package struct ProjectFolder: Hashable, Sendable {
  /// Absolute, or as it was given.
  package let path: String
  /// The content folder, the Docusaurus project and the team's own templates, by their paths from ``path``.
  package let content: String
  package let site: String
  package let templates: String
  /// Whether `site.yml` names the folder of the templates, which must be there then.
  package let namesTemplates: Bool

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
    for folder in try Self.ancestors(of: folder, in: source) {
      if let found = try Self(at: folder, in: source) {
        self = found
        return
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

  private init?(at folder: String, in source: FileSource) throws(FileError) {
    if let file = try Self.settings(in: folder, source) {
      let isContent = fileName(of: folder) == Self.content
      self.init(
        isContent ? folderPath(of: folder) : folder, content: isContent ? Self.content : ".", file)
    } else if let file = try Self.settings(in: joinedPath(folder, Self.content), source) {
      self.init(folder, content: Self.content, file)
    } else {
      return nil
    }
  }

  /// The project whose content folder is known; its settings may be missing. Paths start from the working directory.
  package init(content: String, in source: FileSource) throws(FileError) {
    let file = try Self.settings(in: content, source)
    self.init(".", content: content, file)
  }

  private init(_ path: String, content: String, _ file: SourceFile?) {
    var reader = SiteConfigurationReader()
    if let file { reader.readSite(file) }
    let configuration = reader.configuration
    func place(_ field: Field<String>?, _ name: String) -> String {
      guard let written = field?.written else { return name }
      return foldedPath(written, from: content) ?? written
    }
    self.path = path
    self.content = content
    site = place(configuration.siteFolder, "site")
    templates = place(configuration.templateFolder, "templates")
    namesTemplates = configuration.templateFolder != nil
  }

  /// The `site.yml` of a folder; `nil` when there is none. Ansible calls a playbook so, which is a list.
  private static func settings(
    in folder: String, _ source: FileSource
  ) throws(FileError) -> SourceFile? {
    let path = joinedPath(folder, "site.yml")
    guard try source.kind(path) == .file else { return nil }
    let file = try source.file(path)
    let root = readYAML(in: file, lines: nil, form: .strict).root
    return root?.items == nil ? file : nil
  }
}
