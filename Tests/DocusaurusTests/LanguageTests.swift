import Testing

@testable import Docusaurus

/// A text in another language than the site's stands in an element that says so.
struct LanguageTests {
  private func around(_ text: String, _ language: String?) -> String {
    String(
      decoding: LanguageElement.around(Array(text.utf8), in: language, usual: "en"), as: UTF8.self)
  }

  @Test(arguments: [
    ("Eins.\n", "<div lang=\"de\">\n\nEins.\n\n</div>\n\n"),
    (
      "Eins.\n\n<!-- truncate -->\n\nZwei.\n",
      "<div lang=\"de\">\n\nEins.\n\n</div>\n\n<!-- truncate -->\n\n<div lang=\"de\">\n\nZwei.\n\n</div>\n\n"
    ),
    (
      "\n<!-- truncate -->\n\nZwei.\n",
      "\n<!-- truncate -->\n\n<div lang=\"de\">\n\nZwei.\n\n</div>\n\n"
    ),
    ("", ""),
  ])
  func isStated(text: String, expected: String) { #expect(around(text, "de") == expected) }

  @Test func thatOfTheSiteIsNot() {
    #expect(around("One.\n", nil) == "One.\n")
    #expect(around("One.\n", "en") == "One.\n")
  }

  @Test(arguments: ["review.md", "review.mdx"])
  func aPostStatesIt(name: String) async throws {
    let site = try await SampleSite([
      "incidents/2026-01-10-x/\(name)": """
      ---
      date: 2026-01-10
      ---
      # Сервер не отвечает

      ## Summary

      Диск был переполнен с утра.

      ## Timeline

      - 10:05 UTC - Диск переполнен
      """
    ])
    let path = try #require(site.paths.first { $0.hasPrefix("blog/2026") })
    let post = try #require(try site.text(path))
    #expect(post.ranges(of: "<div lang=\"und-Cyrl\">").count == 2)
    #expect(post.ranges(of: "</div>").count == 2)
  }
}
