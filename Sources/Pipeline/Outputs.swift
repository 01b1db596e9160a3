internal import Archive
internal import Bytes
internal import Diagnostics
internal import Docusaurus
internal import Files
internal import Publishing

/// The outputs that a build makes from the library.
struct Outputs: Sendable {
  private let templates: ArchiveTemplates?
  private let rules: [RuleDescription]
  /// The bytes of all templates; `nil` when there are none.
  let hash: ContentHash?

  /// - Throws: `FileError` when a site is to be written and its templates cannot be read.
  init(for build: Build, rules: [RuleDescription]) throws(FileError) {
    self.rules = rules
    let folder = joinedPath(build.settings.templates, "archive")
    do throws(FileError) {
      let files = try build.files.templates(in: folder)
      templates = ArchiveTemplates(files, folder: folder)
      hash = ContentHash(ofTemplates: files)
    } catch {
      // Content that is only checked often has no templates beside it.
      guard !build.settings.isWriting else { throw error }
      templates = nil
      hash = nil
    }
  }

  /// Every output there is. The templates belong to the project and are not used for any other folder.
  func all(for scope: Scope) -> [Output] {
    [.docusaurus, .archive(templates: scope.isContent ? templates : nil, rules: rules)]
  }
}

extension FileSource {
  /// - Throws: When the folder or one of its files cannot be read.
  fileprivate func templates(
    in folder: String
  ) throws(FileError) -> [(path: String, file: SourceFile)] {
    var files: [(path: String, file: SourceFile)] = []
    for found in try list(folder, true) where found.kind == .file {
      files.append((found.path, try file(joinedPath(folder, found.path))))
    }
    return files
  }
}

extension ContentHash {
  fileprivate init(ofTemplates files: [(path: String, file: SourceFile)]) {
    var writer = RecordWriter()
    for (path, file) in files {
      writer.write(path)
      writer.write(bytes: file.bytes)
    }
    self.init(of: writer.bytes)
  }
}
