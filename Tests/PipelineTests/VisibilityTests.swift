import Diagnostics
import Files
import Foundation
import Pipeline
import Publishing
import TestSupport
import Testing

/// Drafts are nowhere, and unlisted pages are in no list.
struct VisibilityTests {
  private static let word = "zanzibar"

  /// A site in which everything that may name a page names the hidden ones.
  private func texts(_ mark: String, timelineMark: String = "") throws -> Texts {
    let secret = """
      title: Secret \(Self.word)
      services: [\(Self.word)-service]
      tags: [\(Self.word)-tag]
      factors: [\(Self.word)-factor]
      authors: [\(Self.word)-author]
      """
    return try Texts([
      "content/site.yml": "title: Sample\n",
      "content/incidents/2026-01-10-pool.md": """
      ---
      date: 2026-01-10
      severity: P1
      repeats: incident-2026-02-02-001
      runbooks: [../runbooks/\(Self.word).md]
      ---
      # Pool full

      See [it](incident-2026-02-02-001/review.md), [runbook](../runbooks/\(Self.word).md#look),
      [old](2026-03-03-\(Self.word).md).
      """,
      "content/incidents/incident-2026-02-02-001/review.md": """
      ---
      \(mark)
      \(secret)
      severity: P0
      resolved: 2026-02-02 11:00 UTC
      runbooks: [../../runbooks/disk.md]
      ---
      # Secret \(Self.word)

      A [log](\(Self.word).log) and ![picture](\(Self.word).png) of \(Self.word).

      ## Lessons

      A \(Self.word) lesson.

      ## Action items

      - [ ] Remove \(Self.word) @\(Self.word) due 2026-02-03

      """,
      "content/incidents/incident-2026-02-02-001/timeline.md":
        "\(timelineMark)# Timeline\n\nAll times in UTC.\n\n- 10:00 - \(Self.word) broke\n",
      "content/incidents/incident-2026-02-02-001/\(Self.word).log": Self.word,
      "content/incidents/incident-2026-02-02-001/\(Self.word).png": Self.word,
      "content/incidents/2026-03-03-\(Self.word).md":
        "---\n\(mark)\ndate: 2026-03-03\n---\n# Third \(Self.word)\n\n## Lessons\n\nA \(Self.word).\n",
      "content/runbooks/disk.md": "# Disk\n\n1. Look\n",
      "content/runbooks/\(Self.word).md": """
      ---
      \(mark)
      services: [\(Self.word)-service]
      tags: [\(Self.word)]
      alert: \(Self.word)Full
      ---
      # \(Self.word)

      ## Look

      See `\(Self.word)`.

      ## Decision tree

      ```
      Is \(Self.word) down?
      ├─ YES → Restart it
      └─ NO → Wait
      ```
      """,
    ])
  }

  /// The files of the site that contain the word, in their path or in their text.
  private func files(of checked: CheckedContent, _ texts: Texts) throws -> [String] {
    try checked.plan.files.filter { file in
      let text = String(decoding: try file.render(from: texts.files), as: UTF8.self)
      return (file.path + text).lowercased().contains(Self.word)
    }.map(\.path)
  }

  /// The links of the page that is published lose their addresses; it says no more than its own words.
  private static let links = [
    "blog/2026-01-10-pool/index.md", "static/archive/incidents/2026-01-10-pool/index.html",
    "static/archive/incidents/2026-01-10-pool/index.md",
  ]

  @Test(arguments: [
    "draft: true", "draft: yes", "draft:", "Draft: true", "draft: true\nunlisted: true",
    "published: false", "draft: true\ndraft: true", "draft: true\n\tx: [",
  ])
  func aDraftIsNowhere(mark: String) async throws {
    let texts = try texts(mark)
    let checked = try await texts.checked(isWriting: true)
    #expect(try files(of: checked, texts) == [])
    #expect(checked.draftsLeftOut == 3)
    #expect(checked.judgement.incidents == 3)
    let page = try #require(try texts.text(Self.links[1], of: checked))
    #expect(page.contains("See it, runbook,"))
    let links = checked.judgement.findings.filter { $0.code == "BS033" }
    #expect(links.count == 4)
  }

  /// A site with drafts is byte for byte the site without their files.
  @Test func aDraftLeavesNoTrace() async throws {
    let with = try Texts([
      "content/incidents/2026-01-10-pool.md": review(),
      "content/incidents/2026-01-12-next.md": review("draft: true\nservices: [a]"),
      "content/runbooks/disk.md": "# Disk\n\n1. Look\n",
      "content/runbooks/new/disk.md": "---\ndraft: true\n---\n# Disk\n\n1. Look\n",
    ])
    let without = try Texts([
      "content/incidents/2026-01-10-pool.md": review(),
      "content/runbooks/disk.md": "# Disk\n\n1. Look\n",
    ])
    func bytes(_ texts: Texts) async throws -> [String: [UInt8]] {
      let files = try await texts.checked(isWriting: true).plan.files
      return try Dictionary(
        uniqueKeysWithValues: files.map { ($0.path, try $0.render(from: texts.files)) })
    }
    #expect(try await bytes(with) == bytes(without))
  }

  /// The mark of either document of an incident hides it.
  @Test func aTimelineHidesItsIncident() async throws {
    let texts = try texts("", timelineMark: "---\ndraft: true\n---\n")
    let checked = try await texts.checked(isWriting: true)
    #expect(checked.draftsLeftOut == 1)
    #expect(
      !checked.plan.files.contains { $0.path.contains("incident-2026-02-02-001") })
  }

  @Test func draftsAreBuiltOnRequest() async throws {
    let texts = try texts("draft: true")
    let checked = try await texts.checked(isWriting: true) { $0.withDrafts = true }
    #expect(checked.draftsLeftOut == 0)
    let post = try #require(
      checked.plan.files.first { $0.path.hasPrefix("blog/2026-02-02") }.map {
        String(decoding: try $0.render(from: texts.files), as: UTF8.self)
      })
    #expect(post.contains("**Draft:**"))
    #expect(!post.contains("draft: true"))
    let doc = try #require(try texts.text("docs/runbooks/\(Self.word).md", of: checked))
    #expect(doc.contains("**Draft:**"))
    let page = try #require(
      try texts.text("static/archive/runbooks/\(Self.word)/index.html", of: checked))
    #expect(page.contains("Draft: this page is not published"))
    #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
  }

  @Test func anUnlistedPageIsOnlyAtItsAddress() async throws {
    let texts = try texts("unlisted: true")
    let checked = try await texts.checked(isWriting: true)
    let own = try files(of: checked, texts).filter { !Self.links.contains($0) }
    let isOwn = own.allSatisfy { path in
      path.contains(Self.word) || path.contains("2026-02-02") || path == "blog/authors.yml"
    }
    #expect(isOwn, "\(own)")
    #expect(own.contains("docs/runbooks/\(Self.word).md"))
    for path in own where path.hasSuffix(".md") && !path.hasPrefix("static/archive/") {
      #expect(try texts.text(path, of: checked)?.contains("\nunlisted: true\n") == true, "\(path)")
    }
    for path in own where path.hasSuffix(".html") {
      #expect(try texts.text(path, of: checked)?.contains("content=\"noindex\"") == true, "\(path)")
    }
    let page = try #require(try texts.text(Self.links[1], of: checked))
    #expect(!page.contains("noindex"))
    #expect(page.contains("../../incidents/incident-2026-02-02-001-secret-zanzibar/index.html"))
  }

  @Test(arguments: [
    ("draft: true\nunlisted: true", ["BS032", "BS045"]), ("draft: maybe", ["BS032", "BS045"]),
    ("unlisted:", ["BS032", "BS045"]), ("draft: false\nunlisted: true", []),
    ("draft: TRUE", []),
  ])
  func isUnclear(mark: String, expected: [String]) async throws {
    let texts = try Texts([
      "content/incidents/2026-01-10-pool.md": review(mark),
      "content/runbooks/disk.md": "---\n\(mark)\n---\n# Disk\n\n1. Look\n",
    ])
    let found = try await texts.checked().judgement.findings
      .filter { ["BS032", "BS045"].contains($0.code) }
    #expect(found.map(\.code).sorted() == expected)
    #expect(found.allSatisfy { $0.level == .error })
  }
}
