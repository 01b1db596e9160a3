import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import Archive

/// The timeline of record: what the page of an incident says of the times of its entries.
@Suite struct TimelineListTests {
  /// The page of a review with a timeline below the given heading.
  private static func page(
    _ timeline: String, severity: String = "P2", heading: String = "## Timeline (UTC)",
    process: String? = nil
  ) async throws -> String {
    let review = """
      ---
      title: Mail held back
      date: 2026-02-03
      severity: \(severity)
      ---

      ## Summary

      Mail waited.

      \(heading)

      \(timeline)

      ## Root cause

      The disk was full.

      """
    var documents = ["incidents/2026-02-03-mail.md": review]
    documents["runbooks/incident-response.md"] = process
    return try await SampleArchive(documents).main("incidents/2026-02-03-mail/index.html")
  }

  private static let policy =
    SampleContent.process + """


      ## Response policy

      | Step | Window |
      | --- | --- |
      | Acknowledge | within 5 minutes |
      | Internal update | every 10 minutes |

      """

  @Test(arguments: [
    (0, "0"), (22, "+22 min"), (-3, "−3 min"), (60, "+1 h"), (89, "+1 h 29 min"),
    (1_440, "+24 h"), (11_462, "+7 d 23 h"), (11_700, "+8 d 3 h"), (-2_880, "−2 d"),
  ])
  func offsets(minutes: Int, words: String) { #expect(Wording.offset(minutes) == words) }

  @Test(arguments: [
    ("- 10:05 - Errors\n- 10:20 - Fixed", 0),
    ("- 2026-02-03 10:05 - Errors\n- 2026-02-04 10:20 - Fixed", 2),
    ("- 23:50 - Errors\n- 00:20 - Fixed", 2),
    ("- ??:?? - A leak\n- 2026-02-02 10:05 - Errors\n- 2026-02-03 10:20 - Fixed", 2),
    ("### 2026-02-03\n\n- 10:05 - Errors\n\n### 2026-02-04\n\n- 10:20 - Fixed", 2),
    ("| Time | Event |\n|---|---|\n| 2026-02-03 10:05 | Errors |\n| 2026-02-05 10:20 | Fixed |", 2),
    ("- 2026-02-03 10:05 - Errors\n- 10:10 - More\n- 2026-02-03 10:20 - Fixed", 0),
  ])
  func aHeadingForEachDay(timeline: String, count: Int) async throws {
    let page = try await Self.page(timeline)
    #expect(page.components(separatedBy: "<li class=\"beside\"><h3").count - 1 == count)
    #expect(page.contains("<time datetime=\"2026-02-03\">2026-02-03</time></h3>") == (count > 0))
  }

  @Test func theAuthorsWordsForADayStay() async throws {
    let page = try await Self.page(
      "### Tuesday, 3 February 2026\n\n- 10:05 - Errors\n\n### Wednesday, 4 February 2026\n\n- 10:20 - Fixed"
    )
    #expect(
      page.contains("2026-02-04</time> <span class=\"soft\">Wednesday, 4 February 2026</span></h3>")
    )
    #expect(!page.contains("The timeline as written"))
  }

  @Test(arguments: [
    ("- 10:05 - Error rate at 25%\n- 10:20 - Fixed", "the first entry"),
    ("- 10:05 - Users affected: impact starts\n- 10:20 - Fixed", "the start of the impact"),
  ])
  func whatOffsetsCountFrom(timeline: String, start: String) async throws {
    let page = try await Self.page(timeline)
    #expect(page.contains("The second column counts from \(start)."))
    #expect(page.contains("+15 min"))
  }

  /// The first time of a record with the last event first is at its end.
  @Test func newestFirst() async throws {
    let page = try await Self.page(
      "- 11:10 - Closed the ticket\n- 10:40 - Fewer errors\n- 10:20 - Looking\n- 10:05 - Errors")
    #expect(page.contains("+1 h 5 min"))
    #expect(!page.contains("earlier than the entry above"))
  }

  @Test func doubtfulTimes() async throws {
    let page = try await Self.page(
      "- 10:05 - Errors\n- 10:20 - Looking\n- 10:10 - Called the team\n- ~10:30 - Waiting\n- 25:70 - Fixed"
    )
    #expect(
      page.contains("Called the team <span class=\"gap\">(earlier than the entry above)</span>"))
    #expect(page.contains("Waiting <span class=\"gap\">(about this time)</span>"))
    #expect(
      page.contains("Fixed <span class=\"gap\">(no clock or calendar shows this time)</span>"))
  }

  @Test func rangesAndOtherZones() async throws {
    let page = try await Self.page(
      "- 10:05-10:15 UTC - Errors\n- 11:20 UTC+1 - Fixed", heading: "## Timeline")
    #expect(page.contains(">10:05</time></a><small>to 10:15 UTC</small>"))
    #expect(page.contains(">11:20</time></a><small>UTC+1</small>"))
  }

  /// What is in no entry stays where it is, and the text is there once.
  @Test(arguments: [
    "All times in UTC, from #ops.\n\n- 10:05 - Errors, see `mail.log`\n- 10:20 - Fixed",
    "- 10:05 - Errors\n\n  ```\n  452 no space\n  ```\n- 10:20 - Fixed\n\nThen everyone slept.",
    "### 10:05\n\nErrors.\n\n### 10:20\n\nFixed.\n\n- by hand\n- twice",
    "| Time | Event | Source |\n|---|---|---|\n| 10:05 | Errors | [log](https://a.example) |\n| 10:20 | Fixed | |",
    "- 10:05 - Errors\n- a line without a time\n- 10:20 - Fixed",
    "Seen from the relay:\n10:05 - Errors\n10:20 - Fixed",
    "- 2026-02-03 10:05 PM UTC - Errors\n- 2026-02-03 10:20 PM UTC - Fixed",
    "- 10:05 - Errors\n- 10:20 - Fixed\n\n| Queue | Length |\n|---|---|\n| in | 900 |",
    "- 10:05 - Errors\n\n> A quote\n\n- 10:20 - Fixed",
  ])
  func theTextIsThereOnce(timeline: String) async throws {
    let page = try await Self.page(timeline)
    #expect(!page.contains("The timeline as written"))
    #expect(page.components(separatedBy: "Errors").count == 2)
    for words in [
      "Then everyone slept.", "by hand", "a line without a time", "Seen from the relay", "900",
      "A quote",
    ]
    where timeline.contains(words) {
      #expect(page.components(separatedBy: words).count == 2, "\(words)")
    }
  }

  /// A word that the list would lose keeps the record as written.
  @Test func aWordIsNeverLost() async throws {
    let page = try await Self.page(
      "- 10:05 - Errors[^1]\n- 10:20 - Fixed\n\n[^1]: Seen by the relay.")
    #expect(page.contains("Seen by the relay."))
  }

  @Test func headingsOfEntriesKeepTheirIDs() async throws {
    let page = try await Self.page("### 10:05 Errors\n\nMany.\n\n### 10:20 Fixed\n\nBy hand.")
    #expect(page.contains("<div class=\"said\" id=\"1005-errors\">Errors"))
    #expect(page.components(separatedBy: "id=\"1005-errors\"").count == 2)
  }

  @Test func silencesOverTheCadence() async throws {
    let timeline =
      "- 10:00 - Detected by an alert\n- 10:12 - @oncall acknowledging\n- 10:40 - Looking\n- 10:45 - RESOLVED"
    let page = try await Self.page(timeline, process: Self.policy)
    #expect(page.contains("<span class=\"said gap\">no entry for 28 min</span>"))
    #expect(page.contains("Updates are due every 10 min: once there was no entry for 28 min."))
    #expect(
      page.contains(
        "<span class=\"state state-overdue\">12 min after the detection, due within 5 min</span>"))
    #expect(page.contains("class=\"silence\""))
    let without = try await Self.page(timeline)
    #expect(!without.contains("no entry for") && !without.contains("due within"))
  }

  @Test func theDayOfAFactThatIsNotTheStarts() async throws {
    let page = try await Self.page(
      "- 2026-02-03 10:05 - Impact starts\n- 2026-02-04 10:20 - RESOLVED")
    #expect(page.contains("<dt>Started</dt><dd>10:05 UTC</dd>"))
    #expect(
      page.contains(
        "<dt>Resolved</dt><dd>10:20 UTC<small>2026-02-04, after 24 h 15 min</small></dd>"))
  }

  @Test(arguments: [
    ("P0", "- 10:12 - @leadership told", "<a href=\"#t-10-12\">10:12</a>"),
    ("P0", "- 10:30 - @leadership told", "29 min after the declaration"),
    ("P0", "- 10:12 - Looking", "not recorded"),
    ("P3", "- 10:12 - Looking", "not due: the matrix says &#39;No&#39; for a P3"),
  ])
  func whoWasTold(severity: String, entry: String, words: String) async throws {
    let process = Self.policy.replacingOccurrences(of: "Status page", with: "Leadership")
      .replacingOccurrences(
        of: "| P0 | Immediate | Yes |",
        with: "| P0 | Immediate | Immediately |\n| P3 | When fixed | No |")
    let page = try await Self.page(
      "- 10:00 - Detected by an alert\n- 10:01 - Incident declared\n\(entry)\n- 10:45 - RESOLVED",
      severity: severity, process: process)
    #expect(page.contains("<th scope=\"col\">Due for a \(severity)</th>"))
    #expect(page.contains(words))
  }

  @Test func aDecisionLinksToItsTree() async throws {
    let page = try await Self.page(
      "- 10:05 - Errors\n- 10:10 - Decision \"Is it the queue?\": Queue growing? Yes → Move the spool",
      process: SampleContent.process)
    #expect(
      page.contains(
        "<a class=\"phase\" href=\"../../decide/is-it-the-queue/index.html\">decision</a>"))
  }

  /// A timeline in an item of a list is there once too; other items stay.
  @Test(arguments: [
    ("- Detected 2026-02-03 12:39\n  - Resolved 2026-02-03 15:56", true),
    ("- Detected 2026-02-03 12:39\n  - Resolved 2026-02-03 15:56\n  - and a line", false),
    (
      "- Detected 2026-02-03 12:39, see [it](https://a.example)\n  - Resolved 2026-02-03 15:56",
      false
    ),
  ])
  func aTimelineInAnItem(events: String, isTaken: Bool) async throws {
    let text = "- **Key events**\n  \(events)\n\n- **Impact**:\n  - Mail waited.\n"
    let documents = [
      "incidents/2026-02-03-mail.md": "---\ndate: 2026-02-03\n---\n# Mail\n\n\(text)"
    ]
    let page = try await SampleArchive(documents).main("incidents/2026-02-03-mail/index.html")
    #expect(page.components(separatedBy: "Key events").count == 2)
    #expect(page.contains("<h2 id=\"timeline\">Key events</h2>") == isTaken)
    #expect(page.components(separatedBy: "Mail waited.").count == 2)
  }

  @Test(arguments: [
    ("Source", "<span class=\"soft\">Source: <a href=\"https://a.example\">log</a></span>"),
    ("Evidence", "<span class=\"soft\">Evidence: "), ("Host", "Errors · <a href"),
  ])
  func theSourceOfAnEntry(title: String, words: String) async throws {
    let page = try await Self.page(
      "| Time | Event | \(title) |\n|---|---|---|\n| 10:05 | Errors | [log](https://a.example) |\n| 10:20 | Fixed | |"
    )
    #expect(page.contains(words))
    #expect(!page.contains("The timeline as written"))
  }
}
