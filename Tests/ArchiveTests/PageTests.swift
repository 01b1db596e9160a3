import Foundation
import Incidents
import Learning
import Publishing
import TestSupport
import Testing

@testable import Archive

@Suite struct PageTests {
  private static let incident =
    "incidents/incident-2026-02-03-001-mail-held-back-lost/index.html"

  @Test func incidentPage() async throws {
    let archive = try await SampleArchive(SampleContent.all)
    try expectGolden(try archive.main(Self.incident), "incident.html")
  }

  @Test(arguments: [
    "index.html", "decide/is-it-the-queue/index.html", "communicate/index.html",
    "runbooks/alerts/MailQueueGrows/index.html", "services/mail/index.html", "actions/index.html",
    "rules/index.html",
  ])
  func pageOfItsKind(path: String) async throws {
    let archive = try await SampleArchive(SampleContent.all)
    let name = path.split(separator: "/").dropLast().joined(separator: "-")
    try expectGolden(try archive.main(path), "\(name.isEmpty ? "home" : name).html")
  }

  /// A window that no runbook of the team states is shown as build-site's, and nothing is "in time".
  @Test(arguments: [
    ("", "Reviewed within 2 days", true), ("within 48 hours", "Reviewed within 2 days", false),
    ("within 12 hours", "Reviewed within 12 h", false),
    ("when there is time", "Reviewed within 2 days", true),
  ])
  func theDefaultIsNotTheTeams(window: String, heading: String, isOurs: Bool) async throws {
    var documents = SampleContent.all
    let path = "runbooks/incident-response.md"
    let row = "## Response policy\n\n| Step | Window |\n| --- | --- |\n| Review | \(window) |\n"
    documents[path] = try #require(documents[path]) + (window.isEmpty ? "" : row)
    let archive = try await SampleArchive(documents)
    let home = try archive.main("index.html")
    #expect(home.contains(">\(heading)</h2>"))
    #expect(home.contains("The window is build-site’s own default.") == isOurs)
    let isInTime = !isOurs && window != "within 12 hours"
    #expect(try archive.main(Self.incident).contains("later, in time") == isInTime)
  }

  @Test func everyLinkArrives() async throws {
    let archive = try await SampleArchive(SampleContent.all)
    let site = try LinkedPages(of: archive)
    #expect(site.count > 20)
    #expect(site.problems == [])
  }

  @Test func pagesNeedNoInlineCode() async throws {
    let archive = try await SampleArchive(SampleContent.all)
    for path in archive.paths.sorted() where path.hasSuffix(".html") {
      let text = try archive.text(path)
      #expect(!text.contains("<style") && !text.contains(" style="), "\(path)")
      #expect(!text.contains("<script>") && !text.contains(" onclick"), "\(path)")
      #expect(!text.contains("src=\"http"), "\(path)")
      #expect(text.components(separatedBy: "<h1").count == 2, "\(path)")
      #expect(text.contains("<html lang=\"en\""), "\(path)")
    }
  }

  @Test func aTitleIsNeverMarkup() async throws {
    let archive = try await SampleArchive(SampleContent.all)
    for path in archive.paths.sorted() where path.hasSuffix(".html") {
      #expect(!(try archive.text(path)).contains("<held>"), "\(path)")
    }
    let main = try archive.main(Self.incident)
    #expect(main.contains("<h1>Mail &lt;held&gt; back &amp; &quot;lost&quot;</h1>"))
  }

  @Test func pagesStayWithinTheirBudget() async throws {
    let archive = try await SampleArchive(SampleContent.all)
    #expect(try archive.bytes("index.html").count < 60_000)
    #expect(try archive.bytes(Self.incident).count < 150_000)
    #expect(try archive.bytes("archive.css").count < 30_000)
    #expect(try archive.bytes("archive.js").count < 25_000)
  }

  @Test func theSameContentGivesTheSameBytes() async throws {
    let first = try await SampleArchive(SampleContent.all)
    let second = try await SampleArchive(SampleContent.all)
    #expect(first.files.map(\.path) == second.files.map(\.path))
    for path in first.paths { #expect(try first.bytes(path) == second.bytes(path), "\(path)") }
  }

  @Test func anEmptyLibraryHasItsPages() throws {
    let archive = try SampleArchive(
      of: Library(
        configuration: SiteConfiguration(), incidents: [], runbooks: [], pages: [], assets: [],
        root: "content/", today: nil))
    #expect(try LinkedPages(of: archive).problems == [])
    #expect(try archive.main("index.html").contains("No incidents yet"))
  }
}

@Suite struct GrowthTests {
  @Test func longListsAreCut() async throws {
    let archive = try await SampleArchive(SampleContent.reviews(450))
    #expect(archive.paths.contains("incidents/page-3.html"))
    #expect(!archive.paths.contains("incidents/page-4.html"))
    #expect(archive.paths.contains("services/mail/page-3.html"))
    let rows = ["page-1": 100, "page-2": 100, "page-3": 100, "index": 150]
    for (name, count) in rows {
      for folder in ["incidents", "services/mail"] {
        let text = try archive.text("\(folder)/\(name).html")
        #expect(text.components(separatedBy: "<td class=\"when\"").count - 1 == count)
      }
    }
    #expect(try LinkedPages(of: archive).problems == [])
  }

  @Test func noPageGrowsWithTheLibrary() async throws {
    let small = try await SampleArchive(SampleContent.reviews(1000))
    let large = try await SampleArchive(SampleContent.reviews(3000))
    let paths = [
      "index.html", "incidents/index.html", "services/mail/index.html", "actions/index.html",
      "insights/index.html", "search/index.html", "search/index.js", "severity/p0/index.html",
    ]
    for path in paths {
      let (before, after) = (try small.bytes(path).count, try large.bytes(path).count)
      #expect(after < before + before / 8 + 2_000, "\(path): \(before) then \(after)")
    }
  }

  @Test(arguments: [(0, 1), (1, 1), (199, 1), (200, 2), (299, 2), (300, 3)])
  func pages(count: Int, pages: Int) {
    let list = Pagination(count: count).pages
    #expect(list.pages == pages)
    #expect(list.numbers.flatMap { Array(list.items(ofPage: $0)) } == Array(0..<count))
    #expect(list.items(ofPage: pages).count < 200)
  }

  /// Full pages keep their items, counted from the oldest, and their names.
  @Test(arguments: [199, 250, 299]) func aNewItemChangesOnlyTheOpenPage(count: Int) {
    let before = Pagination(count: count)
    let after = Pagination(count: count + 1)
    for number in before.pages.numbers where !before.pages.isOpen(number) {
      let items = before.pages.items(ofPage: number)
      #expect(after.pages.items(ofPage: number) == items.lowerBound + 1..<items.upperBound + 1)
      #expect(after.name(ofPage: number) == before.name(ofPage: number))
    }
    #expect(after.pages.items(ofPage: after.pages.pages).lowerBound == 0)
  }
}
