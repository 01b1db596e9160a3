import Checklist
import Content
import Diagnostics
import Files
import Foundation
import Incidents
import Learning
import Pipeline
import Testing
internal import Vocabulary

/// The incidents of a log in the library of a content.
struct LogContentTests {
  private func content(_ files: [String: String]) async throws -> CheckedContent {
    let bytes = files.map { ("content/\($0)", Array($1.utf8)) }
    let source = FileSource.memory(Dictionary(uniqueKeysWithValues: bytes))
    return try await Build(content: "content", files: source).checked()
  }

  private static let pool = "## 2026-01-10 Pool full\n\n**Severity:** P1\n\n### Impact\n\nall\n\n"
  private static let disk = "## 2026-02-03 Disk full\n\n**Severity:** P3\n\n### Impact\n\nnone\n\n"
  private static let log = "# Log\n\n\(pool)\(disk)"

  @Test func eachIsAnIncidentOfTheLibrary() async throws {
    let library = try await content(["incidents/log.md": Self.log]).library
    #expect(library.incidents.map(\.pageName) == ["2026-02-03-disk-full", "2026-01-10-pool-full"])
    #expect(library.incidents.map(\.severity) == [.p3, .p1])
    #expect(
      library.incidents.map { $0.document.name } == [
        "content/incidents/log.md:11", "content/incidents/log.md:3",
      ])
    #expect(library.pages.count == 1)
  }

  @Test(arguments: [
    ("log.md", "2026-01-10-pool-full"), ("log.md#2026-02-03-disk-full", "2026-02-03-disk-full"),
    ("log.md#impact-1", "2026-02-03-disk-full"), ("log.md#log", "2026-01-10-pool-full"),
    ("log.md#nothing", "2026-01-10-pool-full"),
  ])
  func aLinkLeadsToTheIncidentThatHasItsHeading(link: String, name: String) async throws {
    let library = try await content(["incidents/log.md": Self.log]).library
    let target = library.links.target(of: link, from: "content/incidents/other.md")
    guard case .page(.incident(let index, false), "content/incidents/log.md", _) = target else {
      Issue.record("\(target)")
      return
    }
    #expect(library.incidents[index].pageName == name)
  }

  @Test func aHeadingInALogIsOnThePageOfItsIncident() async throws {
    let library = try await content(["incidents/log.md": Self.log]).library
    let path = "content/incidents/log.md"
    #expect(
      library.links.target(of: "#impact-1", from: path)
        == .page(.incident(0, isTimeline: false), path: path, anchor: "impact-1"))
    #expect(library.links.target(of: "#log", from: path) == .heading("log"))
  }

  @Test func linksAreThoseOfThePart() async throws {
    let linked = "# Log\n\n\(Self.pool)[a](a.txt)\n\n\(Self.disk)[b](b.txt) [r](../runbooks/r.md)\n"
    let library = try await content([
      "incidents/log.md": linked, "incidents/a.txt": "a", "incidents/b.txt": "b",
      "runbooks/r.md": "# R\n",
    ]).library
    let links = library.incidents.map { library.links(of: $0).flatMap(\.links).map(\.destination) }
    #expect(links == [["b.txt", "../runbooks/r.md"], ["a.txt"]])
    #expect(library.uses == [[0]])
  }

  /// A file in a footnote belongs to each incident that refers to the note.
  @Test func linksOfAFootnoteAreThoseOfItsUsers() async throws {
    let notes = "# Notes\n\n[^n]: See [a](a.txt).\n\n    ![b](b.png)\n"
    let library = try await content([
      "incidents/log.md": "# Log\n\n\(Self.pool)A.[^n]\n\n\(Self.disk)\(notes)",
      "incidents/a.txt": "a", "incidents/b.png": "b",
    ]).library
    let links = library.incidents.map { library.links(of: $0).flatMap(\.links).map(\.destination) }
    #expect(links == [[], ["a.txt", "b.png"]])
  }

  /// A heading outside the incidents is on no page, so a link to it from a page leads nowhere.
  @Test func aLinkToNoPageIsTold() async throws {
    let about = "# About\n\n[pool](#2026-01-10-pool-full) [us](#about)\n"
    let content = try await content([
      "incidents/log.md":
        "# Log\n\n[about](#about)\n\n\(Self.pool)[a](#about) [b](#disk).[^n]\n\n\(Self.disk)"
        + "[c](#impact)\n\n\(about)\n[^n]: See [the log](#log).\n"
    ])
    let found = content.judgement.findings.filter { $0.code == "BS051" }
    #expect(
      found.map(\.message) == [
        "'#about' points to text on no page: the heading is outside the incidents of the file",
        "'#disk' points to a missing heading: this page has no '#disk'",
        "'#log' points to text on no page: the heading is outside the incidents of the file",
      ])
    #expect(found.first?.range?.lowerBound.line == 13)
  }

  /// One id in two incidents, and one title on one day.
  @Test(arguments: [
    (
      "## incident-2026-01-10-001 A", "## incident-2026-01-10-001 B", "incident-2026-01-10-001",
      "next number"
    ),
    ("## 2026-01-10 A", "## 2026-01-10 A", "2026-01-10-a", "another title"),
  ])
  func namesThatAreTakenAreFound(first: String, second: String, name: String, help: String)
    async throws
  {
    let text = "# Log\n\n\(first)\n\n### Impact\n\nx\n\n\(second)\n\n### Impact\n\ny\n"
    let content = try await content(["incidents/log.md": text])
    let found = content.judgement.findings.filter { $0.code == "BS053" }
    #expect(found.map(\.message) == ["'\(name)' is already the name of content/incidents/log.md:3"])
    #expect(found.first?.range?.lowerBound.line == 9)
    #expect(found.first?.help?.contains(help) == true)
    #expect(Set(content.library.incidents.map(\.pageName)).count == 2)
  }

  @Test func levelsAndCountsAreThoseOfThePart() async throws {
    let settings = "checklist: {PM002: {P3: off, default: error}}\n"
    let content = try await content(["incidents/log.md": Self.log, "site.yml": settings])
    let causes = content.judgement.findings.filter { $0.code == "PM002" }
    #expect(causes.map { $0.range?.lowerBound.line } == [3])
    let errors = content.judgement.findings.filter { $0.level == .error }
    let counts = content.library.incidents.map {
      content.judgement.errors[$0].count
    }
    #expect(
      counts == [
        errors.count { ($0.range?.lowerBound.line ?? 0) > 10 },
        errors.count { ($0.range?.lowerBound.line ?? 99) < 11 },
      ])
    #expect(counts[1] > 0)
  }

  @Test func whatIsWrongWithTheFileIsToldOnce() async throws {
    let front = "---\nservices: [mial]\nrunbooks: [gone.md]\n---\n"
    let content = try await content([
      "incidents/log.md": front + Self.log, "site.yml": "services: {mail: Mail}\n",
    ])
    let codes = content.judgement.findings.filter { ($0.range?.lowerBound.line ?? 0) < 5 }.map(
      \.code)
    #expect(codes == ["BS056", "BS050"])
  }

  @Test(arguments: [
    ("Newest first.\n\n", "", "text outside the incidents is shown on no page"),
    (
      "Newest first.\n\n", "## Words\n\nPool: x.\n",
      "text outside the incidents is shown on no page: lines 3, 23"
    ),
    ("", "", nil as String?),
  ])
  func lostTextIsTold(before: String, after: String, message: String?) async throws {
    let content = try await content([
      "incidents/log.md": "# Log\n\n\(before)\(Self.pool)\(Self.disk)\(after)"
    ])
    let found = content.judgement.findings.filter { $0.code == "PM013" }
    #expect(found.filter { $0.level == .warning }.map(\.message) == [message].compactMap(\.self))
    #expect(found.count { $0.level == .note } == 1)
  }

  @Test func aFixOfALogIsMadeOnce() async throws {
    let files = [
      "content/incidents/log.md": Array(Self.log.replacing("### Impact", with: "### impact").utf8)
    ]
    let source = FileSource.memory(files)
    let fixed = try await Build(content: "content", files: source).fixed(by: Fix.all)
    let text = fixed.map { String(decoding: $0.after, as: UTF8.self) }
    #expect(text == [Self.log])
    #expect(fixed.map(\.edits) == [2])
  }
}
