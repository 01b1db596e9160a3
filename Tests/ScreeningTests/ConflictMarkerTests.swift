import Diagnostics
import Screening
import TestSupport
import Testing

struct ConflictMarkerTests {
  private static let whole = "a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> other\nd\n"

  @Test(arguments: [
    (whole, [2, 4, 6]),
    (whole.replacing("\n", with: "\r\n"), [2, 4, 6]),
    ("\u{FEFF}<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\n", [1, 3, 5]),
    ("<<<<<<< HEAD\nb\n||||||| 3f2a91c\no\n=======\nc\n>>>>>>> x (a message)\n", [1, 3, 5, 7]),
    ("---\n<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> x\n---\n", [2, 4, 6]),
    ("<<<<<<<\n=======\n>>>>>>>\n", [1, 2, 3]),
    ("<<<<<<< a\n=======\n>>>>>>> b\n<<<<<<< a\n=======\n>>>>>>> b\n", [1, 2, 3, 4, 5, 6]),
    // Some of the marks removed by hand.
    ("text\n<<<<<<< HEAD\nmore\n", [2]), ("text\n=======\nmore\n>>>>>>> x\n", [2, 4]),
    ("text\n\n>>>>>>> feature-branch\n", [3]),
    ("<<<<<<< HEAD\nb\n=======\nc\n", [1, 3]),
    ("<<<<<<< a\nx\n<<<<<<< b\ny\n=======\nz\n>>>>>>> b\n", [1, 3, 5, 7]),
    // The end of the file without a line ending.
    ("<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x", [1, 3, 5]),
  ])
  func areFound(text: String, lines: [Int]) {
    #expect(ConflictMarkers(in: SourceFile(path: "a.md", text: text)).lines == lines)
  }

  @Test(arguments: [
    "Summary\n=======\n\ntext\n", "a\n=======\nb\n=======\nc\n", " <<<<<<< HEAD\nb\n", "",
    "<<<<<<<< HEAD\n========\n>>>>>>>> x\n", "<<<<<< a\n======\n>>>>>> b\n",
    "| a |\n|||||||\n", "<<<<<<<HEAD\n", "text >>>>>>> x\n", "======= Summary\n>>>>>>>\n",
    // A quoted mail.
    ">>>>>> On Monday Ana wrote:\n>>>>>>> it is down\n>>>>>> yes\n", "Title\n=======\n\n>>>>>>>\n",
  ])
  func areNot(text: String) {
    #expect(ConflictMarkers(in: SourceFile(path: "a.md", text: text)).isEmpty)
  }

  @Test func areAnExampleInCode() {
    let file = SourceFile(path: "a.md", text: Self.whole)
    #expect(ConflictMarkers(in: file) { _ in true }.isEmpty)
    // A conflict about the fence itself: its middle is in code, its ends are not.
    #expect(ConflictMarkers(in: file) { $0 == 4 }.lines == [2, 4, 6])
  }

  @Test func areEachAFinding() {
    let file = SourceFile(path: "a.md", text: Self.whole)
    let findings = ConflictMarkers(in: file).findings(in: file)
    #expect(findings.map(\.code) == ["BS080", "BS080", "BS080"])
    #expect(findings.map { $0.range?.lowerBound.line } == [2, 4, 6])
    #expect(findings.allSatisfy { $0.level == .error && $0.excerpt != nil })
    #expect(
      findings[0].message == "'<<<<<<<' marks a merge conflict, so nothing is read from this file")
  }

  @Test(arguments: [
    "<<<<<<< a\n", ">>>>>>> a\n", "=======\n", "=======\n>>>>>>> a\n", "<<<<<<< a\n|||||||\n",
  ])
  func areFoundInLinearTime(piece: String) {
    let growth = growth(from: 3_000) {
      SourceFile(path: "a.md", text: String(repeating: piece, count: $0))
    } work: {
      _ = ConflictMarkers(in: $0)
    }
    #expect(growth < 8)
  }
}
