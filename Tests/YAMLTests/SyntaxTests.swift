import Diagnostics
import Testing

@testable import YAML

@Suite struct SyntaxTests {
  static let mistakes: [(String, SourceRange, String)] = [
    ("title: a: b\n", place(1, 9, 1, 10), "a second ': ' is in a value without quotes"),
    (
      "a: b\n c: d\n", place(2, 2, 2, 6),
      "this key is indented below a line that already has a value"
    ),
    ("a:\n\t- b\n", place(2, 1, 2, 2), "a tab is used as indentation"),
    ("a: b\n\tc: d\n", place(2, 1, 2, 2), "a tab is used as indentation"),
    ("a: @b\n", place(1, 4, 1, 5), "a value cannot start with '@'"),
    ("a: `b`\n", place(1, 4, 1, 5), "a value cannot start with '`'"),
    ("a: **b**\n", place(1, 4, 1, 5), "a value cannot start with '*' unless it is quoted"),
    ("a: 1\nfoo\nb: 2\n", place(2, 1, 2, 4), "this line is not a 'key: value' pair"),
    ("b: 2\na: \"x\n", place(2, 4, 2, 5), "the quote \" is not closed"),
    ("d: 'it's'\n", place(1, 8, 1, 10), "text follows the end of the value"),
    ("a: [1, 2\nb: 3\n", place(1, 4, 1, 5), "'[' is not closed"),
    ("a: {x: 1]\n", place(1, 4, 1, 5), "'{' is not closed"),
    ("a: [1,,2]\n", place(1, 7, 1, 8), "',' is not a value"),
    ("a: - b\n", place(1, 4, 1, 5), "a list cannot start on the line of its key"),
    ("- a\nb: c\n", place(2, 1, 2, 5), "this line does not belong to the list above"),
    ("k: a\n- b\n", place(2, 1, 2, 4), "a list item is where a key is expected"),
    (
      "a:\n  b: 1\n c: 2\n", place(3, 2, 3, 6),
      "the indentation of this line matches no line above"
    ),
    ("a: \"\\d\"\n", place(1, 5, 1, 6), "'\\' starts an escape that does not exist"),
    ("a: |x\n b\n", place(1, 5, 1, 6), "only a comment may follow '|' or '>'"),
    ("%FOO\n", place(1, 1, 1, 5), "a line that starts with '%' is a YAML directive"),
    ("a: b\n...\nc: d\n", place(3, 1, 3, 5), "this line follows the end of the YAML document"),
    ("é: \u{7}\n", place(1, 5, 1, 6), "a control character is in the text"),
    ("a: \0\n", place(1, 4, 1, 5), "a control character is in the text"),
  ]

  @Test(arguments: mistakes)
  func isReported(text: String, range: SourceRange, message: String) {
    let reading = read(text)
    #expect(reading.diagnostics.map(\.message) == [message])
    #expect(reading.diagnostics.first?.range == range)
    #expect(reading.diagnostics.first?.code == "BS010")
    #expect(reading.diagnostics.first?.help != nil)
    #expect(reading.root == nil)
  }

  @Test func invalidUTF8() {
    let file = SourceFile(path: "x.yml", bytes: Array("a: b\nc: ".utf8) + [0xFF, 0x0A])
    let reading = readYAML(in: file, form: .strict)
    #expect(reading.diagnostics.map(\.message) == ["these bytes are not UTF-8"])
    #expect(reading.diagnostics.first?.range == place(2, 4, 2, 5))
  }

  @Test func positionsOfPartOfAFile() {
    let reading = read("---\nok: 1\ntitle: a: b\n---\n", lines: 2...3)
    #expect(reading.diagnostics.first?.range == place(3, 9, 3, 10))
    #expect(reading.diagnostics.first?.excerpt?.line == "title: a: b")
  }
}

@Suite struct RandomInputTests {
  @Test(.timeLimit(.minutes(1)), arguments: 1...8)
  func randomBytesAreRefusedOrRead(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<500 {
      let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      expectSound(bytes)
    }
  }

  /// Pieces of YAML in any order reach more of the parser than bytes do.
  @Test(.timeLimit(.minutes(1)), arguments: 1...8)
  func randomPiecesAreRefusedOrRead(seed: Int) {
    let pieces = [
      "a", "b: ", ": ", "- ", "? ", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ",", "&x ", "*x",
      "!t ", "!!str ", "|\n", ">-\n", "'", "\"", "\\", "#", " ", "\t", "---\n", "...\n", "%", "é",
      "\u{2028}", "\u{85}", "\r\n", "\r", "<<: ", "\u{FEFF}", "~",
    ]
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<1_000 {
      let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }
      expectSound(Array(text.joined().utf8))
    }
  }

  private func expectSound(_ bytes: [UInt8]) {
    let file = SourceFile(path: "random", bytes: bytes)
    let end = file.location(ofOffset: bytes.count)
    for form in [YAMLForm.strict, .permissive] {
      let reading = readYAML(in: file, form: form)
      for diagnostic in reading.diagnostics {
        #expect(!diagnostic.message.contains("YAML cannot be read here"), "\(diagnostic.message)")
        #expect(diagnostic.range.map { $0.upperBound <= end } == true)
      }
      if let root = reading.root { #expect(root.range.upperBound <= end) }
    }
    let reading = readYAML(in: file, lines: 2...3, form: .permissive)
    #expect(reading.root.map { $0.range.lowerBound.line >= 2 } ?? true)
  }
}
