import Bytes
import Diagnostics
import Testing

struct FingerprintTests {
  private func fingerprint(
    _ text: String, line: Int, message: String = "time '25:70' does not exist",
    path: String = "a.md"
  ) -> Fingerprint {
    let file = SourceFile(path: path, text: text)
    return Fingerprint(
      of: Diagnostic(
        code: "PM006", level: .error, path: path, range: file.range(ofLine: line), message: message
      ).quoting(file))
  }

  @Test func staysWhileItsLineMoves() {
    let old = fingerprint("- 25:70 a\n", line: 1)
    #expect(fingerprint("# Title\n\n  - 25:70 a\t\r\n", line: 3) == old)
    #expect(fingerprint("- 25:70 a", line: 1, message: "'25:70' is no time, by 3 hours") == old)
  }

  @Test func changesWithWhatItIsAbout() {
    let old = fingerprint("- 25:70 a\n", line: 1)
    #expect(fingerprint("- 25:70 b\n", line: 1) != old)
    #expect(fingerprint("- 25:70 a\n", line: 1, path: "b.md") != old)
    #expect(fingerprint("- 25:70 a\n", line: 1, message: "time '25:71' does not exist") != old)
  }

  /// The hash is the published one, so that a baseline of today is read by every later version.
  @Test(arguments: [
    ("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8"),
  ])
  func isFNV(text: String, hex: String) {
    #expect(StableHash(text.utf8).hex == hex)
    #expect(StableHash(Array(text.utf8)[...]).hex == hex)
    #expect(StableHash(text.utf8.lazy.map { $0 }).hex == hex)
    var pieces = StableHash()
    pieces.add(Array(text.utf8.prefix(2)))
    pieces.add(text.dropFirst(2).utf8)
    #expect(pieces.hex == hex)
  }

  @Test func anExcerptCountsScalars() {
    let file = SourceFile(path: "a.md", text: "größe ⟦x⟧ ende")
    let range = SourceLocation(line: 1, column: 9)..<SourceLocation(line: 1, column: 16)
    #expect(Excerpt(of: range, in: file).columns == 7..<10)
  }
}
