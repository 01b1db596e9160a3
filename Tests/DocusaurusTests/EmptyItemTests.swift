import Diagnostics
import Testing

/// Docusaurus' parser does not let an empty item end a paragraph where cmark does.
struct EmptyItemTests {
  private func markdown(_ text: String) -> String {
    let file = SourceFile(path: "review.md", text: text + "\n")
    return String(decoding: StandaloneBody.markdown(of: file), as: UTF8.self)
  }

  @Test(arguments: [
    ("text\n* *", "text\n\n* *\n"), ("text\n1. *", "text\n\n1. *\n"),
    ("text\n1) 1)", "text\n\n1) 1)\n"), ("text\n> -", "text\n\n> -\n"),
    ("text\n> > *", "text\n\n> > *\n"), ("text\n* * \n  b", "text\n\n* * \n  b\n"),
    ("> text\n> * *", "> text\n>\n> * *\n"), ("- a\n  * *", "- a\n\n  * *\n"),
    (
      "text\n* [1]: https://a.example\n\n[x][1]", "text\n\n* \n\n[x](https://a.example)\n"
    ),
    (
      "[x][1]\n1. [1]: https://a.example\n2. b",
      "[x](https://a.example)\n\n1. \n2. b\n"
    ),
    (
      "- [x][1]\n  * [1]: https://a.example", "- [x](https://a.example)\n\n  * \n"
    ),
  ])
  func anEmptyItemStartsAList(text: String, expected: String) {
    #expect(markdown(text) == expected)
  }

  /// Both parsers agree on these.
  @Test(arguments: [
    "text\n*", "text\n* a", "text\n- 42", "- a\n* *", "- a\n- *", "> text\n* *", "## h\n* *",
    "text\n\n* *", "text\n- ```\n  ```", "* - a\n- b",
  ])
  func othersStayAsTheyAre(text: String) { #expect(markdown(text) == text + "\n") }
}
