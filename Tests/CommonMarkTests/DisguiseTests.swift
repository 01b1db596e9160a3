import CommonMark
import Diagnostics
import TestSupport
import Testing

/// Characters that do not show, in code and links (7).
struct DisguiseTests {
  @Test(arguments: [
    ("Run `rm⟦\u{200B}⟧ -rf x` now.\n", "code"), ("```sh\nkubectl⟦\u{202E}⟧ get\n```\n", "code"),
    ("    restart⟦\u{2066}⟧ relay\n", "code"), ("- a\n\n  ```\n  x⟦\u{FEFF}⟧y\n  ```\n", "code"),
    ("[log](https://x.example/a⟦\u{200B}⟧b)\n", "an address"),
    ("<https://x.example/⟦\u{202E}⟧b>\n", "an address"),
    ("See https://x.example/a⟦\u{200D}⟧b now.\n", "an address"),
    ("[rea⟦\u{202E}⟧d](https://x.example)\n", "a link"),
    ("![gra⟦\u{2067}⟧ph](graph.png)\n", "a link"), ("[a](fi⟦\u{200B}⟧le.md)\n", "an address"),
    ("# A ⟦\u{202E}⟧title\n", "a heading"), ("---\ntitle: \"a⟦\u{202B}⟧b\"\n---\n", "front matter"),
    ("[a]: https://x.example/⟦\u{200B}⟧b\n\n[a]\n", "an address"),
  ])
  func areFoundAndShown(text: String, holder: String) {
    let marked = MarkedText(text)
    let document = MarkdownDocument(parsing: SourceFile(path: "a.md", text: marked.text))
    let findings = document.diagnostics.filter { $0.code == "BS086" }
    #expect(findings.map(\.range) == marked.ranges)
    #expect(findings.allSatisfy { $0.message.contains(" in \(holder) does not show") })
    #expect(findings.allSatisfy { $0.message.hasPrefix("U+") && $0.level == .warning })
    let html = String(decoding: document.html(), as: UTF8.self)
    for scalar in marked.text.unicodeScalars where scalar.value > 0x2000 {
      #expect(!html.unicodeScalars.contains(scalar), "\(html)")
      #expect(!String(decoding: document.file.bytes, as: UTF8.self).unicodeScalars.contains(scalar))
    }
    #expect(document.file.bytes.count == marked.text.utf8.count)
  }

  @Test(arguments: [
    "A family 👩\u{200D}👩\u{200D}👧 was affected.\n", "`👩\u{200D}💻` wrote it.\n",
    "He said \u{2067}שלום\u{2069} twice.\n",
    "Zero\u{200B}width in prose.\n", "می\u{200C}خواهم\n", "# שלום\u{200F}!\n",
    "```\nשלום\u{200F}!\n```\n",
    "(a\u{200B}b) [c] d\n", "\u{FEFF}# A `code`\n",
  ])
  func areLeftInProse(text: String) {
    let document = MarkdownDocument(parsing: SourceFile(path: "a.md", text: text))
    #expect(document.diagnostics.filter { $0.code == "BS086" } == [])
    #expect(document.file.bytes == Array(text.utf8))
  }
}
