import Diagnostics
import Pipeline
import Publishing
import Testing

/// Old addresses lead to where their text is now.
struct RedirectTests {
  private func texts(_ redirects: String) throws -> Texts {
    try Texts([
      "content/redirects.yml": redirects,
      "content/incidents/2026-01-10-pool.md": review("title: Pool & \"more\""),
      "content/incidents/2026-01-12-new.md": review("draft: true"),
      "content/incidents/log.md":
        "# Log\n\n## 2026-02-01 First\n\n### Impact\n\nx\n\n## 2026-02-02 Second\n\n### Impact\n\ny\n",
      "content/runbooks/alerts/disk.md": "# Disk\n\n1. Look\n",
    ])
  }

  @Test(arguments: [
    (
      "/archive/incidents/old/: incidents/2026-01-10-pool.md",
      "static/archive/incidents/old/index.html", "../2026-01-10-pool/index.html"
    ),
    (
      "/archive/runbooks/disk/index.html: runbooks/alerts/disk.md",
      "static/archive/runbooks/disk/index.html", "../alerts/disk/index.html"
    ),
    (
      "/blog/2026/01/10/old: incidents/2026-01-10-pool.md",
      "static/blog/2026/01/10/old/index.html", "../pool/"
    ),
    (
      "/docs/runbooks/disk: /docs/runbooks/alerts/disk", "static/docs/runbooks/disk/index.html",
      "../alerts/disk/"
    ),
    (
      "/archive/runbooks/disk: /docs/runbooks/alerts/disk/",
      "static/archive/runbooks/disk/index.html", "../alerts/disk/index.html"
    ),
    (
      "/blog/2025/01/10/old: incidents/log.md#2026-02-02-second",
      "static/blog/2025/01/10/old/index.html", "../../../../2026/02/02/second/"
    ),
  ])
  func leads(line: String, path: String, address: String) async throws {
    let texts = try texts("# moved\n\(line)\n")
    let checked = try await texts.checked(isWriting: true)
    #expect(checked.judgement.findings.filter { $0.path.hasSuffix("redirects.yml") } == [])
    let page = try #require(try texts.text(path, of: checked))
    #expect(page.contains("<meta http-equiv=\"refresh\" content=\"0; url=\(address)\">"))
    #expect(page.contains("<link rel=\"canonical\" href=\"\(address)\">"))
    #expect(page.contains("<a href=\"\(address)\">"))
    #expect(!page.contains("<script"))
    if line.contains("2026-01-10-pool") {
      #expect(page.contains("<title>Moved: Pool &amp; &quot;more&quot;</title>"))
    }
  }

  @Test(arguments: [
    ("/blog/2026/01/10/old: incidents/2026-01-10-pol.md", ["BS036 2:23"]),
    ("/blog/2026/01/10/old: site.yml", ["BS036 2:23"]),
    ("/blog/2026/01/10/old: ../../etc/passwd", ["BS036 2:23"]),
    ("/blog/a: /blog/b\n/blog/b: incidents/2026-01-10-pool.md", ["BS037 2:10"]),
    ("/blog/a: /blog/b\n/blog/b: /blog/a", ["BS037 2:10", "BS037 3:10"]),
    ("/blog/a: /blog/a", ["BS037 2:10"]),
    ("/blog/2026/01/10/pool: runbooks/alerts/disk.md", ["BS038 2:1"]),
    ("/archive/incidents/2026-01-10-pool/index.html: runbooks/alerts/disk.md", ["BS038 2:1"]),
    (
      "/blog/a: incidents/2026-01-10-pool.md\n/blog/a/: incidents/2026-01-10-pool.md",
      ["BS038 3:1"]
    ),
    ("/archive/index.html: incidents/2026-01-10-pool.md", ["BS039 2:1"]),
    ("blog/a: incidents/2026-01-10-pool.md", ["BS039 2:1"]),
    ("/blog/../../a: incidents/2026-01-10-pool.md", ["BS039 2:1"]),
    ("/docs/learning: incidents/2026-01-10-pool.md", ["BS039 2:1"]),
    ("/blog/a:", ["BS017 2:9"]),
    ("- a", ["BS017 2:1"]),
  ])
  func isRefused(lines: String, expected: [String]) async throws {
    let texts = try texts("# moved\n\(lines)\n")
    let checked = try await texts.checked()
    let found = checked.judgement.findings.filter { $0.path.hasSuffix("redirects.yml") }
    let places = found.map {
      "\($0.code) \($0.range?.lowerBound.line ?? 0):\($0.range?.lowerBound.column ?? 0)"
    }
    #expect(places == expected)
    #expect(found.allSatisfy { $0.level == .error && $0.excerpt != nil && $0.help != nil })
    #expect(checked.plan.findings.isEmpty)
    #expect(!checked.plan.files.contains { $0.path.contains("..") })
  }

  @Test func aSlipIsNamed() async throws {
    let found = try await texts("/blog/a: incidents/2026-01-10-pol.md\n").checked().judgement
      .findings
    #expect(
      found.first { $0.code == "BS036" }?.help == "did you mean 'incidents/2026-01-10-pool.md'?")
  }

  /// A redirect does not tell that there is a draft.
  @Test func nothingLeadsToADraft() async throws {
    let texts = try texts("/blog/a: incidents/2026-01-12-new.md\n")
    let checked = try await texts.checked(isWriting: true)
    #expect(!checked.plan.files.contains { $0.path.hasPrefix("static/blog/a") })
  }
}
