import Bytes
import Diagnostics
import TestSupport
import Testing

/// The place of a finding in a long line is found without counting the line again for each finding.
struct LongLineTests {
  private static func findings(in file: SourceFile) -> [Excerpt] {
    stride(from: 0, to: file.bytes.count - 2, by: 50).map { offset in
      Excerpt(of: file.range(of: offset..<offset + 2), in: file)
    }
  }

  @Test func manyFindingsInOneLine() {
    let work = growth(
      from: 20_000,
      input: { SourceFile(path: "x.md", text: String(repeating: "é", count: $0)) },
      work: { _ = Self.findings(in: $0) })
    #expect(work < 8)
  }

  @Test func manyFindingsInAReplacedFile() {
    let work = growth(
      from: 4_000,
      input: { count in
        let text = Array(String(repeating: "a\n", count: count).utf8)
        return SourceFile(path: "x.md", bytes: text, written: text)
      },
      work: { _ = Self.findings(in: $0) })
    #expect(work < 8)
  }

  /// Columns and the hash are those of a short line.
  @Test(arguments: ["", "  ", "ab\ncd\n"])
  func countsAsInAShortLine(before: String) {
    let line = String(repeating: "é€ a", count: 2_000)
    let file = SourceFile(path: "x.md", text: before + line + " \r\nend\n")
    let start = before.utf8.count
    for count in [0, 1, 400, 1_999] {
      let place = start + 7 * count
      let excerpt = Excerpt(of: file.range(of: place..<place + 5), in: file)
      let indent = before.hasSuffix("\n") ? 0 : before.utf8.count
      #expect(excerpt.columns == indent + 4 * count + 1..<indent + 4 * count + 3)
      #expect(excerpt.lineHash == StableHash(Array(line.utf8)))
    }
  }

  /// A line of ASCII is cut at the same places as one with another character in it.
  @Test(arguments: [0, 1, 59, 60, 61, 300, 579], [1, 2, 119, 120, 121])
  func plainLinesAreCutAsOthers(start: Int, width: Int) {
    let letters = Array("abcdefghijklmnopqrstuvwxyz .").map(String.init)
    for length in [start + width, start + width + 1, start + width + 60, 2_000] {
      var pieces = (0..<length).map { letters[$0 % letters.count] }
      let plain = SourceFile(path: "x.md", text: pieces.joined() + "\n")
      let excerpt = Excerpt(of: plain.range(of: start..<start + width), in: plain)
      let first = pieces[start]
      pieces[start] = "é"
      let other = SourceFile(path: "x.md", text: pieces.joined() + "\n")
      let same = Excerpt(of: other.range(of: start..<start + width + 1), in: other)
      #expect(excerpt.line == same.line.replacing("é", with: first))
      #expect(excerpt.indent == same.indent && excerpt.width == same.width)
      #expect(excerpt.columns == same.columns)
    }
  }
}
