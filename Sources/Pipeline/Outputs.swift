internal import Archive
internal import Bytes
internal import Diagnostics
internal import Docusaurus
internal import Files
internal import Publishing
internal import Supplies

/// The outputs that a build makes from the library.
struct Outputs: Sendable {
  private let templates: ArchiveTemplates
  private let rules: [RuleDescription]
  /// The bytes of all templates.
  let hash: ContentHash

  /// - Throws: `FileError` when the team's own templates cannot be read, or are not where `--templates` says.
  init(for build: Build, rules: [RuleDescription]) throws(FileError) {
    self.rules = rules
    let files = try TemplateLayers(for: build)
    templates = ArchiveTemplates(files.all, added: files.added)
    hash = ContentHash(ofTemplates: files.all)
  }

  /// Every output there is. The team's templates belong to the project and are not used for any other folder.
  func all(for scope: Scope) -> [Output] {
    [.docusaurus, .archive(templates: scope.isContent ? templates : nil, rules: rules)]
  }
}

/// The templates of the archive: those that the program brings, and over them, file by file, those of the team.
private struct TemplateLayers {
  /// By path.
  let all: [(path: String, file: SourceFile)]
  /// Those of the team that take the place of none.
  let added: Set<String>

  init(for build: Build) throws(FileError) {
    var files: [String: SourceFile] = [:]
    for supply in Supplies.files(in: "templates/archive") {
      files[supply.path] = SourceFile(
        path: "templates/archive/\(supply.path) (built in)", bytes: supply.bytes)
    }
    added = try Self.add(templatesOf: build, to: &files)
    all = files.sorted { bytesPrecede($0.key, $1.key) }.map { ($0.key, $0.value) }
  }

  private static func add(
    templatesOf build: Build, to files: inout [String: SourceFile]
  ) throws(FileError) -> Set<String> {
    let given = build.settings.templates
    let folder = joinedPath(given, "archive")
    guard try build.files.kind(folder) == .folder else {
      if build.settings.areTemplatesGiven, try build.files.kind(given) != .folder {
        throw FileError(path: given, code: missingFile)
      }
      return []
    }
    var added: Set<String> = []
    for found in try build.files.list(folder, true) where found.kind == .file {
      if files[found.path] == nil { added.insert(found.path) }
      files[found.path] = try build.files.file(joinedPath(folder, found.path))
    }
    return added
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
