import Diagnostics
import Files
import Learning
import Pipeline
import Runbooks
import TestSupport
import Testing

/// One file of the content gets the verdict that the whole check gives it, and costs less.
struct PartialLoadTests {
  private static let files: [String: String] = [
    "content/site.yml": "services:\n  api: {name: API, description: x}\n",
    "content/incidents/2026-01-10-pool.md": """
    ---
    severity: P1
    ---
    # Pool

    See [the cache](2026-02-11-cache.md#fix), [no part](2026-02-11-cache.md#gone),
    [the folder](incident-2026-03-12-001), [its times](incident-2026-03-12-001/timeline.md),
    [a runbook](../runbooks/alerts/PoolFull.md#check), [nothing](2026-02-12.md),
    ![a graph](pool.svg) and [outside](../../README.md).
    """,
    "content/incidents/pool.svg": "<svg/>",
    "content/incidents/2026-02-11-cache.md":
      "---\nseverity: P2\n---\n# Cache\n\n## Fix\n\n[back](2026-01-10-pool.md#pool)\n",
    "content/incidents/2026-04-01-late.md": "---\nreviewed: 2026-04-20\n---\n# Late\n",
    "content/incidents/incident-2026-03-12-001/review.md": "# Queue\n\n## Root cause\n\nTBD\n",
    "content/incidents/incident-2026-03-12-001/timeline.md": "- 10:20 - a\n- 10:05 - b\n",
    "content/runbooks/incident-response.md":
      """
    # Incident response

    ## Response policy

    | Step | Window |
    | --- | --- |
    | Acknowledge | within 7 minutes |

    ## Phase 1: Acknowledge (0-7 minutes)

    1. Acknowledge

    ## Phase 2: Investigate (7-15 minutes)

    1. Look

    """,
    "content/runbooks/alerts/PoolFull.md": "# PoolFull\n\n## Check\n\n[x](gone.md)\n",
  ]

  private func content(
    _ pages: Set<String>?, of files: [String: String] = files
  ) async throws -> CheckedContent {
    let source = FileSource.memory(files.mapValues { Array($0.utf8) })
    return try await Build(content: "content", paths: pages?.sorted() ?? [], files: source)
      .checked()
  }

  @Test(arguments: files.keys.filter { $0.hasSuffix(".md") }.sorted())
  func isTheVerdictOfTheWhole(path: String) async throws {
    let whole = try await content(nil)
    let part = try await content([path])
    let expected = whole.judgement.findings.filter { $0.path == path }
    #expect(part.judgement.findings.filter { $0.path == path } == expected)
    #expect(part.library.today == whole.library.today)
    #expect(whole.library.policy != ResponsePolicy())
    #expect(part.library.policy == whole.library.policy)
    #expect(part.library.process?.path == "content/runbooks/incident-response.md")
    #expect(path.hasSuffix("late.md") || path.contains("runbooks") || !expected.isEmpty)
  }

  /// Of many pages only those that are needed are read.
  @Test func readsWhatIsNeeded() async throws {
    var files = Self.files
    for day in 10...28 { files["content/incidents/2025-01-\(day)-old.md"] = "# Old\n" }
    let whole = try await content(nil, of: files)
    #expect(whole.library.pages.count == 26)
    let part = try await content(["content/incidents/2026-02-11-cache.md"], of: files)
    #expect(part.library.pages.count < 9)
    #expect(part.library.pages.keys.contains("content/incidents/2026-01-10-pool.md"))
    #expect(!part.library.pages.keys.contains("content/runbooks/alerts/PoolFull.md"))
  }
}
