import CommonMark
import Diagnostics
import Testing

/// Where sections begin and end.
struct OutlineTests {
  private static func outline(_ text: String) -> Outline {
    let document = MarkdownDocument(parsing: SourceFile(path: "a.md", text: text))
    return Outline(of: document.blocks, end: document.file.lineCount + 1)
  }

  /// A line per section, indented as it lies: its heading, its lines, and whether a container holds it.
  private static func dump(_ text: String) -> [String] {
    let outline = outline(text)
    return outline.sections.map { section in
      var indent = ""
      var next = section.parent
      while let parent = next {
        indent += "  "
        next = outline.sections[parent].parent
      }
      let lines = "\(section.lines.lowerBound)–\(section.lines.upperBound - 1)"
      let text = outline.blocks[section.heading].text
      return "\(indent)\(text) \(lines)\(section.isHeld ? " held" : "")"
    }
  }

  @Test(arguments: [
    ("text", []),
    ("# A\n\n## B\n\ntext\n\n### C\n\n## D", ["A 1–9", "  B 3–8", "    C 7–8", "  D 9–9"]),
    ("## A\n\n# B\n\n### C", ["A 1–2", "B 3–5", "  C 5–5"]),
    ("A\n=\n\nB\n-\n\ntext", ["A 1–7", "  B 4–7"]),
  ])
  func headingsEndEachOther(text: String, sections: [String]) {
    #expect(Self.dump(text) == sections)
  }

  /// The section ends where its container does, and the text behind that is in "A" again.
  @Test(arguments: [
    ("> ## Note\n> text", 3, 4), ("> # Note\n> text", 3, 4), ("> Note\n> ----\n> text", 3, 5),
    ("> [!NOTE]\n> ## Note\n> text", 4, 5), ("> > ## Note\n> > text\n>\n> more", 3, 4),
    (":::note\n\n## Note\n\ntext\n\n:::", 5, 9), ("- item\n\n  ## Note\n\n  text", 5, 7),
    ("- item\n  1. deeper\n\n     ## Note\n     text", 6, 7),
    ("<details>\n<summary>More</summary>\n\n## Note\n\ntext\n\n</details>", 6, 9),
    ("<details><summary>More</summary>\n\n> # Note\n\n</details>", 5, 5),
    ("- <details>\n  <summary>More</summary>\n\n  ## Note\n\n  text\n\n  </details>", 6, 9),
  ])
  func aContainerHoldsItsHeadings(container: String, first: Int, last: Int) throws {
    let text = "## A\n\n\(container)\n\nbehind\n\n## B"
    let end = text.split(separator: "\n", omittingEmptySubsequences: false).count
    #expect(
      Self.dump(text) == ["A 1–\(end - 1)", "  Note \(first)–\(last) held", "B \(end)–\(end)"])
    let outline = Self.outline(text)
    let own = outline.blocks(outline.sections[0].own).filter { $0.kind == .paragraph }.map(\.text)
    #expect(own.last == "behind")
    let held = outline.blocks(outline.sections[1].own).map(\.text)
    #expect(!held.contains("behind"))
  }

  /// What looks like a container and is none.
  @Test(arguments: [
    // Nothing closes it: a page shows the tag as text.
    ("## A\n\n<details>\n\n## B\n\ntext", ["A 1–4", "B 5–7"]),
    ("## A\n\n<details>x</details>\n\n## B", ["A 1–4", "B 5–5"]),
    ("## A\n\n<div>\n\n## B\n\n</div>", ["A 1–4", "B 5–7"]),
  ])
  func otherElementsHoldNothing(text: String, sections: [String]) {
    #expect(Self.dump(text) == sections)
  }

  /// Where lists or elements structure the document, the text between them belongs to the headings.
  @Test(arguments: [
    (
      "# A\n\n1. ## B\n\n   text\n\nmore\n\n2. ## C\n\nmore",
      ["A 1–11", "  B 3–8", "  C 9–11"]
    ),
    ("- ## B\n  text\n- ## C\n  - ### D\n\nmore", ["B 1–2", "C 3–6", "  D 4–6"]),
    (
      "# A\n\n<details>\n\n## B\n\n</details>\n\nmore\n\n<details>\n\n## C\n\n</details>",
      ["A 1–15", "  B 5–12", "  C 13–15"]
    ),
    // An item that is only a heading, beside headings outside of lists.
    (
      "## A\n\n1. ## B\n\nmore\n\n2. ## C\n\nmore\n\n## D",
      ["A 1–10", "  B 3–6", "  C 7–10", "D 11–11"]
    ),
    // A quote holds its headings wherever it stands.
    ("# A\n\n> ## B\n\nmore\n\n- ## C\n\nmore", ["A 1–9", "  B 3–3 held", "  C 7–9"]),
  ])
  func structureHoldsNothing(text: String, sections: [String]) {
    #expect(Self.dump(text) == sections)
  }

  /// Every block is the heading of one section, or in one passage.
  @Test(arguments: [
    "text\n\n> ## A\n> text\n\ntext\n\n## B\n\n- x\n\n  > ### C\n\n  y\n\n### D\n\nz\n",
    "<details>\n\n# A\n\n> # B\n\n## C\n\n</details>\n\ntext\n\n- # D\n- # E\n  text\n", "> # A\n",
    "",
  ])
  func nothingIsLostOrTwice(text: String) {
    let outline = Self.outline(text)
    let numbers =
      outline.opening.joined() + outline.sections.flatMap { $0.own.joined() }
      + outline.sections.map(\.heading)
    #expect(numbers.sorted() == Array(outline.blocks.indices))
    for section in outline.sections {
      let own = section.own.joined()
      #expect(own.allSatisfy(section.inner.contains))
      #expect(section.parent.map { outline.sections[$0].end >= section.end } ?? true)
    }
  }

  @Test func sectionsAreFoundByLine() {
    let outline = Self.outline("# A\n\n> ## B\n\n## C\n")
    #expect(
      (0...7).map { outline.section(atLine: $0)?.level } == [nil, 1, nil, 2, nil, 2, nil, nil])
  }
}
