import CommonMark
import Diagnostics
import Files
import Foundation
import Incidents
import Learning
import Publishing
import Runbooks
internal import Vocabulary

@testable import Archive

/// An archive made from texts in memory with the project's own templates.
struct SampleArchive {
  let library: Library
  let files: [OutputFile]
  private let texts: FileSource

  /// The documents are texts by path below `content/`.
  init(_ documents: [String: String], today: CalendarDay? = nil) throws {
    var incidents: [Incident] = []
    var runbooks: [Runbook] = []
    var facts: [PageFacts] = []
    var assets: Set<String> = []
    var sources: [String: SourceFile] = [:]
    for (name, text) in documents.sorted(by: { $0.key < $1.key }) {
      let file = SourceFile(path: "content/\(name)", text: text)
      sources[file.path] = file
      let parts = name.split(separator: "/")
      guard name.hasSuffix(".md") else {
        assets.insert(file.path)
        continue
      }
      let reading = DocumentReading(parsing: file)
      facts.append(PageFacts(of: reading))
      if parts.first == "runbooks" {
        runbooks.append(Runbook(reading: MarkdownDocument(parsing: file)))
      } else if !name.hasSuffix("/timeline.md") {
        let timeline = documents[name.replacing("review.md", with: "timeline.md")].flatMap { text in
          name.hasSuffix("/review.md")
            ? DocumentReading(
              parsing: SourceFile(
                path: file.path.replacing("review.md", with: "timeline.md"), text: text)) : nil
        }
        let folder = name.hasSuffix("/review.md") ? parts.dropLast().last.map(String.init) : nil
        let reader = IncidentReader()
        let readings =
          folder == nil
          ? reader.readAll(reading)
          : [reader.read(review: reading, timeline: timeline, folder: folder)]
        for var incident in readings.map(\.incident) {
          incident.timeline?.entries = []
          incidents.append(incident)
        }
      }
    }
    library = Library(
      configuration: Self.configuration, incidents: incidents, runbooks: runbooks, pages: facts,
      assets: assets, root: "content/", today: today)
    files = Output.archive(templates: try Self.templates(), rules: Self.rules).plan(
      library)
    texts = .memory(sources.mapValues(\.bytes))
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

  private static var configuration: SiteConfiguration {
    var reader = SiteConfigurationReader()
    reader.readSite(
      SourceFile(
        path: "content/site.yml",
        text: """
          title: Sample & Sons
          repository: https://git.example.com/edit
          services:
            mail:
              name: Mail relay
              description: Sends mail.
          """))
    return reader.configuration
  }

  static let templatesFolder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../templates/archive").standardized

  static func templates(without missing: String? = nil) throws -> ArchiveTemplates {
    let names = try FileManager.default.subpathsOfDirectory(atPath: templatesFolder.path()).sorted()
    var files: [(path: String, file: SourceFile)] = []
    for name in names where name != missing {
      let file = templatesFolder.appending(path: name)
      if try file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true { continue }
      files.append((name, SourceFile(path: name, bytes: Array(try Data(contentsOf: file)))))
    }
    return ArchiveTemplates(files, folder: "templates/archive")
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
