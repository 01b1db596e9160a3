import CommonMark
import Diagnostics
import TestSupport
import Testing

/// The work on a page grows with its length, whatever an author writes again and again.
struct HostileTextTests {
  @Test(arguments: [
    "## a {#x}\n\n", "## a\n\n", "## a-1\n\n## a\n\n", "a\n---\n\n", "#\n", ":::\n", ":::note\n",
    ":::note\n\na\n\n:::\n\n", "> [!NOTE]\n> a\n\n", "<div>a</div>\n\n", "<details>\n\n", "[a](",
    "[", "[a](b) ", "a@b.example [c](d) ", "`a\nb` ", "`\n::: `\n", "<!-- truncate -->\n\n",
    ">\n\n",
    "{# `{#` ", "- a\n  :::\n",
  ])
  func pages(piece: String) {
    let work = growth(
      from: 8_000 / piece.utf8.count,
      input: { SourceFile(path: "x.md", text: String(repeating: piece, count: $0)) },
      work: { _ = StandaloneBody.markdown(of: $0) })
    #expect(work < 8)
  }
}
