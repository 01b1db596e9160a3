import TestSupport
import Testing

@testable import CommonMark

/// The examples of GitHub Flavored Markdown and of cmark-gfm's own tests.
@Suite(.enabled(if: SharedData.isExpected, SharedData.advice))
struct ExtensionTests {
  @Test func onlyTheListedExamplesDiffer() throws {
    var differing: Set<String> = []
    for example in try SpecificationExample.all(in: "gfm-extensions.json") {
      guard example.html != "<IGNORE>\n" else { continue }
      let html = withoutHeadingIDs(page(example.markdown))
      // The attribute that the example expects is obsolete: its value is the name of a class here.
      if html != example.html.replacing(" align=\"", with: " class=\"") {
        differing.insert("\(example.source ?? "") \(example.example)")
      }
    }
    let listed = Set(Self.exceptions.map(\.example))
    #expect(differing.subtracting(listed).sorted() == [], "differ without a reason")
    #expect(listed.subtracting(differing).sorted() == [], "listed, but do not differ")
  }

  private static let exceptions: [(example: String, reason: String)] = [
    ("GFM specification 653", "tag filter: an allow-list decides here, and escapes '>' too"),
    ("cmark-gfm extensions tests 22", "tag filter: as above, and comments are not written"),
  ]
}
