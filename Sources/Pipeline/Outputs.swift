internal import Archive
internal import Checklist
internal import Content
internal import Diagnostics
internal import Docusaurus
internal import Files
internal import Publishing

/// What a build makes of the library, and what is wrong with the templates for it.
struct Outputs {
  let all: [Output]
  let diagnostics: [Diagnostic]

  /// - Parameter folder: where the page shells of the archive are.
  /// - Throws: `FileError` when the folder cannot be read.
  init(templates folder: String) async throws {
    let root = joinedPath(folder, "archive")
    let files = try walk(root).filter { $0.kind == .file }.map { found in
      let path = joinedPath(root, found.path)
      return (path: found.path, file: SourceFile(path: path, bytes: try readFile(path)))
    }
    let templates = ArchiveTemplates(files, folder: root)
    diagnostics = templates.diagnostics
    let rules = await Rule.allDescribed()
    all = [.docusaurus, .archive(templates: templates, rules: rules)]
  }
}
