import Diagnostics
import Screening
import TestSupport
import Testing

struct ControlCharacterTests {
  @Test(arguments: [
    ("a⟦\u{1B}⟧[31mred\u{1B}[0m\n", "U+001B ESCAPE"), ("a\n\n⟦\u{07}⟧b\n", "U+0007 BELL"),
    ("a⟦\u{7F}⟧", "U+007F DELETE"), ("a⟦\u{0B}⟧b", "U+000B VERTICAL TABULATION"),
    ("a⟦\u{0C}⟧b", "U+000C FORM FEED"), ("é⟦\u{FFFE}⟧x", "U+FFFE"), ("⟦\u{FFFF}⟧", "U+FFFF"),
    ("---\ntitle: a⟦\u{01}⟧b\n---\n", "U+0001 START OF HEADING"),
    (String(repeating: "é ", count: 100) + "⟦\u{08}⟧", "U+0008 BACKSPACE"),
  ])
  func areFoundOncePerLine(text: String, name: String) {
    let marked = MarkedText(text)
    let findings = ControlCharacters.findings(in: SourceFile(path: "a.md", text: marked.text))
    #expect(findings.map(\.range) == marked.ranges)
    #expect(findings.map(\.message) == ["control character \(name) in the text"])
  }

  @Test(arguments: [
    "", "a\tb\r\nc\n", "é ﷐ \u{FFFD} ❤\u{FE0F} \u{FEFF}", String(repeating: "\u{FE0F}", count: 200),
  ])
  func areNot(text: String) {
    let file = SourceFile(path: "a.md", text: text)
    #expect(ControlCharacters.findings(in: file) == [])
    #expect(ControlCharacters.shown(file.bytes) == file.bytes)
  }

  @Test(arguments: [
    ("a\u{1B}b", "a␛b"), ("\u{7F}", "␡"), ("\u{01}\u{1F}", "␁␟"),
    ("\u{FFFE}\u{FFFF}", "\u{FFFD}\u{FFFD}"),
    ("\0", "␀"),
    (String(repeating: "x", count: 200) + "\u{0C}é", String(repeating: "x", count: 200) + "␌é"),
  ])
  func areShownAsPictures(text: String, shown: String) {
    #expect(String(decoding: ControlCharacters.shown(Array(text.utf8)), as: UTF8.self) == shown)
  }

  @Test(
    arguments: [
      ([0x61, 0xFF, 0x62], "a␦b"), ([0xFF], "␦"), ([0xFF, 0x61, 0x80], "␦a␦"),
      ([0xC3], "␦"), ([0xE2, 0x82, 0x61], "␦a"), ([0xED, 0xA0, 0x80], "␦␦␦"),
      ([0xFF, 0x1B], "␦␛"),
    ] as [([UInt8], String)])
  func bytesThatAreNotUTF8AreShownToo(bytes: [UInt8], shown: String) {
    #expect(String(decoding: ControlCharacters.shown(bytes), as: UTF8.self) == shown)
  }

  @Test func bytesThatAreNotUTF8TakeLinearTime() {
    let growth = growth(from: 6_000) {
      [UInt8](repeating: 0xFF, count: $0)
    } work: {
      _ = ControlCharacters.shown($0)
    }
    #expect(growth < 8)
  }

  @Test(arguments: ["\u{1B}", "a\n\u{1B}", "\u{FE0F}", "\u{FFFE}", "\u{202E}", "é\u{200B}"])
  func takeLinearTime(piece: String) {
    let growth = growth(from: 6_000) {
      Array(String(repeating: piece, count: $0).utf8)
    } work: {
      _ = ControlCharacters.shown($0)
      _ = FormatCharacters.places(in: $0)
      _ = ControlCharacters.findings(in: SourceFile(path: "a.md", bytes: $0))
    }
    #expect(growth < 8)
  }
}

struct FormatCharacterTests {
  @Test(arguments: [
    ("a\u{202E}b", ["U+202E RIGHT-TO-LEFT OVERRIDE"]),
    ("\u{2066}x\u{2069}", ["U+2066 LEFT-TO-RIGHT ISOLATE", "U+2069 POP DIRECTIONAL ISOLATE"]),
    ("a\u{200B}b", ["U+200B ZERO WIDTH SPACE"]), ("a\u{200D}b", ["U+200D ZERO WIDTH JOINER"]),
    ("a\u{FEFF}b", ["U+FEFF ZERO WIDTH NO-BREAK SPACE"]), ("a\u{AD}b", ["U+00AD SOFT HYPHEN"]),
    ("a\u{E0041}b", ["U+E0041 TAG LATIN CAPITAL LETTER A"]),
    ("a\u{200E}b", ["U+200E LEFT-TO-RIGHT MARK"]),
    // Emoji and scripts that need them.
    ("👩\u{200D}💻 🏳\u{FE0F}\u{200D}🌈 ❤\u{FE0F}\u{200D}🔥 👩🏽\u{200D}🚒", []), ("می\u{200C}خواهم", []),
    ("שלום\u{200F}!", []),
    ("क्\u{200D}ष", []), ("\u{FEFF}# A", []), ("🏴\u{E0067}\u{E0062}\u{E007F}", []),
    ("— … ’ “ • → é", []),
  ])
  func areFound(text: String, names: [String]) {
    #expect(
      FormatCharacters.places(in: Array(text.utf8)).map { CharacterName.of($0.scalar) } == names)
  }

  @Test func standInsHaveTheSameLength() {
    for place in FormatCharacters.places(in: Array("a\u{202E}b\u{AD}c\u{E0041}".utf8)) {
      #expect(place.standIn.count == place.range.count)
    }
  }
}

struct UTF16Tests {
  @Test(
    arguments: [
      [0xFF, 0xFE, 0x23, 0x00], [0xFE, 0xFF, 0x00, 0x23],
      Array("# Checkout".utf8).flatMap { [$0, 0] }, Array("# Checkout".utf8).flatMap { [0, $0] },
    ] as [[UInt8]])
  func isRecognized(bytes: [UInt8]) {
    let finding = UTF16.finding(in: SourceFile(path: "a.md", bytes: bytes))
    #expect(finding?.code == "BS003")
    #expect(finding?.message.contains("looks like UTF-16") == true)
  }

  @Test(arguments: ["", "# A\n", "a\0b\0", "\0\0\0\0\0\0\0\0", "\u{FEFF}# A\n"])
  func isNot(text: String) {
    #expect(UTF16.finding(in: SourceFile(path: "a.md", text: text)) == nil)
  }
}
