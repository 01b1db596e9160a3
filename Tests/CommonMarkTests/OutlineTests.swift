import CommonMark
import Diagnostics
import Testing

/// Where sections begin and end.
struct OutlineTests {
  private static func outline(_ text: String) -> Outline {
    let document = MarkdownDocument(parsing: SourceFile(path: "a.md", text: text))
    return Outline(of: document.blocks, end: document.file.lineCount + 1)
  }

  /// A line per section: how deep it lies, its heading, its lines, and whether a container holds it.
  private static func dump(_ text: String) -> [String] {
    let outline = outline(text)
    return outline.sections.map { section in
      var depth = 0
      var next = section.parent
      while let parent = next {
        depth += 1
        next = outline.sections[parent].parent
      }
      let lines = "\(section.lines.lowerBound)..<\(section.lines.upperBound)"
      return String(repeating: "  ", count: depth) + outline.blocks[section.heading].text
        + " \(lines)" + (section.isHeld ? " held" : "")
    }
  }

  @Test(arguments: [
    ("text\n", []),
    ("# A\n\n## B\n\ntext\n\n### C\n\n## D\n", ["A 1..<9", "  B 3..<9", "    C 7..<9", "  D 9..<9"]),
    ("## A\n\n# B\n\n### C\n", ["A 1..<3", "B 3..<6", "  C 5..<6"]),
    ("A\n=\n\nB\n-\n\ntext\n", ["A 1..<8", "  B 4..<8"]),
  ])
  func headingsEndEachOther(text: String, expected: [String]) {
    let expected = expected.map { $0.replacing("9..<9", with: "9..<10") }
    #expect(Self.dump(text) == expected.map { $0.replacing("..<9", with: "..<9") })
  }
}
