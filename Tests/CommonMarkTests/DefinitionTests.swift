import Diagnostics
import Testing

@testable import CommonMark

/// Where labels are defined, with the places of each part in the file.
struct DefinitionTests {
  /// Each definition as `label destination title first-last`; that of a footnote as `label first-last`.
  private func definitions(_ text: String, path: String = "a.md") -> [String] {
    let file = SourceFile(path: path, text: text)
    let document = MarkdownDocument(parsing: file)
    return document.definitions.map { definition in
      let target = definition.target
      let parts = [target?.destination, target?.title].compactMap(\.self)
        .map { String(decoding: document.file.bytes[$0], as: UTF8.self) }
      let lines = "\(definition.lines.lowerBound)-\(definition.lines.upperBound - 1)"
      return ([definition.label] + parts + [lines]).joined(separator: " ")
    }
  }

  private static let texts: [(text: String, definitions: [String])] = [
    ("[a]: /x", ["A /x 1-1"]),
    ("[a]: /x 'T'  ", ["A /x 'T' 1-1"]),
    ("   [a]: <x y> (T)", ["A <x y> (T) 1-1"]),
    ("[a]: <>", ["A <> 1-1"]),
    ("[a]:\n/x\n\"one\ntwo\"", ["A /x \"one\ntwo\" 1-4"]),
    ("[a]: /x\r\n'T'\r\n", ["A /x 'T' 1-2"]),
    ("[a\n  b]: /x", ["A B /x 1-2"]),
    // What looks like a title on the next line is text.
    ("[a]: /x\n\"T\" more", ["A /x 1-1"]),
    ("[a]: /x\n[b]: /y\ntext", ["A /x 1-1", "B /y 2-2"]),
    ("# T\n[a]: /x\n# U", ["A /x 2-2"]),
    ("[a]: /x\nT\n===", ["A /x 1-1"]),
    ("[a]: /x\n[A]: /y", ["A /x 1-1", "A /y 2-2"]),
    // In containers.
    ("> [a]: /x \"T\"", ["A /x \"T\" 1-1"]),
    ("> [a]:\n> /x\n> 'one\n> two'", ["A /x 'one\n> two' 1-4"]),
    ("> [a]: /x\n[b]: /y", ["A /x 1-1", "B /y 2-2"]),
    ("- [a]: /x\n- [b]: /y\n\n  [c]: /z", ["A /x 1-1", "B /y 2-2", "C /z 4-4"]),
    ("12. [a]: /x\n    'T'", ["A /x 'T' 1-2"]),
    ("- > [a]: /x", ["A /x 1-1"]),
    ("[a]: /x\n- [b]: /y\n> [c]: /z", ["A /x 1-1", "B /y 2-2", "C /z 3-3"]),
    (":::note\n[a]: /x\n:::\n\n[b]: /y", ["A /x 2-2", "B /y 5-5"]),
    ("| h |\n|---|\n| [a] |\n\n[a]: /x", ["A /x 5-5"]),
    ("[a]: /x\n| h |\n|---|\n| [a] |", ["A /x 1-1"]),
    // Labels.
    ("[ẞ]: /x\n[Αγως]: /y", ["SS /x 1-1", "ΑΓΩΣ /y 2-2"]),
    ("[a &amp;  b]: /x", ["A &AMP; B /x 1-1"]),
    ("[a\\]b]: /x", ["A\\]B /x 1-1"]),
    // A footnote's label has no blank.
    ("[^a b]: /x", ["^A B /x 1-1"]),
    ("[^N]: note\n\n    [a]: /x\n\nx[^n]", ["^N 1-3", "A /x 3-3"]),
  ]

  @Test(arguments: texts)
  func areFound(_ text: String, _ expected: [String]) {
    #expect(definitions(text) == expected)
    #expect(definitions("---\nt: x\n---\n" + text).count == expected.count)
  }

  @Test(arguments: [
    "text\n[a]: /x", "[a]: /x more", "[a]: /x 'T' more", "[a]:", "[]: /x", "[ ]: /x", "[a] : /x",
    "[a[b]]: /x", "[a]: <x\ny>", "    [a]: /x", "```\n[a]: /x\n```", "> ```\n> [a]: /x",
    "<div>\n[a]: /x\n</div>", "<!--\n[a]: /x\n-->", "| [a]: /x |\n|---|\n", "\\[a]: /x",
    "- text\n  [a]: /x", "# [a]: /x", "[a](/b): c", "- [ ] task: x",
  ])
  func areNone(_ text: String) { #expect(definitions(text) == []) }

  @Test func ofMDXAreInTheFileThatStandsForIt() {
    let text = "{/* c */}\n\n<Tabs>\n<TabItem value=\"a\">\n\n  [a]: /x\n\n</TabItem>\n</Tabs>\n"
    #expect(definitions(text, path: "a.mdx") == ["A /x 6-6"])
  }

  /// Every line has a word of its own, so a page has the words of those lines that define nothing.
  @Test(arguments: ["", "> ", "- ", "> - > "])
  func areTheLinesThatCmarkTakes(prefix: String) {
    let pieces = [
      "[#]: /#", "[#]: /# '#'", "[#]: <#>", "[#]:", "[#", "#]: /#", "/#", "'#'", "'#", "#'", "(#)",
      "#", "[#]: /# #", "[#]: (#", "", "[#]: /# (#)",
    ]
    let later = String(prefix.map { $0 == "-" ? " " : $0 })
    var seed: UInt64 = 7
    for _ in 0..<600 {
      var lines: [String] = []
      for number in 0..<8 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let piece = pieces[Int(seed >> 33) % pieces.count]
        lines.append((number == 0 ? prefix : later) + piece.replacing("#", with: "w\(number)w"))
      }
      let text = lines.joined(separator: "\n")
      let document = MarkdownDocument(parsing: SourceFile(path: "a.md", text: text))
      let html = String(decoding: document.html(), as: UTF8.self)
      let defined = Set(document.definitions.flatMap { Array($0.lines) })
      for (index, line) in lines.enumerated() where line.contains("w\(index)w") {
        #expect(html.contains("w\(index)w") != defined.contains(index + 1), "\(text)")
      }
    }
  }
}

/// Where the cells of tables are in the file.
struct CellTests {
  private func rows(_ text: String, path: String = "a.md") -> [[String]] {
    let document = MarkdownDocument(parsing: SourceFile(path: path, text: text))
    let bytes = document.file.bytes
    return document.blocks.filter { !$0.cells.isEmpty }.map { block in
      (block.cells.map(\.range) + block.surplus).map {
        String(decoding: bytes[$0], as: UTF8.self)
      }
    }
  }

  private static let tables: [(text: String, cells: [[String]])] = [
    ("| a | b |\n|---|---|\n| 1 | 2 |", [["a", "b"], ["1", "2"]]),
    ("a | b\n--|--\n1 |2", [["a", "b"], ["1", "2"]]),
    ("|\ta\t|\tb\t|\t\n|---|---|\n|1||", [["a", "b"], ["1", ""]]),
    ("| a |\r\n|---|\r\n| 1 |\r\n", [["a"], ["1"]]),
    ("| `x\\|y` | a\\|b |\n|---|---|", [["`x\\|y`", "a\\|b"]]),
    ("| a\\\\|b |\n|---|", [["a\\\\|b"]]),
    // Rows that are shorter and longer than the header.
    (
      "| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 | 4 |",
      [["a", "b"], ["1", ""], ["1", "2", "3", "4"]]
    ),
    // In containers.
    ("> | a | b |\n> |---|---|\n>| 1 | 2 |", [["a", "b"], ["1", "2"]]),
    ("> [!NOTE]\n> | a |\n> |---|\n> | 1 |", [["a"], ["1"]]),
    ("- | a |\n  |---|\n  | 1 |", [["a"], ["1"]]),
    ("1. > a | b\n   > --|--\n   > 1 | 2", [["a", "b"], ["1", "2"]]),
    ("[^1]: | a |\n    |---|\n    | 1 |\n\nx[^1]", [["a"], ["1"]]),
    (":::note\n| a |\n|---|\n| 1 |\n:::", [["a"], ["1"]]),
    ("text\n| a |\n|---|\n| 1 |", [["a"], ["1"]]),
    // Escapes that have stand-ins before cmark sees them.
    ("| a\\~b | ~c~\\~ | d |\n|---|---|---|", [["a\\~b", "~c~\\~", "d"]]),
    ("| \\~ | b\\~ | c | d\\~ | ~e~ |\n|-|-|-|-|-|", [["\\~", "b\\~", "c", "d\\~", "~e~"]]),
    ("x[^1]\n\n> | \\[^1] | é |\n> |---|---|\n\n[^1]: n", [["\\[^1]", "é"]]),
  ]

  @Test(arguments: tables)
  func haveTheirPlaces(_ text: String, _ expected: [[String]]) {
    #expect(rows(text) == expected)
    #expect(rows("\u{FEFF}---\nt: x\n---\n" + text) == expected)
  }

  @Test func ofMDXAreInTheFileThatStandsForIt() {
    let text =
      "{/* c */}\n\n<Tabs>\n<TabItem value=\"a\">\n\n  | a |\n  |---|\n\n</TabItem>\n</Tabs>\n"
    #expect(rows(text, path: "a.mdx") == [["a"]])
  }
}
