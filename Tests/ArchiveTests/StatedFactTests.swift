import Foundation
import Incidents
import Learning
import TestSupport
import Testing

@testable import Archive

/// What a review states is shown, and what nobody filled in is not.
@Suite struct StatedFactTests {
  private static func archive(
    _ review: String, settings: String = "", process: String? = nil
  ) async throws -> SampleArchive {
    var documents = [
      "incidents/2026-02-03-mail.md":
        "---\ntitle: Mail held back\ndate: 2026-02-03\n\(settings)---\n\n\(review)\n"
    ]
    documents["runbooks/incident-response.md"] = process
    return try await SampleArchive(documents)
  }

  private static func page(_ review: String, settings: String = "") async throws -> String {
    try await archive(review, settings: settings).main("incidents/2026-02-03-mail/index.html")
  }

  @Test(arguments: [
    ("- Time to recovery: 25 minutes", "Time to recovery", "25 minutes"),
    ("- **Time to repair**: 0h 30m", "Time to repair", "0h 30m"),
    ("MTTR: 1h35m", "MTTR", "1h35m"),
    (
      "- **Time to resolve**: 7h (during support hours 10:00-17:00)", "Time to resolve",
      "7h (during support hours 10:00-17:00)"
    ),
    ("| Field | Value |\n|---|---|\n| Duration | ~2 hours |", "Duration", "~2 hours"),
  ])
  func statedLengths(text: String, label: String, value: String) async throws {
    let page = try await Self.page("## Summary\n\nMail waited.\n\n## Impact\n\n\(text)")
    #expect(page.contains("<dt>\(label)</dt><dd>\(value)<small>as stated</small></dd>"))
  }

  @Test(arguments: ["Time to recovery: ?", "Time to recovery: N/A", "MTTR: unknown"])
  func noLength(text: String) async throws {
    #expect(!(try await Self.page("## Summary\n\n\(text)")).contains("as stated"))
  }

  /// A length that the entries give as well is there once.
  @Test(arguments: [("40 minutes", false), ("42 minutes", false), ("3 hours", true)])
  func aLengthThatIsDerived(stated: String, isShown: Bool) async throws {
    let page = try await Self.page(
      "- Time to resolve: \(stated)\n\n## Timeline (UTC)\n\n- 10:05 - Impact starts\n- 10:45 - RESOLVED"
    )
    #expect(page.contains("<dt>Time to resolve</dt><dd>40 min</dd>"))
    #expect(page.contains("as stated") == isShown)
  }

  @Test func listsSayWhatIsStated() async throws {
    let archive = try await Self.archive("- Time to recovery: 90 minutes")
    let list = try archive.main("incidents/index.html")
    #expect(
      list.contains(
        "<td class=\"long\" data-sort=\"90\">1 h 30 min<br><span class=\"small soft\">as stated</span></td>"
      ))
  }

  @Test(arguments: [("", "none"), ("severity: High\n", "High"), ("severity: SEV-2\n", "SEV-2")])
  func theAuthorsSeverity(settings: String, word: String) async throws {
    let page = try await Self.page("## Summary\n\nMail waited.", settings: settings)
    #expect(page.contains(">\(word)</span>"))
  }

  @Test(arguments: [
    ("Watch the disk.", true, "Watch the disk."),
    ("Here is what we learned:", false, ""),
    ("Here is what we learned:\n\n- Watch the disk.", true, "Watch the disk."),
    ("TBD", false, ""),
    ("### What went well\n\n- The page.", false, ""),
    ("- Watch the disk:\n  it fills.", true, "Watch the disk: it fills."),
    ("| Lesson | Area |\n|---|---|\n| Watch it | Disk |", true, ""),
  ])
  func lessons(text: String, isShown: Bool, lesson: String) async throws {
    let archive = try await Self.archive(
      "## Summary\n\nMail waited.\n\n## Lessons learned\n\n\(text)")
    let page = try archive.main("incidents/2026-02-03-mail/index.html")
    #expect(page.contains("<section class=\"learn\"") == isShown)
    #expect(page.contains(">Lessons learned</h2>"))
    #expect(archive.library.incidents[0].lesson == lesson)
  }

  /// Nine points that nobody asked for are not shown.
  @Test func theChecklistIsThatOfAProcess() async throws {
    let review = "## Summary\n\nMail waited."
    #expect(!(try await Self.page(review)).contains("After the incident"))
    let archive = try await Self.archive(review, process: SampleContent.process)
    let page = try archive.main("incidents/2026-02-03-mail/index.html")
    #expect(page.contains("After the incident"))
  }

  @Test func columnsWithoutValuesAreLeftOut() async throws {
    let archive = try await Self.archive("## Action items\n\n- [x] Clean the spool")
    let page = try archive.main("incidents/2026-02-03-mail/index.html")
    #expect(page.contains(">State</th></tr>"))
    let list = try archive.main("incidents/index.html")
    for column in ["Services", "Impact", "Action items"] {
      #expect(!list.contains("<th scope=\"col\">\(column)</th>"), "\(column)")
    }
    #expect(list.contains("1 incident, newest first.</p>"))
    let home = try archive.main("index.html")
    #expect(!home.contains("Something is broken now") && !home.contains("overdue"))
    let full = try await SampleArchive(SampleContent.all)
    #expect(
      try full.main("actions/index.html").contains(
        "<th scope=\"col\">Owner</th><th scope=\"col\">Due</th>"))
    #expect(try full.main("incidents/index.html").contains("<th scope=\"col\">Services</th>"))
    #expect(try full.main("index.html").contains("Something is broken now"))
  }

  /// Tags that differ only in case, hyphens, blanks or underscores are one.
  @Test func spellingsOfATag() async throws {
    var documents: [String: String] = [:]
    for (number, tag) in ["Data base", "data-base", "data-base", "DATA_BASE", "other"].enumerated()
    {
      documents["incidents/2026-02-0\(number + 1)-a.md"] =
        "---\ntitle: Incident \(number)\ndate: 2026-02-0\(number + 1)\ntags: [\(tag)]\n---\n\nText.\n"
    }
    let archive = try await SampleArchive(documents)
    let list = try archive.main("tags/index.html")
    #expect(list.contains(">data-base</a></span><span class=\"num\">4</span>"))
    #expect(!list.contains("Data base") && !list.contains("DATA_BASE"))
    #expect(archive.paths.filter { $0.hasPrefix("tags/") }.count == 3)
    let page = try archive.main("incidents/2026-02-01-a/index.html")
    #expect(page.contains("href=\"../../tags/data-base/index.html\">data-base</a>"))
  }

  @Test(
    arguments: [
      ("| Field | Value |\n|---|---|\n| Incident ID | PM-2026-042 |", "PM-2026-042"),
      ("**Postmortem ID:** OUT-7", "OUT-7"), ("| ID | Owner |\n|---|---|\n| 7 | ada |", nil),
      ("Incident: two hosts", nil), ("Incident ID: to be given", nil),
    ] as [(String, String?)])
  func theAuthorsID(text: String, id: String?) async throws {
    let page = try await Self.page("\(text)\n\n## Summary\n\nMail waited.")
    let head = page.components(separatedBy: "<h1").first ?? ""
    #expect(head.contains("<code>") == (id != nil))
    if let id { #expect(head.contains("<code>\(id)</code>")) }
  }
}
