internal import Archive
internal import Diagnostics
internal import Docusaurus
internal import Files
internal import Publishing

/// The outputs that a build makes from the library.
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
      // Content that is only checked often has no templates beside it.
      guard !build.settings.isWriting else { throw error }
      templates = nil
    }
  }

  /// Every output there is. The templates belong to the project and are not used for any other folder.
  func all(for scope: Scope) -> [Output] {
    [.docusaurus, .archive(templates: scope.isContent ? templates : nil, rules: rules)]
  }
}

extension ArchiveTemplates {
  /// - Throws: When the folder or one of its files cannot be read.
  fileprivate init(in folder: String, of source: FileSource) throws(FileError) {
    var files: [(path: String, file: SourceFile)] = []
    for found in try source.list(folder, true) where found.kind == .file {
      files.append((found.path, try source.file(joinedPath(folder, found.path))))
    }
    self.init(files, folder: folder)
  }
}
