import Content
import Diagnostics
import Files
import Foundation
import Learning
import Publishing
internal import Vocabulary

@testable import Archive

/// An archive made from texts in memory with the project's own templates.
struct SampleArchive {
  let library: Library
  let files: [OutputFile]
  private let texts: FileSource

  /// The documents are texts by path below `content/`.
  init(_ documents: [String: String], today: CalendarDay? = nil) async throws {
    let all = documents.merging(["site.yml": Self.settings]) { own, _ in own }
    let files = all.map { ("content/\($0)", Array($1.utf8)) }
    let texts = FileSource.memory(Dictionary(uniqueKeysWithValues: files))
    let content = try await ContentLoader(root: "content", today: today, source: texts).load()
    try self.init(of: content.library, texts)
  }

  init(of library: Library, _ texts: FileSource = .memory([:])) throws {
    self.library = library
    self.texts = texts
    files = Output.archive(templates: try Self.templates(), rules: Self.rules).plan(library)
  }

  struct Missing: Error { let path: String }

  private static let rules = [
    RuleDescription(
      code: "BS003", name: "text that is not UTF-8", level: .error,
      rationale: "Nobody could tell what stood there."),
    RuleDescription(
      code: "PM002", name: "missing root causes", level: .warning,
      rationale: "A heading & \"TBD\" looks finished.", bad: "## <Root>\n\n⟦TBD & more⟧\n",
      good: "## Root cause\n\nA pool.\n", remedies: ["replace it with <the cause>"]),
  ]

  private static let settings = """
    title: Sample & Sons
    repository: https://git.example.com/edit
    services:
      mail:
        name: Mail relay
        description: Sends mail.
    """

  static let templatesFolder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../templates/archive").standardized

  /// `added` are files of a team that take the place of none, with their texts.
  static func templates(
    without missing: String? = nil, adding added: [String: String] = [:]
  ) throws -> ArchiveTemplates {
    let names = try FileManager.default.subpathsOfDirectory(atPath: templatesFolder.path()).sorted()
    var files: [(path: String, file: SourceFile)] = []
    for name in names where name != missing {
      let file = templatesFolder.appending(path: name)
      if try file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true { continue }
      files.append((name, SourceFile(path: name, bytes: Array(try Data(contentsOf: file)))))
    }
    files += added.map { ($0.key, SourceFile(path: $0.key, text: $0.value)) }
    return ArchiveTemplates(files, added: Set(added.keys))
  }

  /// The paths of all files below the archive.
  var paths: Set<String> {
    Set(files.map { String($0.path.dropFirst("static/archive/".count)) })
  }

  func bytes(_ path: String) throws -> [UInt8] {
    guard let file = files.first(where: { $0.path == "static/archive/\(path)" }) else {
      throw Missing(path: path)
    }
    return try file.render(from: texts)
  }

  func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

  /// The main part of a page.
  func main(_ path: String) throws -> String {
    let text = try text(path)
    guard let start = text.range(of: "<main"), let end = text.range(of: "</main>") else {
      return ""
    }
    return String(text[start.lowerBound..<end.upperBound]) + "\n"
  }
}
