import Diagnostics
import TestSupport
import Testing

@testable import CommonMark

/// The 652 examples of CommonMark 0.30.
@Suite(.enabled(if: SharedData.isExpected, SharedData.advice))
struct CommonMarkSpecificationTests {
  @Test func withoutPassesTheTreeIsCmarks() throws {
    for example in try SpecificationExample.all(in: "commonmark-0.30.json") {
      let file = SourceFile(path: "", text: example.markdown)
      let html = MarkdownDocument(parsing: file, as: .plain).trustingHTML()
      #expect(String(decoding: html, as: UTF8.self) == example.html, "example \(example.example)")
    }
  }

  @Test func withPassesOnlyTheListedExamplesDiffer() throws {
    var differing: Set<Int> = []
    for example in try SpecificationExample.all(in: "commonmark-0.30.json") {
      let html = withoutHeadingIDs(page(example.markdown))
      if html != example.html { differing.insert(example.example) }
    }
    let listed = Set(Self.exceptions.flatMap(\.examples))
    #expect(differing.subtracting(listed).sorted() == [], "differ without a reason")
    #expect(listed.subtracting(differing).sorted() == [], "listed, but do not differ")
  }

  private static let exceptions: [(reason: String, examples: [Int])] = [
    ("the file begins with front matter", [96, 98]),
    ("a bare address becomes a link", [601, 605, 607, 610, 611]),
    ("comments are not written", [177, 179, 183, 308, 309, 624]),
    (
      "an element that is not allowed is shown as text",
      [
        163, 170, 171, 172, 173, 176, 178, 180, 181, 182, 201, 493, 523, 535, 612, 613, 614, 615,
        616, 622, 627, 628, 629,
      ]
    ),
    ("a table with text where only a row or a cell may stand is shown as text", [191]),
    (
      "a tag without partner in the same container is shown as text",
      [
        21, 31, 148, 150, 151, 155, 156, 157, 158, 165, 174, 175, 184, 187, 344, 475, 476, 490, 630,
        631, 642, 643,
      ]
    ),
    ("tags are written anew, with safe attributes only", [152, 153, 154, 164, 169, 474]),
  ]
}
