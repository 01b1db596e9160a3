import Diagnostics
import TestSupport
import Testing

@testable import CommonMark

/// Whatever the bytes are, there is a document, and its findings have a place.
struct BadInputTests {
  /// Code and place of each finding, as in "BS013 1:1".
  private func findings(_ bytes: [UInt8]) -> [String] {
    let document = MarkdownDocument(parsing: SourceFile(path: "x.md", bytes: bytes))
    _ = document.html()
    _ = document.blocks
    return document.diagnostics.map { finding in
      guard let start = finding.range?.lowerBound else { return finding.code }
      return "\(finding.code) \(start.line):\(start.column)"
    }
  }

  @Test(
    arguments: [
      ("", []),
      ("\n", []),
      ("---\ntitle: x\n---\n", []),
      ("---\ntitle: x\n---", []),
      ("---\n---\ntext\n", []),
      ("---  \ntitle: x\n...\ntext\n", ["BS066 3:1"]),
      ("---\r\ntitle: x\r\n---\r\ntext\r\n", []),
      ("\u{FEFF}---\ntitle: x\n---\n", ["BS007 1:1"]),
      ("---\ntitle: x\n\n# Text\n", ["BS013 1:1"]),
      ("---", ["BS013 1:1"]),
      ("---js\nprocess.exit()\n---\n", ["BS014 1:1"]),
      ("--- toml\na = 1\n---\n", ["BS014 1:1"]),
      ("+++\na = 1\n+++\n", []),
      ("+++\na = 1\n", ["BS013 1:1"]),
      ("+++\na = \"x\n+++\n", ["BS019 2:1"]),
      ("+++\na = 1\nb: 2\n+++\n", ["BS019 3:1"]),
      ("+++\n[a\nb = 1\n+++\n", ["BS019 2:1"]),
      ("----\ntext\n", []),
      ("---\n- a\n- b\n---\n", ["BS015 2:1"]),
      ("---\na: 1\na: 2\n---\n", ["BS012 3:1"]),
      ("a\nb\0c\n", ["BS002 2:2"]),
      ("one\rtwo\n", ["BS004 1:4"]),
      ("a\n\n:::oops\nx\n:::\n", ["BS020 3:1"]),
      ("a\n\nsee <service-name> and <b>x\n", ["BS021 3:5"]),
      ("a\n\n[x](javascript:alert(1))\n", ["BS022 3:5"]),
      ("a\n\n<a href=\"javascript:alert(1)\">x</a>\n", ["BS022 3:10"]),
      ("a\n\n<A HREF='&#106;avascript:x'>x</A>\n", ["BS022 3:10"]),
      ("a\n\n> - <a title=x href=file:///etc/hosts>x</a>\n", ["BS022 3:21"]),
      ("a\n\n<p>\n<a href=\" data:text/html,x\">x</a>\n</p>\n", ["BS022 4:11"]),
      ("a\n\n|a|\n|-|\n|<a href=\"vbscript:x\">x</a>|\n", ["BS022 5:11"]),
      ("a\n\n<a href=\"\">x</a> <a>y</a> <a id=x>z</a> `<a href=\"file:x\">`\n", []),
      ("a\n\n![<a href=\"file:x\">b</a>](c.png)\n", []),
      ("a\n\n[^1]: unused\n", ["BS023 3:1"]),
      ("|a|b|\n|-|-|\n|c|d|e|\n|f|g|\n|h| `i|j` |k|", ["BS096 3:6", "BS096 5:8"]),
      ("- > |a|\n  > |-|\n  > | c || d", ["BS096 3:12"]),
      // Nothing is lost.
      ("|a|b|\n|-|-|\n|c|d|  |  |\n|e|", []),
    ] as [(String, [String])])
  func finds(text: String, expected: [String]) {
    #expect(findings(Array(text.utf8)) == expected)
  }

  /// A text, and what is found in it, with its level.
  @Test(
    arguments: [
      ("a\n\n```\nb\n\n## c\n", ["PM009 3:1 error"]),
      ("a\n\n~~~~ sh\n~~~\n## c\n", ["PM009 3:1 error"]),
      ("a\n\n```\n# b\n", ["PM009 3:1 warning"]), ("a\n\n```", ["PM009 3:1 warning"]),
      ("a\n\n<!-- b\n\n## c\n", ["PM009 3:1 error"]), ("a\n\n<!-- b -- >\n", ["PM009 3:1 warning"]),
      ("a\n\n<pre>\n\n## c\n", ["PM009 3:1 error"]),
      ("a\n\n```\nb\n```\n\n```\nc\n", ["PM009 7:1 warning"]),
      ("a\n\n```\nb\n```\n", []), ("a\n\n```\n```\n", []), ("a\n\n    ```\n    b\n", []),
      ("- a\n  ```\n  b\n\nc\n", []), ("> ```\n> b\n\nc\n", []), ("a\n\n<!-- b\n\n## c -->\n", []),
      ("a\n\n<!--- b --->\n", []), ("a\n\n<PRE>\nb\n</Pre>\n", []), ("a <!-- b\n", []),
      ("a\n\n````\n```\n````\n", []),
    ] as [(String, [String])])
  func blocksThatNeverEnd(text: String, expected: [String]) {
    let document = MarkdownDocument(parsing: SourceFile(path: "a.md", text: text))
    let found = document.diagnostics.map { finding in
      let place = finding.range?.lowerBound
      return "\(finding.code) \(place?.line ?? 0):\(place?.column ?? 0) \(finding.level)"
    }
    #expect(found == expected)
  }

  @Test(
    arguments: [
      [0x61, 0x0A, 0xFF, 0x62], [0x61, 0x0A, 0xC0, 0x80], [0x61, 0x0A, 0xED, 0xA0, 0x80],
      [0x61, 0x0A, 0xF4, 0x90, 0x80, 0x80], [0x61, 0x0A, 0xE2, 0x82],
    ] as [[UInt8]])
  func invalidUTF8(bytes: [UInt8]) {
    #expect(findings(bytes) == ["BS003 2:1"])
  }

  @Test(arguments: ["> ", "- ", "* ", "1) ", ">"])
  func deepContainers(_ mark: String) {
    let text = "---\na: b\n---\n\n" + String(repeating: mark, count: 20_000) + "x\n"
    #expect(findings(Array(text.utf8)) == ["BS006 5:1"])
  }

  @Test(arguments: [
    "*a **a ", "[", "*", "![", "[a](", "<", "&", "`", "~", "~a~~", "\\~", "|", ":::", "@", "www.",
    "www.a.b ", "a@b.c ",
    "\\~~", "~a~ ", "<!--",
  ])
  func longRuns(_ piece: String) {
    let text = String(repeating: piece, count: 20_000 / piece.utf8.count)
    let found = findings(Array(text.utf8))
    let known: Set<String> = ["BS006 1:1", "BS008 1:4001", "BS021 1:1", "PM009 1:1"]
    #expect(known.isSuperset(of: found), "\(found)")
  }

  @Test func tooManyImagesAreShownAsText() {
    let text = "one\n\n" + String(repeating: "![[]()", count: 20_000)
    #expect(findings(Array(text.utf8)) == ["BS008 3:12001"])
    #expect(page(text).hasPrefix("<pre><code>one\n\n![[]()"))
  }

  /// cmark makes a node of each of these before it joins them, and each page that is made of a file parses it again.
  @Test(arguments: [("<", 400_001), ("a]", 800_002), ("[", 400_001), ("<b>", 1_200_001)])
  func tooManySignsAreShownAsText(piece: String, place: Int) {
    let text = String(repeating: piece, count: 400_001)
    #expect(findings(Array(text.utf8)) == ["BS025 1:\(place)"])
    #expect(page(text).hasPrefix("<pre><code>"))
    // As many as are allowed.
    #expect(
      BodyScan(of: SourceFile(path: "", text: String(text.dropLast(piece.count))), from: 1)
        .tooManySigns == nil)
  }

  @Test func tooLargeIsNotParsed() {
    #expect(findings([UInt8](repeating: 0x61, count: 10 << 20)) == ["BS005"])
  }

  @Test func deepTextIsShownAsItIs() {
    let text = String(repeating: ">", count: 200) + " <b>&"
    #expect(
      page(text).hasSuffix("&gt; &lt;b&gt;&amp;\n</code></pre>\n")
        || page(text).hasSuffix("&gt; &lt;b&gt;&amp;</code></pre>\n"))
  }

  /// Bytes of the alphabet in no order, the same for a seed and a size.
  private func noise(_ alphabet: [UInt8], seed: UInt64, count: Int) -> [UInt8] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return alphabet[Int(state >> 33) % alphabet.count]
    }
  }

  private static let marks = Array("[]()!<>*_~`|-:#+ \n\n\\&@^Q".utf8)

  /// What is wrong with bytes is reported once each, where it first is.
  @Test(arguments: [(0, "BS002"), (0x0D, "BS004"), (0xFF, "BS003")] as [(UInt8, String)], 0..<20)
  func noiseWithABadByte(_ bad: (byte: UInt8, code: String), seed: UInt64) throws {
    var bytes = noise(Self.marks, seed: seed, count: 1_000)
    let place = Int(seed) * 37
    bytes[place] = bad.byte
    bytes[place + 1] = UInt8(ascii: "Q")
    let line = bytes[..<place].count { $0 == 0x0A } + 1
    let column = place - (bytes[..<place].lastIndex(of: 0x0A) ?? -1)
    let found = findings(bytes).filter { $0.hasPrefix(bad.code) }
    #expect(found == ["\(bad.code) \(line):\(column)"])
  }

  /// The blocks are in the order of the lines, and no letter is lost on the page.
  @Test(arguments: [1, 10, 100, 1_000, 10_000], 0..<10)
  func noiseIsRead(size: Int, seed: UInt64) {
    let bytes = noise(Self.marks, seed: seed, count: size)
    let file = SourceFile(path: "x.md", bytes: bytes)
    let document = MarkdownDocument(parsing: file)
    let (lines, html) = (document.blocks.map(\.lines), document.html())
    #expect(lines.allSatisfy { $0.lowerBound >= 1 && $0.upperBound <= file.lineCount + 1 })
    #expect(lines.map(\.lowerBound) == lines.map(\.lowerBound).sorted())
    let letter = UInt8(ascii: "Q")
    #expect(html.count { $0 == letter } >= bytes.count { $0 == letter })
  }

  @Test(arguments: [
    "# a {#x}\n\n", "# a\n\n", "a\n---\n\n", "[a](b) ", "<b>a</b> ", "<div>a</div>\n\n",
    "[^1]: # a\n",
    "a[^1]\n\n[^1]: b\n\n", ":::note\n\na\n\n:::\n\n", "> [!NOTE]\n> a\n\n", "&#x1F525;", "~~a~~ ",
    "[a](javascript:b) ", "| a |\n|---|\n| b |\n\n", "- - a\n", "<!-- a -->\n\n", "[a]: b\n",
    "\u{202E}", "a\u{200B}", "`a\u{200B}` ", "[a](b\u{202E}.md) ", "## \u{202E}\n\n",
    "```\n\u{200B}\n```\n",
  ])
  func repeatedTextIsReadInLinearTime(piece: String) {
    // Both sizes are above 4,000 bytes, from which on a line is a finding of its own.
    let work = growth(
      from: 8_000 / piece.utf8.count, input: { Array(String(repeating: piece, count: $0).utf8) },
      work: { _ = findings($0) })
    #expect(work < 8)
  }

  @Test func noiseIsReadInLinearTime() {
    let bytes = noise(Self.marks, seed: 42, count: 40_000)
    let work = growth(
      from: 10_000, input: { Array(bytes[..<$0]) }, work: { _ = findings($0) })
    #expect(work < 8)
  }
}
