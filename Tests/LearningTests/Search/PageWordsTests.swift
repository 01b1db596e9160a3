import Bytes
import CommonMark
import Diagnostics
import Incidents
import Testing

@testable import Learning

@Suite struct PageWordsTests {
  private static func words(of text: String) -> PageWords {
    let document = DocumentReading(parsing: SourceFile(path: "incidents/a.md", text: text))
    let incident = IncidentReader().read(review: document, timeline: nil, folder: nil).incident
    return PageWords(of: incident, review: document, timeline: nil, services: [])
  }

  private static func bytes(of word: Span<UInt8>) -> ArraySlice<UInt8> {
    word.indices.map { word[$0] }[...]
  }

  private static func all(_ page: PageWords) -> [String: (level: Int, section: Int)] {
    var all: [String: (level: Int, section: Int)] = [:]
    page.each(in: 0..<PageWords.groups) { word, level, section in
      all[String(decoding: Self.bytes(of: word), as: UTF8.self)] = (level, section)
    }
    return all
  }

  @Test func aWordIsInItsSectionAndWeighsWhatItsPlaceIsWorth() throws {
    let page = Self.words(
      of: """
        # Pool full

        The queue stood still.

        ## Root cause

        A leak of connections.

        ## Action items

        - Bound the retries
        """)
    let words = Self.all(page)
    #expect(page.sections.map(\.anchor) == ["", "action-items", "root-cause"])
    #expect(words["queu"]?.section == 0)
    #expect(words["leak"]?.section == 2)
    #expect(words["retry"]?.section == PageWords.actions)
    let title = try #require(words["pool"])
    let text = try #require(words["leak"])
    let heading = try #require(words["root"])
    #expect(title.level > heading.level)
    #expect(heading.level > text.level)
    // The title as one word, as an alert would be named.
    #expect(words["poolfull"] != nil)
  }

  /// What a page does not show is not found.
  @Test(arguments: [
    "<!-- hiddenword -->", "[link](https://example.com/hiddenword)", "![](hiddenword.png)",
    "text\n\n[hiddenword]: https://example.com", "<div data-x=\"hiddenword\">shown</div>",
    "---\nsecret: hiddenword\n---\n\nText.", "text <!-- hiddenword --> text",
    "<!--\nhiddenword\n-->\n\ntext",
  ])
  func whatIsNotShownIsNotThere(text: String) {
    #expect(!Self.all(Self.words(of: text)).keys.contains { $0.contains("hiddenword") })
  }

  @Test(arguments: [
    "`shownword`", "```\nshownword\n```", "    shownword", "> shownword", "- [x] shownword",
    "| a | b |\n|---|---|\n| shownword | c |", "<b>shownword</b>", "<details>shownword</details>",
    "~~shownword~~", "Text[^1].\n\n[^1]: shownword", "![shownword](a.png)",
  ])
  func whatIsShownIsThere(text: String) {
    #expect(Self.all(Self.words(of: text))["shownword"] != nil)
  }

  @Test func aRecordKeepsAllOfIt() throws {
    let page = Self.words(of: "# Pool\n\n## Größe\n\nA leak, 証明書, Сервер, max_connections.\n")
    var writer = RecordWriter()
    writer.write(page)
    var reader = RecordReader(writer.bytes)
    let read: PageWords = try reader.read()
    #expect(read == page)
    #expect(reader.isAtEnd)
  }

  /// Damaged bytes are an error or other words, and never end the program.
  @Test func damagedBytesAreNoRecord() {
    var writer = RecordWriter()
    writer.write(Self.words(of: "# Pool\n\n## Cause\n\nA leak of connections in the pool.\n"))
    for index in writer.bytes.indices {
      for change in [0x01, 0x80, 0xFF] as [UInt8] {
        var bytes = writer.bytes
        bytes[index] ^= change
        var reader = RecordReader(bytes)
        if let page = try? PageWords(from: &reader) { _ = Self.all(page) }
      }
    }
  }

  @Test func wordsAreInTheOrderOfTheirCells() {
    let page = Self.words(of: "zebra apple 証明 mango éclair 12 сервер ab-1 zz yy")
    var cells: [Int] = []
    page.each(in: 0..<PageWords.groups) { word, _, _ in
      cells.append(WordCells.cell(of: Self.bytes(of: word)))
    }
    #expect(cells == cells.sorted())
    for group in 0..<PageWords.groups {
      page.each(in: group..<group + 1) { word, _, _ in
        #expect(
          WordCells.cell(of: Self.bytes(of: word)) * PageWords.groups / WordCells.count == group)
      }
    }
  }

  /// An edit changes the hashes of the groups of its words and of no others.
  @Test func anEditChangesFewGroups() {
    let text = "The queue stood still while the pool leaked connections and retries piled up.\n\n"
    let before = Self.words(of: "# Pool\n\n" + text)
    let after = Self.words(of: "# Pool\n\n" + text + "Zookeeper too.\n")
    let changed = (0..<PageWords.groups).filter {
      before.hash(ofGroup: $0) != after.hash(ofGroup: $0)
    }
    #expect((1...2).contains(changed.count))
  }

  /// The script of the search looks for words in the same cells.
  @Test(arguments: [
    ("pool", 94), ("kubepodcrashloop", 628), ("pm-2026-014", 772), ("証明", 344), ("証書", 344),
    ("сервер", 647),
  ])
  func aWordHasACell(word: String, cell: Int) {
    #expect(WordCells.cell(of: Array(word.utf8)[...]) == cell)
  }

  @Test func cellsAreAboutEquallyFull() {
    var counts = Array(repeating: 0, count: WordCells.count)
    for number in 0..<102_400 {
      counts[WordCells.cell(of: Array("inter\(number)x".utf8)[...])] += 1
    }
    #expect(counts.allSatisfy { (50...160).contains($0) })
  }
}
