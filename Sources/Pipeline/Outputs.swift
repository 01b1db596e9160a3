internal import Archive
internal import Checklist
internal import Diagnostics
internal import Docusaurus
internal import Files
package import Publishing

/// What a build makes of the library.
package struct Outputs: Sendable {
  package let all: [Output]

  /// - Throws: `FileError` when a site is to be written and its templates cannot be read.
  init(for build: Build) async throws(FileError) {
    let folder = joinedPath(build.settings.templates, "archive")
    var templates: ArchiveTemplates?
    do throws(FileError) {
      templates = try ArchiveTemplates(in: folder, of: build.files)
    } catch {
      // Where reviews are only checked there mostly are none.
      guard !build.settings.isWriting, error.code == missingFile else { throw error }
    }
    // What a rule tells the author to do is found by running its examples, and only its page shows it.
    let rules =
      build.settings.isWriting ? await Rule.allDescribed() : Rule.all.map(\.description)
    all = [.docusaurus, .archive(templates: templates, rules: rules)]
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
