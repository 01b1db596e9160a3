import Files
import Testing

@testable import Starting

struct RepositorySurveyTests {
  private static let review = """
    # Pool full

    Date: 2026-01-10

    Severity: SEV-2

    ## Timeline

    - 10:05 - Errors rise

    ## Root cause

    A pool of ten.

    ## Action items

    - Watch the pool

    """
  private static let alert =
    "# HostDown\n\n## Meaning\n\nA.\n\n## Impact\n\nB.\n\n## Diagnosis\n\nC.\n\n## Mitigation\n\nD.\n"
  private static let page = "# Architecture\n\nThe parts, and how they talk.\n"

  private func survey(_ texts: [String: String]) throws -> RepositorySurvey {
    try RepositorySurvey(of: ".", in: .memory(texts.mapValues { Array($0.utf8) }))
  }

  @Test func foldersAreFoundByWhatTheirDocumentsSay() throws {
    let found = try survey([
      "docs/postmortems/2025/a.md": Self.review, "docs/postmortems/2026/b.md": Self.review,
      "docs/postmortems/README.md": Self.page, "docs/architecture.md": Self.page,
      "docs/setup.md": Self.page, "docs/style.md": Self.page, "ops/alerts/HostDown.md": Self.alert,
      "README.md": Self.page, "src/notes.md": Self.page,
    ])
    #expect(found.incidents == ["docs/postmortems"] && found.reviewCount == 2)
    #expect(found.runbooks == ["ops/alerts"] && found.runbookCount == 1)
    #expect(!found.hasPolicy)
  }

  @Test func anEmptyFolderHasNone() throws {
    let found = try survey(["README.md": Self.page])
    #expect(found.incidents == [] && found.runbooks == [] && found.looseReviews == [])
  }

  @Test func reviewsOutsideAnyFolderAreNamed() throws {
    let found = try survey(["pool.md": Self.review])
    #expect(found.incidents == [] && found.looseReviews == ["pool.md"])
  }
}

struct StartingScaleTests {
  @Test(
    arguments: [
      ([], ["P0", "P1", "P2", "P3"], false), (["P1", "P2"], ["P0", "P1", "P2", "P3"], true),
      (["SEV-1", "SEV-3"], ["SEV-1", "SEV-2", "SEV-3", "SEV-4"], true),
      (["SEV0", "SEV2"], ["SEV0", "SEV1", "SEV2", "SEV3"], true),
      (["P4", "P1"], ["P1", "P2", "P3", "P4"], true), (["S2"], ["S1", "S2", "S3", "S4"], true),
      (["Critical", "High"], ["P0", "P1", "P2", "P3"], false),
      (["SEV-1", "none", "high"], ["P0", "P1", "P2", "P3"], false),
      (["SEV-7"], ["P0", "P1", "P2", "P3"], false),
    ] as [([String], [String], Bool)])
  func isInTheWordsOfTheReviews(written: [String], names: [String], isKnown: Bool) {
    let scale = StartingScale(of: written)
    #expect(scale.names == names && scale.isKnown == isKnown)
  }
}

struct CodeHostTests {
  @Test(
    arguments: [
      ("git@github.com:team/name.git", "https://github.com/team/name"),
      ("https://github.com/team/name", "https://github.com/team/name"),
      ("https://user:token@gitlab.example.com/a/b/c.git", "https://gitlab.example.com/a/b/c"),
      ("ssh://git@git.example.com:2222/team/name.git", "https://git.example.com/team/name"),
      ("/srv/git/name.git", nil), ("../name", nil), ("https://example.com", nil),
      ("git@host:name", nil), ("https://x.example/a/b\"c", nil),
    ] as [(String, String?)])
  func theFrontPageOfARemote(remote: String, page: String?) {
    #expect(CodeHost.page(ofRemote: remote) == page)
  }
}

struct YAMLValueTests {
  @Test(arguments: [
    ("api", "api"), ("docs/post mortems", "docs/post mortems"), ("no", "\"no\""), ("", "\"\""),
    ("1", "\"1\""), ("a: b", "\"a: b\""), ("a \"b\" \\c", "\"a \\\"b\\\" \\\\c\""),
    ("a #b", "\"a #b\""),
    ("a\nb", "\"a b\""),
  ])
  func isReadBackAsItIs(text: String, value: String) {
    #expect(text.yamlValue == value)
  }
}
