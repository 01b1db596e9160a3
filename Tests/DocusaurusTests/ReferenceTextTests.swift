import Diagnostics
import Testing

/// Links with a label have their address where they stand, and their definitions are gone.
struct ReferenceTextTests {
  private func markdown(_ text: String) -> String {
    let file = SourceFile(path: "review.md", text: text + "\n")
    return String(decoding: StandaloneBody.markdown(of: file), as: UTF8.self)
  }

  @Test(arguments: [
    ("[a]: https://a.example\n\n[a]", "[a](https://a.example)\n"),
    ("- [a]: https://a.example\n\n[a]", "- \n\n[a](https://a.example)\n"),
    (
      "> [a]:\n> https://a.example\n> 'one\n> two'\n\n[a]",
      "> \n\n[a](https://a.example 'one two')\n"
    ),
    ("> [x\n> y]\n\n[X Y]: https://a.example", "> [x\n> y](https://a.example)\n\n\n"),
    ("[a]: https://a.example\n[A]: https://b.example\n\n[a]", "[a](https://a.example)\n"),
    ("[a]: https://a.example\n  'T'\ntext [a]", "text [a](https://a.example 'T')\n"),
    ("text\n[a]: https://a.example\n\n[a]", "text\n[a]\\: https://a.example\n\n[a]\n"),
    (
      "[a b]: https://a.example\n\n[A  B] and [a&#32;b]",
      "[A  B](https://a.example) and [a&#32;b]\n"
    ),
    ("[^a b]: https://a.example\n\n[^a b]", "[^a b](https://a.example)\n"),
    ("[ẞ]: https://a.example\n\n[SS]", "[SS](https://a.example)\n"),
  ])
  func links(_ text: String, _ expected: String) { #expect(markdown(text) == expected) }

  @Test(arguments: [
    ("| a |\n|---|\n| 1 | <b> |", "| a |\n|---|\n| 1 | \\<b> |\n"),
    ("> | a | b |\n> |---|---|\n> | <x> | 1 |", "> | a | b |\n> |---|---|\n> | \\<x> | 1 |\n"),
    (
      "- | a | b |\n  |---|---|\n  | `<x\\|y>` | <z> |",
      "- | a | b |\n  |---|---|\n  | `<x\\|y>` | \\<z> |\n"
    ),
    ("a | b\n--|--\n<x> | {y}", "a | b\n--|--\n\\<x> | {y}\n"),
    (
      "| a |\n|---|\n| [r] |\n\n[r]: https://a.example",
      "| a |\n|---|\n| [r](https://a.example) |\n\n\n"
    ),
  ])
  func cells(_ text: String, _ expected: String) { #expect(markdown(text) == expected) }
}
