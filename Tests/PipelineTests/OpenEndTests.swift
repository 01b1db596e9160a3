import Foundation
import Pipeline
import Testing

/// Whatever an author leaves open at the end of a review ends there: the nine points below it are a section
/// of their own.
struct OpenEndTests {
  @Test(arguments: [
    "\t```\n\tx", "- a\n\n\t```\n\tx", "1. \t```\n\tx", "text\n\n    ```\n    x", "\t~~~ sh\n\tx\n",
    "```", "~~~~ sh\nx\n```", "- ```\n  x", "> ```\n> x", "  ```\n  x", "> [!NOTE]\n> ```\n> x",
    "text[^1]\n\n[^1]: note\n\n    ```\n    x", "text[^1]\n\n[^1]: note\n\n\t```\n\tx",
    ":::note\n\n```\nx", ":::note\n\n\t```\n\tx", "<!-- open\nx", "<script>\nx", "<pre>\nx",
    "<?php\nx",
    "<![CDATA[\nx", "<!DOCTYPE x\nx", "<div>\nx", "<details>\n<summary>x</summary>\n\ny", "<table>",
    "| a |\n|---|\n| b |", "[x]:", "[x]: <", "text\\", "text `code", "[link](", "text <a href=\"",
  ])
  func endsWithTheDocument(text: String) async throws {
    let both = try await BothOutputs(.review, "# Relay down\n\n\(text)")
    let page = both.docusaurus
    guard let end = page.range(of: "\n\n## After the incident\n\n| Point ") else {
      Issue.record("the nine points are missing: \(page)")
      return
    }
    let (code, elements) = Self.open(in: page[..<end.lowerBound])
    #expect(!code, "\(page[..<end.lowerBound])")
    #expect(elements == 0, "\(page[..<end.lowerBound])")
    // What the page says after the review is outside of it too.
    #expect(both.archive.contains("\n<nav class=\"between\""))
  }

  /// Whether a fence is open at the end of some Markdown, and how many boxes are. A fence that is not
  /// indented by four columns and is not in a container is the only kind that a blank line and a heading do
  /// not end.
  private static func open(in text: Substring) -> (code: Bool, boxes: Int) {
    var fence: Substring?
    var boxes = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let start = line.drop { $0 == " " }
      guard line.count - start.count <= 3 else { continue }
      let mark = start.prefix { $0 == start.first }
      if let open = fence {
        if mark.first == open.first, mark.count >= open.count, mark.count == start.count {
          fence = nil
        }
      } else if start.hasPrefix("```") || start.hasPrefix("~~~") {
        fence = mark
      } else if start.hasPrefix(":::") {
        boxes += mark.count == start.count ? -1 : 1
      }
    }
    return (fence != nil, boxes)
  }
}
