import Content
import Docusaurus
import Files
import Learning
import Publishing

/// The Docusaurus files of a content folder given as texts.
struct SampleSite {
  let files: [OutputFile]
  let library: Library
  /// The documents.
  let texts: FileSource

  /// The documents are texts by path below `content/`.
  init(_ documents: [String: String]) async throws {
    let files = documents.map { ("content/\($0)", Array($1.utf8)) }
    texts = .memory(Dictionary(uniqueKeysWithValues: files))
    library = try await ContentLoader(root: "content", today: nil, source: texts).load().library
    self.files = OutputPlan(Output.docusaurus.plan(library)).files
  }

  var paths: [String] { files.map(\.path) }

  func text(_ path: String) throws -> String? {
    try files.first { $0.path == path }.map {
      String(decoding: try $0.render(from: texts), as: UTF8.self)
    }
  }
}
