import Content
import Diagnostics
import Files
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct ContentLayoutTests {
  private func layout(_ paths: [String], root: String = "content") -> ContentLayout {
    ContentLayout(paths.map { FoundFile(path: $0, kind: .file) }, root: root)
  }

  @Test func aFolderIsOneIncident() {
    let layout = layout([
      "incidents/incident-2026-01-10-001/pool.svg", "incidents/incident-2026-01-10-001/review.md",
      "incidents/incident-2026-01-10-001/timeline.md", "incidents/2026-02-01-cache.md",
      "runbooks/alerts/HostDown.md", "runbooks/README.md", "site.yml", "notes/plan.md",
    ])
    #expect(
      layout.incidents == [
        .incident(review: "content/incidents/2026-02-01-cache.md", timeline: nil, folder: nil),
        .incident(
          review: "content/incidents/incident-2026-01-10-001/review.md",
          timeline: "content/incidents/incident-2026-01-10-001/timeline.md",
          folder: "incident-2026-01-10-001"),
      ])
    #expect(layout.runbooks == [.runbook("content/runbooks/alerts/HostDown.md")])
    #expect(layout.site == "content/site.yml")
    #expect(layout.assets.contains("content/incidents/incident-2026-01-10-001/pool.svg"))
    #expect(layout.assets.contains("content/runbooks/README.md"))
    #expect(layout.diagnostics.isEmpty)
  }

  @Test func aFolderOfReviewsIsTakenAsItIs() {
    let layout = layout(
      ["2026/cache.md", "2026/queue.html.md.erb", "README.md", "img/a.png"], root: "reviews")
    #expect(
      layout.incidents.flatMap(\.paths) == [
        "reviews/2026/cache.md", "reviews/2026/queue.html.md.erb",
      ])
    #expect(layout.assets == ["reviews/README.md", "reviews/img/a.png"])
  }

  @Test func aThirdPageInAnIncidentsFolderIsReported() {
    let layout = layout([
      "incidents/incident-2026-01-10-001/notes.md", "incidents/incident-2026-01-10-001/review.md",
    ])
    #expect(layout.incidents.count == 1)
    #expect(layout.diagnostics.map(\.code) == ["BS060"])
  }

  @Test func aDocumentMayBeWrittenAsMDX() {
    let layout = layout([
      "incidents/incident-2026-01-10-001/review.mdx",
      "incidents/incident-2026-01-10-001/timeline.md", "incidents/2026-02-01-cache.mdx",
      "runbooks/README.mdx", "runbooks/alerts/HostDown.mdx",
    ])
    #expect(
      layout.incidents == [
        .incident(review: "content/incidents/2026-02-01-cache.mdx", timeline: nil, folder: nil),
        .incident(
          review: "content/incidents/incident-2026-01-10-001/review.mdx",
          timeline: "content/incidents/incident-2026-01-10-001/timeline.md",
          folder: "incident-2026-01-10-001"),
      ])
    #expect(layout.runbooks == [.runbook("content/runbooks/alerts/HostDown.mdx")])
    #expect(layout.diagnostics.isEmpty)
  }

  @Test(arguments: [
    "incidents/pool", "runbooks/HostDown", "incidents/incident-2026-01-10-001/review",
  ])
  func twoDocumentsOfOneNameAreReported(_ name: String) {
    let layout = layout(["\(name).md", "\(name).mdx"])
    #expect(layout.diagnostics.map(\.code) == ["BS061"])
    #expect(layout.diagnostics.map(\.path) == ["content/\(name).mdx"])
    #expect((layout.incidents + layout.runbooks).flatMap(\.paths) == ["content/\(name).md"])
  }

  @Test func whatCannotBeReadIsAFailureAndLinksAreFindings() {
    let layout = ContentLayout(
      [
        FoundFile(path: "incidents/a.md", kind: .link),
        FoundFile(path: "incidents/b", kind: .unreadable(errno: EIO)),
        FoundFile(path: "incidents/c", kind: .unreadable(errno: EACCES)),
      ], root: "content")
    #expect(layout.diagnostics.map(\.code) == ["BS009", "BS068"])
    #expect(layout.diagnostics.map(\.path) == ["content/incidents/a.md", "content/incidents/c"])
    #expect(layout.failures.map(\.path) == ["content/incidents/b"])
    #expect(layout.isEmpty)
  }

  @Test func whatIsNoRegularFileIsAFinding() {
    let layout = ContentLayout(
      [
        FoundFile(path: "incidents/a.md", kind: .other),
        FoundFile(path: "incidents/b.md", kind: .emptyFolder),
        FoundFile(path: "incidents/c", kind: .emptyFolder),
        FoundFile(path: "incidents/d.markdown/notes.txt", kind: .file),
        FoundFile(path: "incidents/e.md", kind: .file),
        FoundFile(path: "site.yml", kind: .other),
      ], root: "content")
    #expect(Set(layout.diagnostics.map(\.code)) == ["BS067"])
    #expect(
      layout.diagnostics.map(\.path).sorted() == [
        "content/incidents/a.md", "content/incidents/b.md", "content/incidents/d.markdown",
        "content/site.yml",
      ])
    #expect(layout.incidents.flatMap(\.paths) == ["content/incidents/e.md"])
  }
}
