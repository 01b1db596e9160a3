import Diagnostics
import Incidents
import Testing
internal import Vocabulary

struct LogTests {
  private func inspections(_ text: String) -> [Inspection] {
    IncidentReader().inspect(DocumentReading(parsing: SourceFile(path: "log.md", text: text)))
  }

  /// Labels instead of headings, and a title that elsewhere names a timeline.
  @Test func aLogOfLabelsIsCutAtItsHeadings() {
    let found = inspections(
      """
      # Incident log

      ## 2026-01-10 - Pool full

      **Impact:** all
      **Root cause:** ten connections

      ## 2026-02-03 - Disk full

      **Impact:** some
      **Root cause:** logs
      """)
    #expect(found.map(\.incident.title) == ["2026-01-10 - Pool full", "2026-02-03 - Disk full"])
    #expect(
      found.map { $0.incident.labelled.map(\.kind) } == [
        [.impact, .rootCause], [.impact, .rootCause],
      ])
  }

  /// The quarters of a year have days below them, and are no incidents.
  @Test func headingsWithDaysAreTheIncidents() {
    let found = inspections(
      """
      # Incident log

      ## Q2 2026

      ### Incident on 2026-05-04 10:05 - Pool full

      - **Impact**: all

      ### Incident on 2026-04-02

      - **Impact**: some

      ## Q1 2026

      ### Incident on 2026-01-10 - Disk full

      - **Impact**: none
      """)
    let days = found.map { $0.incident.day?.description }
    #expect(days == ["2026-05-04", "2026-04-02", "2026-01-10"])
  }

  /// Numbers instead of days in the headings; the parts of a review tell that each is one.
  @Test func headingsWithTheSamePartsAreTheIncidents() {
    let body = "### Description\n\nx\n\n### Impact\n\nx\n\n### Resolution\n\nx\n"
    let found = inspections(
      "# Past incidents\n\n## Incident #7\n\n\(body)\n## Incident #8\n\n\(body)")
    #expect(found.map(\.incident.title) == ["Incident #7", "Incident #8"])
    let one = inspections(
      "# Down\n\n## Cluster A\n\n\(body)\n## Cluster B\n\n\(body)\n## Action items\n\n- x\n")
    #expect(one.count == 1)
  }

  /// Once days in headings make a log, one without a day is an incident when it has parts of a review.
  @Test func anIncidentOfALogMayHaveNoDay() {
    let found = inspections(
      """
      # Incident log

      ## 2026-01-10 Pool full

      ### Impact

      all

      ## 2026-02-03 Disk full

      ### Impact

      some

      ## 2026-03-04 Queue full

      ### Impact

      many

      ## 2026-04-05 Gate shut

      ### Impact

      most

      ## Lights out

      ### Impact

      few

      ### Root cause

      A switch.

      ## Not written yet

      ### Impact

      TBD

      ### Root cause

      TBD

      ## Incident on YYYY-MM-DD

      ### Impact

      Who was affected

      ### Root cause

      In terms of the system
      """)
    let titles = [
      "2026-01-10 Pool full", "2026-02-03 Disk full", "2026-03-04 Queue full",
      "2026-04-05 Gate shut", "Lights out",
    ]
    #expect(found.map(\.incident.title) == titles)
  }

  /// A heading of nothing but words for a template is none of an incident; an incident may tell of one.
  @Test(arguments: [
    ("Email template gone", true), ("The review template was empty", true), ("Template", false),
    ("Incident report template", false), ("Copy this template!", false),
    ("YYYY-MM-DD Title", false),
  ])
  func aTemplateIsNoIncident(heading: String, isIncident: Bool) {
    let body = "\n\n### Impact\n\nall\n\n### Root cause\n\nA deploy.\n\n"
    let found = inspections(
      "# Log\n\n## 2026-01-10 A\(body)## 2026-02-10 B\(body)## \(heading)\(body)")
    #expect(
      found.map(\.incident.title)
        == ["2026-01-10 A", "2026-02-10 B"] + (isIncident ? [heading] : []))
  }

  /// A heading in a quote, a list or a box is text of the incident that it is in.
  @Test(arguments: [
    "> ## Impact\n>\n> quoted", "> # 2026-05-05 Quoted\n>\n> text", "- one\n  ---",
    ":::note\n\n## Impact\n\nboxed\n\n:::",
  ])
  func onlyAHeadingOfTheFileEndsAnIncident(inner: String) {
    let body = "### Root cause\n\nx\n\n\(inner)\n\n**Impact:** all\n\nmore\n\n"
    let text = "# Log\n\n## 2026-01-10 A\n\n\(body)## 2026-02-03 B\n\n\(body)"
    let found = inspections(text)
    #expect(found.map(\.incident.title) == ["2026-01-10 A", "2026-02-03 B"])
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let second = (lines.firstIndex(of: "## 2026-02-03 B") ?? 0) + 1
    #expect(found.map(\.incident.part) == [3..<second, second..<lines.count])
    // Behind a quote the root cause goes on, in which a label is text.
    #expect(found.flatMap { $0.incident.labelled }.isEmpty)
    let cause = found.first?.incident.section(.rootCause)
    #expect(cause?.lines == 5..<second)
  }

  @Test func aLogOfTimesIsOneTimeline() {
    let found = inspections("# Incident log\n\n## 2026-01-10\n\n- 10:05 - one\n- 10:09 - two\n")
    #expect(found.map { $0.incident.timeline?.count } == [2])
  }

  @Test func aLogIsCutAtItsHeadings() {
    let found = inspections(
      """
      # Incident log

      ## 2026-01-10 Pool full

      **Severity:** P1

      ### Timeline

      - 10:05 UTC - one

      ### Action items

      - Cap the pool

      ## 2026-02-03 Search slow

      ### Timeline

      - 11:05 UTC - two
      - 11:09 UTC - three

      ## Glossary

      Pool: connections.
      """)
    #expect(found.map(\.incident.title) == ["2026-01-10 Pool full", "2026-02-03 Search slow"])
    #expect(found.map(\.line) == [3, 15])
    #expect(found.map { $0.incident.day?.description } == ["2026-01-10", "2026-02-03"])
    #expect(found.map { $0.incident.timeline?.count } == [1, 2])
    #expect(found.map { $0.incident.actionItems.count } == [1, 0])
    #expect(found.map { $0.incident.timeline?.entries.first?.line } == [9, 19])
  }

  @Test(arguments: [
    "# Down\n\n## Timeline\n\n### 2026-01-10 10:05\n\none\n\n### 2026-01-10 10:09\n\ntwo\n",
    "# Down\n\n## Pool\n\n### Impact\n\nx\n\n## Queue\n\n### Impact\n\ny\n",
    "# Down\n\n## 2026-01-10\n\none\n\n## 2026-01-11\n\ntwo\n",
  ])
  func oneReviewIsNoLog(text: String) {
    #expect(inspections(text).count == 1)
  }
}
