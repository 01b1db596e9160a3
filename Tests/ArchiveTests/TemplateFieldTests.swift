import Diagnostics
import Foundation
import Testing

@testable import Archive

/// The list of fields against the sources that fill them and the templates that show them.
@Suite struct TemplateFieldTests {
  private static let project = SampleArchive.templatesFolder.deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func text(below folder: String, ending: String) throws -> String {
    let folder = project.appending(path: folder)
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path())
      .filter { $0.hasSuffix(ending) && !$0.hasSuffix("TemplateFields.swift") }
      .map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }.joined()
  }

  @Test func aPageFillsEachFieldAndATemplateShowsIt() throws {
    let sources = try Self.text(below: "Sources/Archive", ending: ".swift")
    let templates = try Self.text(below: "templates/archive", ending: ".mustache")
    #expect(!sources.isEmpty && !templates.isEmpty)
    for field in ArchiveTemplates.fields.sorted() {
      #expect(sources.contains("\"\(field)\"") || sources.contains("case \(field)"), "\(field)")
      let isShown = ["", "#", "^"].contains { templates.contains("{{\($0)\(field)") }
      #expect(isShown || templates.contains(".\(field)}}"), "\(field)")
    }
  }

  @Test func aMisspeltFieldIsFoundWhenTemplatesAreLoaded() throws {
    let file = SampleArchive.templatesFolder.appending(path: "incident.mustache")
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.contains("<h1"))
    let wrong = ArchiveTemplates(
      [("incident.mustache", .init(path: "incident.mustache", text: text + "{{titel}}"))])
    let finding = wrong.diagnostics.first { $0.message.contains("titel") }
    #expect(finding?.help == "did you mean 'title'?")
  }
}
