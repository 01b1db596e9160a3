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
    #expect(scripts[0].hasPrefix("archiveIndex(0,2,\"\",["))
    #expect(scripts[1].hasPrefix("archiveIndex(1,0,\"incidents/\",["))
    let documents = try scripts.map(Self.documents)
    let folders = documents[0].map { $0[0].prefix { $0 != "/" } }
    #expect(folders == ["runbooks", "runbooks", "decide"])
    #expect(documents.joined().allSatisfy { $0.count == 6 })
    let incident = try #require(documents[1].first { $0[1].hasPrefix("Mail <held>") })
    #expect(incident[2] == "P1")
    #expect(incident[4].contains("452 4.3.1 Insufficient system storage"))
    #expect(incident[4].contains("Mail relay"))
    #expect(incident[5].contains("Alert on a full disk"))
  }

  /// A row leaves out what a search finds in its other parts, and nothing else.
  @Test(arguments: [
    ("2026-03-04-pool-of-checkout-db-full", "2026-03-04-="),
    ("2026-03-04-pool-of", "2026-03-04-=7"),
    ("2026-03-04-pool", "2026-03-04-pool"), ("2026-03-04-other", "2026-03-04-other"),
  ])
  func aRowSaysEverythingOnce(name: String, place: String) async throws {
    let archive = try await SampleArchive([
      "incidents/\(name).md": """
      ---
      title: Pool of checkout-db full
      date: 2026-03-04
      severity: P1
      services: [checkout-db, relay, cache]
      tags: [pool, disk]
      ---

      # Pool of checkout-db full

      The relay of 2026-03-04 said `2026-03-04T10:05:00Z relay[7]: 5 ¤ lost`, then `caches`.
      """
    ])
    let row = try #require(Self.documents(try archive.text("search/index-1.js")).first)
    #expect(row[0] == place)
    #expect(row[3] == "=")
    #expect(row[4] == "cache disk ¤T10:05:00Z relay[7]: 5   lost caches")
  }

  @Test(arguments: [
    ("ledger-api", true), ("Ledger", true), ("ledger-api down", true), ("down next", false),
    ("edger", false), ("api-2", false), ("gateway", false), ("own", false), ("é", false),
    ("caf", false),
    ("next", true), ("", false),
  ])
  func wholeWordsAreFound(words: String, isFound: Bool) {
    #expect(WordText(["The ledger-api down", "next café", "gateways"]).has(words) == isFound)
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
    #expect(site.version == 2)
    #expect(site.title == "Sample & Sons")
    #expect(site.incidents.map(\.id) == ["incident-2026-02-03-001", nil])
    #expect(site.incidents.allSatisfy { archive.paths.contains($0.url) })
    #expect(site.incidents[0].milestones["resolved"] == "2026-02-03T09:10:00Z")
    #expect(site.incidents[0].minutes["resolve"] == 70)
  }
}
