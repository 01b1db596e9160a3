import Diagnostics
import Testing

@testable import YAML

@Suite struct PositionTests {
  static let places: [(String, String, SourceRange)] = [
    ("key: value\n", "plain", place(1, 6, 1, 11)),
    ("key: \"value\"\n", "quotes included", place(1, 6, 1, 13)),
    ("key:\n", "empty value after the colon", place(1, 5, 1, 5)),
    ("ключ: x\n", "columns are bytes", place(1, 11, 1, 12)),
    ("é: é\n", "so are widths", place(1, 5, 1, 7)),
    ("key: [a,\n  b]\n", "flow sequence", place(1, 6, 2, 5)),
    ("key:\n  - a\n  - b\n\n# end\n", "block sequence ends with its last item", place(2, 3, 3, 6)),
    ("key:\n- a\n- b\n", "sequence without indentation", place(2, 1, 3, 4)),
    ("key:\n  a: 1\n  b:\n\nnext: x\n", "block mapping", place(2, 3, 3, 5)),
    ("key: |\n  one\n  two\n\n\nnext: x\n", "block scalar", place(1, 6, 3, 6)),
    ("key: one\n  two\n", "plain over two lines", place(1, 6, 2, 6)),
    ("a: 1\r\nkey: x\r\n", "first value is enough with CRLF", place(1, 4, 1, 5)),
  ]

  @Test(arguments: places)
  func range(text: String, what: String, expected: SourceRange) {
    #expect(read(text).root?.pairs?.first?.value.range == expected, "\(what)")
  }

  @Test func countsCRLFAsOneLineEnd() {
    let root = read("a: 1\r\nkey: é\r\nc: x\r\n").root
    #expect(root?["c"]?.range == place(3, 4, 3, 5))
    #expect(root?["key"]?.range == place(2, 6, 2, 8))
  }

  @Test func keepsPositionsOfTheFileWhenPartIsRead() {
    let text = "---\ntitle: é\ntags: [x]\n---\n# a: b: c\n"
    let reading = read(text, lines: 2...3)
    #expect(reading.diagnostics == [])
    #expect(reading.root?["title"]?.range == place(2, 8, 2, 10))
    #expect(reading.root?["tags"]?.items?.first?.range == place(3, 8, 3, 9))
    #expect(reading.root?.range == place(2, 1, 3, 10))
  }

  @Test func leavesOutAByteOrderMark() {
    let root = read("\u{FEFF}a: b\n").root
    #expect(root?["a"]?.range == place(1, 7, 1, 8))
  }

  @Test(arguments: [5...9, 0...3])
  func linesTheFileDoesNotHave(lines: ClosedRange<Int>) {
    #expect(read("a: 1\nb: 2\n", lines: lines).root == nil)
  }

  @Test func lineEndsPastTheFile() {
    #expect(read("x\na: 1", lines: 2...99).root?["a"]?.text == "1")
  }

  /// libyaml takes NEL and U+2028 for line ends and a lone CR too; a source file does not.
  @Test(arguments: ["\u{85}", "\u{2028}", "\r"])
  func linesAreThoseOfTheFile(lineEnd: String) {
    let root = read("a: 1 # \(lineEnd)b: 2\nc: 3\n").root
    #expect(root?["c"]?.range == place(2, 4, 2, 5))
  }

  /// The text of an unquoted value on one line is the text at its place.
  @Test(arguments: 1...50)
  func plainScalarsStandAtTheirPlace(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let words = ["alpha", "é", "日本語", "db-1", "🙂", "10:30"]
    var text = ""
    for number in 0..<20 {
      let value = (0...2).map { _ in words.randomElement(using: &random) ?? "" }
      let key = words.randomElement(using: &random) ?? ""
      text += "\(key)\(number): \(value.joined(separator: " "))"
      text += Bool.random(using: &random) ? "\n" : "  # ü\r\n"
    }
    let file = SourceFile(path: "", text: text)
    for pair in readYAML(in: file, form: .strict).root?.pairs ?? [] {
      for node in [pair.key, pair.value] {
        let start = file.lineStarts[node.range.lowerBound.line - 1] - 1
        let bytes = file.bytes[
          start + node.range.lowerBound.column..<start + node.range.upperBound.column]
        #expect(String(decoding: bytes, as: UTF8.self) == node.text)
      }
    }
    #expect(readYAML(in: file, form: .strict).root?.pairs?.count == 20)
  }
}
