import TestSupport
import Testing

@testable import Content

struct PathPatternTests {
  @Test(arguments: [
    ("*.old.md", "a/b.old.md", true), ("*.old.md", "a/b.md", false),
    ("drafts/", "a/drafts/x.md", true),
    ("drafts/", "a/drafts", false), ("drafts", "a/drafts/x.md", true), ("drafts", "drafts", true),
    ("/drafts", "a/drafts/x.md", false), ("/drafts", "drafts/x.md", true),
    ("a/*.md", "a/b.md", true),
    ("a/*.md", "a/c/b.md", false), ("a/**/b.md", "a/b.md", true), ("a/**/b.md", "a/c/d/b.md", true),
    ("**/b.md", "b.md", true), ("a/**", "a/x/y.md", true), ("a/**", "b/x.md", false),
    ("a?c.md", "abc.md", true), ("a?c.md", "a/c.md", false), ("*", "x.md", true),
    ("a*b*c", "aXbYc", true),
    ("a*b*c", "aXbY", false), ("./a/b", "a/b/c.md", true), ("a/b/", "a/b", false),
    ("a/b/", "a/b/c", true),
  ])
  func matches(pattern: String, path: String, expected: Bool) throws {
    #expect(try #require(PathPattern(pattern)).matches(path) == expected)
  }

  @Test(arguments: ["", "/", "./"]) func isNone(pattern: String) {
    #expect(PathPattern(pattern) == nil)
  }

  /// Many stars are no danger.
  @Test(.timeLimit(.minutes(1))) func isQuick() throws {
    let pattern = try #require(PathPattern(String(repeating: "*a", count: 200) + "b"))
    #expect(!pattern.matches(String(repeating: "a", count: 2_000)))
    let deep = try #require(PathPattern(String(repeating: "**/", count: 200) + "b"))
    #expect(!deep.matches(String(repeating: "a/", count: 500)))
  }
}
