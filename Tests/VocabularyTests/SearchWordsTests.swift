import Foundation
import Testing

@testable import Vocabulary

@Suite struct SearchWordsTests {
  /// The lines of `Tests/SearchOracle/words.tsv`, which the script of the search reads too.
  private static func rows() throws -> [(isCode: Bool, text: String, words: String)] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../SearchOracle/words.tsv").standardized
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map { line in
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        return (fields[0] == "code", fields[1], fields[2])
      }
  }

  @Test func textsAreCutAsTheScriptCutsThem() throws {
    let rows = try Self.rows()
    #expect(rows.count > 15)
    for row in rows {
      let words = SearchWords.all(in: row.text, isCode: row.isCode).joined(separator: " ")
      #expect(words == row.words, "\(row.text)")
    }
  }

  @Test(arguments: [
    ("the and of", []), ("x", []), ("", []), (String(repeating: "a", count: 33), []),
    ("0123456789ab", []), ("deadbeef", ["deadbeef"]), ("1234567", []), ("123456", ["123456"]),
    ("\u{301}", []), ("-", []), ("a-", []), ("¿qué?", ["que"]), ("\u{FF}\u{FE}", ["yth"]),
  ])
  func whatTellsNothingIsLeftOut(text: String, words: [String]) {
    #expect(SearchWords.all(in: text) == words)
  }

  @Test(arguments: [[0xFF, 0x41], [0xE2, 0x82], [0xF0, 0x9F], [0x41, 0x80, 0x42, 0x42]])
  func anyBytesHaveWords(bytes: [UInt8]) {
    var words = SearchWords()
    words.read(bytes)
    for index in 0..<words.count { #expect(!words[index].isEmpty) }
  }

  @Test func aLongTextTakesTimeByItsLength() {
    for pattern in ["a", "A", "a-", "'", "中", "é", "Aa", "-._"] {
      let text = Array(String(repeating: pattern, count: 200_000).utf8)
      var words = SearchWords()
      let time = ContinuousClock().measure { words.read(text) }
      #expect(time < .seconds(10), "\(pattern)")
    }
  }
}
