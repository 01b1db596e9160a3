import Diagnostics
import Foundation
import Testing

@testable import Archive

@Suite struct SearchTests {
  /// The documents of a script, read as the browser would.
  private static func documents(_ script: String) throws -> [[String]] {
    let start = try #require(script.firstIndex(of: "["))
    let end = try #require(script.lastIndex(of: "]"))
    return try JSONDecoder().decode([[String]].self, from: Data(script[start...end].utf8))
  }

  @Test func indexHasEveryKind() async throws {
    let archive = try await SampleArchive(SampleContent.all)
    let scripts = try [0, 1].map { try archive.text("search/index-\($0).js") }
    #expect(scripts[0].hasPrefix("archiveIndex(0,2,["))
    #expect(scripts[1].hasPrefix("archiveIndex(1,0,["))
    let documents = try scripts.flatMap(Self.documents)
    #expect(documents.map { $0[2] } == ["Runbook", "Runbook", "Decision", "Incident", "Incident"])
    #expect(documents.allSatisfy { $0.count == 7 && archive.paths.contains($0[0]) })
    let incident = try #require(documents.first { $0[1].hasPrefix("Mail <held>") })
    #expect(incident[3] == "P1")
    #expect(incident[5].contains("452 4.3.1 Insufficient system storage"))
    #expect(incident[5].contains("Mail relay"))
    #expect(incident[6].contains("Alert on a full disk"))
  }

  @Test func scriptsAreBounded() async throws {
    let archive = try await SampleArchive(SampleContent.reviews(450))
    let scripts = archive.paths.filter { $0.hasPrefix("search/index-") }
    #expect(scripts.count == 4)
    var titles: Set<String> = []
    for script in scripts {
      let text = try archive.text(script)
      #expect(text.utf8.count < 262_144)
      titles.formUnion(try Self.documents(text).map { $0[1] })
    }
    #expect(titles.count == 450)
  }

  /// The oldest incidents fill the scripts first, so that a newer one changes the last script only.
  @Test func aNewIncidentChangesTheLastScript() async throws {
    let before = try await SampleArchive(SampleContent.reviews(450))
    let after = try await SampleArchive(SampleContent.reviews(451))
    let changed = try (0..<4).filter { number in
      let path = "search/index-\(number).js"
      return try before.text(path) != after.text(path)
    }
    #expect(changed == [3])
  }

  @Test(arguments: [
    ("no code", ""), ("a `timed out` b `x`", "timed out"), ("`one` and `one`", "one"),
    ("```text\nERROR 42\n  indented\n```\nafter", "ERROR 42 indented"), ("`open", ""),
  ])
  func codeOfADocument(text: String, code: String) {
    #expect(CodeText(in: SourceFile(path: "", text: text), limit: 100).text == code)
  }

  @Test func codeIsCutAtItsLimit() {
    let text = String(repeating: "`\(UUID().uuidString)`\n", count: 50)
    #expect(CodeText(in: SourceFile(path: "", text: text), limit: 100).text.utf8.count <= 100)
  }
}

@Suite struct SiteJSONTests {
  private struct Site: Decodable {
    struct Incident: Decodable {
      let id: String?
      let url: String
      let title: String
      let severity: String?
      let milestones: [String: String]
      let minutes: [String: Int]
    }
    let version: Int
    let title: String
    let incidents: [Incident]
  }

  @Test func hasEveryIncident() async throws {
    let archive = try await SampleArchive(SampleContent.all)
    let site = try JSONDecoder().decode(Site.self, from: Data(try archive.bytes("site.json")))
    #expect(site.version == 1)
    #expect(site.title == "Sample & Sons")
    #expect(site.incidents.map(\.id) == ["incident-2026-02-03-001", nil])
    #expect(site.incidents.allSatisfy { archive.paths.contains($0.url) })
    #expect(site.incidents[0].milestones["resolved"] == "2026-02-03T09:10:00Z")
    #expect(site.incidents[0].minutes["resolve"] == 70)
  }
}
