internal import Archive
internal import Diagnostics
internal import Docusaurus
internal import Files
internal import Publishing

/// What a build makes of the library.
struct Outputs: Sendable {
  private let templates: ArchiveTemplates?
  private let rules: [RuleDescription]

  /// - Throws: `FileError` when a site is to be written and its templates cannot be read.
  init(for build: Build, rules: [RuleDescription]) throws(FileError) {
    self.rules = rules
    let folder = joinedPath(build.settings.templates, "archive")
    do throws(FileError) {
      templates = try ArchiveTemplates(in: folder, of: build.files)
    } catch {
      // Where reviews are only checked there mostly are none.
      guard !build.settings.isWriting else { throw error }
      templates = nil
    }
  }

  /// Every output there is; the templates are those of the project, and nothing to any other folder.
  func all(for scope: Scope) -> [Output] {
    [.docusaurus, .archive(templates: scope.isContent ? templates : nil, rules: rules)]
  }
}

extension ArchiveTemplates {
  /// - Throws: when the folder or a file of it cannot be read.
  fileprivate init(in folder: String, of source: FileSource) throws(FileError) {
    var files: [(path: String, file: SourceFile)] = []
    for found in try source.list(folder, true) where found.kind == .file {
      files.append((found.path, try source.file(joinedPath(folder, found.path))))
    }
    self.init(files, folder: folder)
  }
}
