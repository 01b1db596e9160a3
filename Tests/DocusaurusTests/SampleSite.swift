import CommonMark
import Diagnostics
import Docusaurus
import Files
import Incidents
import Learning
import Publishing
import Runbooks

/// The Docusaurus files of a content folder given as texts.
struct SampleSite {
  let files: [OutputFile]
  let library: Library
  /// The documents.
  let texts: FileSource

  /// - Parameter documents: texts by path below `content/`.
  init(_ documents: [String: String]) {
    var incidents: [Incident] = []
    var runbooks: [Runbook] = []
    var facts: [PageFacts] = []
    var assets: Set<String> = []
    var sources: [String: SourceFile] = [:]
    for (name, text) in documents {
      sources["content/\(name)"] = SourceFile(path: "content/\(name)", text: text)
    }
    for (path, file) in sources.sorted(by: { $0.key < $1.key }) {
      guard path.hasSuffix(".md") || path.hasSuffix(".mdx") else {
        assets.insert(path)
        continue
      }
      let reading = DocumentReading(parsing: file)
      facts.append(PageFacts(of: reading))
      if path.hasPrefix("content/runbooks/") {
        runbooks.append(Runbook(reading: MarkdownDocument(parsing: file)))
      } else if !path.contains("/timeline.md") {
        let isFolder = path.contains("/review.md")
        let home = path.split(separator: "/").dropLast().joined(separator: "/")
        let record =
          isFolder ? sources["\(home)/timeline.md"] ?? sources["\(home)/timeline.mdx"] : nil
        let folder = isFolder ? path.split(separator: "/").dropLast().last.map(String.init) : nil
        let reader = IncidentReader(vocabulary: HeadingVocabulary())
        let timeline = record.map { DocumentReading(parsing: $0) }
        let readings =
          isFolder
          ? [reader.read(review: reading, timeline: timeline, folder: folder)]
          : reader.readAll(reading)
        incidents += readings.map(\.incident)
      }
    }
    library = Library(
      configuration: SiteConfiguration(), incidents: incidents, runbooks: runbooks, pages: facts,
      assets: assets,
      root: "content/", today: nil)
    texts = .memory(sources.mapValues(\.bytes))
    files = OutputPlan(Output.docusaurus.plan(library)).files
  }

  var paths: [String] { files.map(\.path) }

  func text(_ path: String) throws -> String? {
    try files.first { $0.path == path }.map {
      String(decoding: try $0.render(from: texts), as: UTF8.self)
    }
  }
}
