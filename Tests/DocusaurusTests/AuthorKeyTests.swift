import Diagnostics
import Testing

@testable import Docusaurus

struct AuthorKeyTests {
  @Test(arguments: [
    ("draft: maybe", "\"draft\" must be a boolean"),
    ("keywords: []", "\"keywords\" does not contain 1 required value(s)"),
    ("keywords: a", "\"keywords\" must be an array"),
    ("title_meta: true", "\"title_meta\" must be a string"),
    ("image: 'a b.png'", "\"image\" does not look like a valid url (value='a b.png')"),
    ("toc_max_heading_level: 7", "\"toc_max_heading_level\" must be a number from 2 to 6"),
    ("draft: true\nunlisted: true", "Can't be draft and unlisted at the same time."),
    (
      "toc_min_heading_level: 4\ntoc_max_heading_level: 3",
      "must be less than or equal to ref:toc_max_heading_level"
    ),
  ])
  func refusesWhatStopsTheBuild(_ lines: String, _ message: String) async throws {
    let site = try await SampleSite([
      "incidents/2026-01-10-pool.md": "---\ntitle: Pool\n\(lines)\n---\n\nText.\n"
    ])
    let found = AuthorKeys.findings(in: site.library)
    #expect(found.map(\.code) == ["BS045"])
    #expect(found.first?.message.hasSuffix(message) == true)
    let key = try #require(found.first?.message.split(separator: "'").dropFirst().first)
    let post = try #require(try site.text("blog/2026-01-10-pool/index.md"))
    #expect(!post.contains("\n\(key):"))
  }

  @Test(arguments: [
    "hide_table_of_contents: 'true'", "keywords: [a, 7]", "title_meta: 2026",
    "toc_min_heading_level: 3",
  ])
  func handsOnWhatIsRight(_ line: String) async throws {
    let site = try await SampleSite([
      "incidents/2026-01-10-pool.md": "---\ntitle: Pool\n\(line)\n---\n\nText.\n"
    ])
    #expect(AuthorKeys.findings(in: site.library).isEmpty)
    let post = try #require(try site.text("blog/2026-01-10-pool/index.md"))
    #expect(post.contains("\n\(line.prefix { $0 != ":" }):"))
  }
}
