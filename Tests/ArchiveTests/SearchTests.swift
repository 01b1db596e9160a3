import Foundation
import Learning
import Testing

@testable import Archive

@Suite struct SearchTests {
  /// The value that a script hands over, read as the browser would.
  private static func value<Value: Decodable>(
    _ archive: SampleArchive, _ name: String
  ) throws -> Value {
    let script = try archive.text("search/\(name).js")
    let start = "archiveSearch(\"\(name)\","
    try #require(script.hasPrefix(start) && script.hasSuffix(");\n"))
    let json = script.dropFirst(start.count).dropLast(3)
    return try JSONDecoder().decode(Value.self, from: Data(json.utf8))
  }

  private struct Index: Decodable {
    struct Segment: Decodable {
      let name: String
      let pages: Int
      let shards: Int
      let lists: Int
      let rows: Int
      let trees: Int
    }
    let cells: Int
    let segments: [Segment]
  }

  /// The pages of each word of a segment, as the script of the search reads them: "3:2" is page 3, section 2.
  private static func postings(
    _ archive: SampleArchive, _ segment: String
  ) throws -> [String: [String]] {
    let index: Index = try value(archive, "index")
    let shards = try #require(index.segments.first { $0.name == segment }).shards
    var all: [String: [String]] = [:]
    for shard in 0..<shards {
      let text: String = try value(archive, "\(segment)-\(shard)")
      let pieces = text.split(separator: " ", omittingEmptySubsequences: false)
      var last: Substring = ""
      for place in stride(from: 0, to: pieces.count - 1, by: 2) {
        let shared = try digit(pieces[place].first)
        last = Substring(last.prefix(shared) + pieces[place].dropFirst())
        all[String(last)] = try pages(pieces[place + 1])
      }
    }
    return all
  }

  private static func pages(_ text: Substring) throws -> [String] {
    var rest = text
    func number() throws -> Int {
      var sum = 0
      var unit = 1
      while true {
        let one = try digit(rest.popFirst())
        if one < 44 { return sum + one * unit }
        sum += (one - 44) * unit
        unit *= 44
      }
    }
    if rest.first == "~" {
      rest = rest.dropFirst()
      _ = try number()
    }
    var pages: [String] = []
    var page = -1
    while !rest.isEmpty {
      page += try number() + 1
      var section = try digit(rest.popFirst()) % 11
      if section == 10 { section += try digit(rest.popFirst()) }
      pages.append("\(page):\(section)")
    }
    return pages
  }

  private static func digit(_ character: Character?) throws -> Int {
    let byte = try #require(character?.asciiValue)
    return try #require(SearchDigits.all.firstIndex(of: byte))
  }

  @Test func everyKindOfPageIsInASegment() async throws {
    let archive = try await SampleArchive(SampleContent.all)
    let index: Index = try Self.value(archive, "index")
    #expect(index.segments.map(\.name) == ["c", "r"])
    #expect(index.segments.map(\.pages) == [2, 3])
    #expect(index.segments.map(\.trees) == [0, 1])
    #expect(index.cells == WordCells.count)
    let incidents: [[String]] = try Self.value(archive, "c-r0")
    let others: [[String]] = try Self.value(archive, "r-r0")
    #expect(others.map { $0[0].prefix { $0 != "/" } } == ["runbooks", "runbooks", "decide"])
    // The oldest first.
    #expect(incidents.map { $0[2] } == ["2025-06-30", "2026-02-03"])
    let row = incidents[1]
    #expect(row[0].hasPrefix("incidents/") && row[1].hasPrefix("Mail <held>"))
    #expect(row[3] == "P1")
    #expect(row[5] == "Mail waited for an hour because the queue was full.")
    let anchors = row[7].split(separator: "\n", omittingEmptySubsequences: false).map {
      String($0.prefix { $0 != "\t" })
    }
    let page = try archive.text("\(row[0])/index.html")
    for anchor in anchors where !anchor.isEmpty { #expect(page.contains("id=\"\(anchor)\"")) }
    let words = try Self.postings(archive, "c")
    let cause = try #require(anchors.firstIndex(of: "root-cause")) + 1
    #expect(words["insufficient"] == ["1:\(cause)"])
    #expect(words["4-3-1"] == ["1:\(cause)"])
    // The name of the service, which only the settings know.
    #expect(words["relay"]?.isEmpty == false)
    #expect(try Self.postings(archive, "r")["mailqueuegrow"] != nil)
  }

  /// An incident page is found by the heading of a section that leads there, and by its action items as 1.
  @Test func actionItemsAreTheirOwnSection() async throws {
    let archive = try await SampleArchive(SampleContent.reviews(3))
    let row = try #require(try (Self.value(archive, "c-r0") as [[String]]).first)
    #expect(row[7].hasPrefix("action-items\tAction items\n"))
    let page = try archive.text("\(row[0])/index.html")
    #expect(page.contains("id=\"action-items\""))
  }

  @Test(arguments: [(1, ["c"]), (127, ["c"]), (128, ["b"]), (450, ["b", "c"])])
  func incidentsAreCutFromTheOldest(count: Int, names: [String]) async throws {
    let archive = try await SampleArchive(SampleContent.reviews(count))
    let index: Index = try Self.value(archive, "index")
    #expect(index.segments.map(\.name) == names)
    #expect(index.segments.map(\.pages).reduce(0, +) == count)
    var titles: Set<String> = []
    for segment in index.segments {
      for number in 0..<(segment.pages + segment.rows - 1) / segment.rows {
        let rows: [[String]] = try Self.value(archive, "\(segment.name)-r\(number)")
        titles.formUnion(rows.map { $0[1] })
      }
      // Each page has its number.
      let words = try Self.postings(archive, segment.name)
      #expect(words["summary"]?.isEmpty == false)
    }
    #expect(titles.count == count)
    let numbers = try Self.postings(archive, names[0])
    #expect(numbers["0"] == nil)
  }

  /// A query loads a shard of each segment for each of its words, and the rows of ten pages.
  @Test func scriptsAreBounded() async throws {
    let archive = try await SampleArchive(SampleContent.reviews(1100))
    let index: Index = try Self.value(archive, "index")
    #expect(index.segments.map(\.shards) == [128, 32])
    for shard in stride(from: 0, to: 128, by: 32) {
      let count = try archive.bytes("search/a-\(shard).js").count
      #expect(count < 30_000, "shard \(shard) has \(count) bytes")
    }
    #expect(try archive.bytes("search/a-r100.js").count < 8_000)
  }

  /// A shard has the words of about eight pages; of few pages it has those of fewer, since they have little in common.
  @Test(arguments: [(4, 1), (5, 2), (16, 4), (32, 8), (33, 8), (127, 16)])
  func fewPagesAreCutFiner(count: Int, shards: Int) async throws {
    let archive = try await SampleArchive(SampleContent.reviews(count))
    let index: Index = try Self.value(archive, "index")
    #expect(index.segments.map(\.shards) == [shards])
  }

  /// The oldest incidents fill the segments first, so that a newer one changes the last one only.
  @Test func aNewIncidentChangesTheLastSegment() async throws {
    let before = try await SampleArchive(SampleContent.reviews(450))
    let after = try await SampleArchive(SampleContent.reviews(451))
    let scripts = after.paths.filter { $0.hasPrefix("search/") && $0.hasSuffix(".js") }
    let changed = try scripts.filter { path in
      guard before.paths.contains(path) else { return true }
      return try before.text(path) != after.text(path)
    }
    #expect(changed.contains("search/index.js"))
    #expect(changed.allSatisfy { $0.hasPrefix("search/c-") || $0 == "search/index.js" })
    #expect(changed.count < 30)
  }

  /// Another word in one review changes the shard of that word and the list of words, and no other file.
  @Test func anEditChangesFewScripts() async throws {
    var documents = SampleContent.reviews(450)
    let before = try await SampleArchive(documents)
    let path = try #require(documents.keys.sorted().dropFirst(100).first)
    documents[path]?.append("\nThe zookeeper was late.\n")
    let after = try await SampleArchive(documents)
    let changed =
      try after.paths.filter {
        $0.hasPrefix("search/") && $0.hasSuffix(".js") && !before.paths.contains($0)
      }.count
      + after.paths.filter { path in
        guard path.hasPrefix("search/"), before.paths.contains(path) else { return false }
        return try before.text(path) != after.text(path)
      }.count
    #expect((1...4).contains(changed))
  }

  /// Of a word that is on every page only some are kept, and the number of all.
  @Test func aWordOnEveryPageIsCut() async throws {
    let archive = try await SampleArchive(SampleContent.reviews(700))
    let words = try Self.postings(archive, "b")
    #expect(words["summary"]?.count == 256)
  }

  @Test func aDigitIsSafeInAScriptAndInHTML() {
    #expect(SearchDigits.all.count == SearchDigits.count)
    #expect(Set(SearchDigits.all).isDisjoint(with: Array("\"&<>\\~ ".utf8)))
  }

  /// Every word of every page is found on it, whatever its script.
  @Test func wordsOfAnyScriptAreFound() async throws {
    let archive = try await SampleArchive([
      "incidents/2026-01-10-a.md": "# Délai dépassé\n\n証明書の期限切れ。 Сервер упал. 서버 장애.\n"
    ])
    let words = try Self.postings(archive, "c")
    for word in ["delai", "depass", "証明", "限切", "сервер", "서버", "장애"] {
      #expect(words[word] == ["0:0"], "\(word)")
    }
  }

  /// What is not on a page, or is on a page that no list names, is in no script.
  @Test func hiddenWordsAreInNoScript() async throws {
    let whole = try await SampleArchive([
      "incidents/2026-01-10-a.md":
        "---\ntitle: Shown\n---\n\nText. <!-- zanzibar -->\n\n[a](2026-01-11-b.md)\n",
      "incidents/2026-01-12-c.md": "---\ntitle: Zanzibar\nunlisted: true\n---\n\nzanzibar\n",
      "runbooks/d.md": "---\ntitle: Zanzibar\nunlisted: true\n---\n\nzanzibar\n",
      "runbooks/e.md": "# Shown\n\nText.\n",
    ])
    let archive = try SampleArchive(of: whole.library.published())
    let index: Index = try Self.value(archive, "index")
    for segment in index.segments {
      let words = try Self.postings(archive, segment.name)
      #expect(words["shown"] != nil)
      #expect(words["zanzibar"] == nil)
    }
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
