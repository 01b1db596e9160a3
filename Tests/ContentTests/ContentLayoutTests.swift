import Diagnostics
import Files
import Testing

@testable import Content

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct ContentLayoutTests {
  private func layout(_ paths: [String], root: String = "content") -> ContentLayout {
    ContentLayout(paths.map { FoundFile(path: $0, kind: .file) }, root: root)
  }

  @Test(arguments: [
    ("runbooks/caf\u{E9}.md", "runbooks/cafe\u{301}.md"),
    ("incidents/caf\u{E9}/p.png", "incidents/cafe\u{301}/p.png"),
  ])
  func pathsThatDifferInTheirAccentsOnlyAreAnError(first: String, second: String) {
    let layout = layout([first, second])
    #expect(layout.diagnostics.map(\.code) == ["BS061"])
    #expect(
      layout.diagnostics.map(\.path).map { Array($0.utf8) } == [Array("content/\(second)".utf8)])
    #expect(layout.incidents.count + layout.runbooks.count + layout.assets.count == 1)
    #expect(self.layout([first, "runbooks/Caf\u{E9}.md"]).diagnostics.isEmpty)
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
    #expect(
      layout.runbooks == [
        .runbook("content/runbooks/alerts/HostDown.md"), .runbook("content/runbooks/README.md"),
      ])
    #expect(layout.site == "content/site.yml")
    #expect(layout.assets.contains("content/incidents/incident-2026-01-10-001/pool.svg"))
    #expect(layout.leftOut == [LeftOutFile(path: "content/notes/plan.md", reason: .elsewhere)])
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
    #expect(
      layout.runbooks == [
        .runbook("content/runbooks/README.mdx"), .runbook("content/runbooks/alerts/HostDown.mdx"),
      ])
    #expect(layout.diagnostics.isEmpty)
  }

  @Test(arguments: [
    "template.md", "TEMPLATE.md", "_template.md", "templates/a.md", "_templates/a.md", "_draft.md",
    "_old/2026/a.md", "incident-template.md", "postmortem_template.mdx", "ISSUE_TEMPLATE/a.md",
  ])
  func templatesAreSetAside(name: String) {
    for folder in ["incidents", "runbooks"] {
      let layout = layout(["\(folder)/\(name)", "incidents/2026-02-01-pool.md"])
      #expect(
        (layout.incidents + layout.runbooks).flatMap(\.paths)
          == ["content/incidents/2026-02-01-pool.md"])
      #expect(
        layout.leftOut
          == [LeftOutFile(path: "content/\(folder)/\(name)", reason: .template)])
    }
  }

  @Test(arguments: [
    "template-engine-down.md", "2026-02-01-broken-template.md", "_posts/2026-02-01-pool.md",
    "a_b/pool.md",
  ])
  func otherNamesAreNot(name: String) {
    let layout = layout([name])
    #expect(layout.incidents.flatMap(\.paths) == ["content/\(name)"])
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

  /// Where a file is, and what it is taken for; `-` for nothing.
  @Test(arguments: [
    ("incidents/a.MD", "incident"), ("incidents/A.markdown", "incident"),
    ("incidents/a.Mdown", "incident"), ("incidents/a.txt", ""), ("postmortems/x.md", "incident"),
    ("Post-Mortems/2026/x.md", "incident"), ("incident-reviews/x.md", "incident"),
    ("x.md", "incident"), ("README.md", "about its folder"), ("notes/x.md", "elsewhere"),
    ("team/runbooks/x.md", "runbook"), ("aws-runbooks/x.md", "runbook"),
    ("runbooks/README.md", "runbook"), ("runbooks/aws/readme.MD", "runbook"),
    ("runbooks/aws/_index.md", "runbook"), ("runbooks/CONTRIBUTING.md", "about its folder"),
    ("incidents/README.md", "about its folder"), ("incidents/a/Review.MD", "incident"),
    ("incidents/a/timeline.markdown", "incident"),
  ])
  func isTakenFor(path: String, expected: String) {
    let layout = layout(["incidents/known.md", "runbooks/known.md", path])
    let known = layout.leftOut.first.map {
      $0.reason == .elsewhere ? "elsewhere" : $0.reason.rawValue
    }
    let role =
      layout.incidents.count == 2
      ? "incident" : layout.runbooks.count == 2 ? "runbook" : known ?? ""
    #expect(role == expected)
  }

  @Test func whatLiesInAnIncidentIsNoReview() {
    let layout = layout([
      "incidents/incident-2026-01-10-001/logs/deep.md",
      "incidents/incident-2026-01-10-001/logs/2026/deeper.md",
      "incidents/incident-2026-01-10-001/review.md",
      "incidents/incident-2026-01-10-001/sub/review.md",
      "incidents/2026/x.md", "incidents/timeline.md", "incidents/deep/y.md",
    ])
    #expect(
      layout.leftOut.map(\.path) == [
        "content/incidents/incident-2026-01-10-001/logs/2026/deeper.md",
        "content/incidents/incident-2026-01-10-001/logs/deep.md",
      ])
    #expect(layout.leftOut.allSatisfy { $0.reason == .attachment })
    #expect(layout.incidents.count == 5)
  }

  @Test func anIndexGoesBeforeAReadme() {
    let layout = layout(["runbooks/a/README.md", "runbooks/a/index.md"])
    #expect(layout.runbooks == [.runbook("content/runbooks/a/index.md")])
    #expect(layout.leftOut.map(\.reason) == [.secondFolderPage])
  }

  /// In a folder that is not the content of a site, everything was asked about.
  @Test func aFolderBesideRunbooksIsRead() {
    let found = ["notes/x.md", "runbooks/disk.md", "vendor/z.md"].map {
      FoundFile(path: $0, kind: .file)
    }
    #expect(ContentLayout(found, root: "docs", isProject: false).incidents.count == 2)
    #expect(ContentLayout(found, root: "docs").incidents.isEmpty)
  }

  @Test func aLinkIsReadWhenItIsAskedFor() {
    let found = [FoundFile(path: "incidents/link.md", kind: .link)]
    let layout = ContentLayout(found, root: "content", asked: ["content/incidents/link.md"])
    #expect(layout.incidents.count == 1)
    #expect(layout.diagnostics.isEmpty)
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
