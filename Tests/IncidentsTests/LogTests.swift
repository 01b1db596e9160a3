import Diagnostics
import Incidents
import Testing

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

/// What the incidents of a log are called, and what they have from their file.
struct LoggedIncidentTests {
  private func incidents(_ text: String, path: String = "log.md") -> [Incident] {
    IncidentReader().readAll(DocumentReading(parsing: SourceFile(path: path, text: text)))
      .map(\.incident)
  }

  private func log(_ headings: String..., front: String = "") -> String {
    front + "# Log\n\n"
      + headings.map { "\($0)\n\n### Timeline\n\n- 10:00 - a\n- 10:05 - b\n\n" }
      .joined()
  }

  @Test(arguments: [
    ("## 2026-01-10 Pool full", "2026-01-10-pool-full", "pool-full"),
    ("## Pool full (2026-01-10)", "2026-01-10-pool-full", "pool-full"),
    (
      "## Pool full, January 10, 2026", "2026-01-10-pool-full-january-10-2026",
      "pool-full-january-10-2026"
    ),
    ("## 2026-01-10", "2026-01-10-incident", "incident"),
    ("## Pool full", "pool-full", "pool-full"),
    ("## incident-2026-01-10-002: Pool full", "incident-2026-01-10-002-pool-full", "pool-full"),
    (
      "## Pool full\n\n**Incident ID:** `incident-2026-01-10-003`",
      "incident-2026-01-10-003-pool-full", "pool-full"
    ),
  ])
  func names(heading: String, pageName: String, slug: String) {
    let found = incidents(log(heading, "## 2026-02-03 Disk full"))
    #expect(found.map(\.pageName) == [pageName, "2026-02-03-disk-full"])
    #expect(found.first?.slug == slug)
  }

  /// The first incident stands where a title would.
  @Test func incidentsMayBeOfLevel1() {
    let part = "\n\n## Timeline\n\n- 10:00 - a\n- 10:05 - b\n\n"
    let found = incidents("# 2026-01-10 A\(part)# 2026-02-03 B\(part)# 2026-03-04 C\(part)")
    #expect(found.map(\.line) == [1, 8, 15])
    #expect(found.map(\.day?.description) == ["2026-01-10", "2026-02-03", "2026-03-04"])
    #expect(found.map { $0.sections.map(\.level) } == [[1, 2], [1, 2], [1, 2]])
  }

  @Test func theFrontMatterOfALogIsForAll() {
    let front = "---\ntitle: Log\ndate: 2026-04-01\nservices: [mail]\ndraft: true\n---\n"
    let found = incidents(log("## 2026-01-10 A", "## 2026-02-03 B", front: front))
    #expect(found.map(\.title) == ["2026-01-10 A", "2026-02-03 B"])
    #expect(found.map(\.services) == [["mail"], ["mail"]])
    #expect(found.map { $0.frontMatter.docusaurus.count } == [1, 1])
  }

  @Test(arguments: ["severity: P1", "id: incident-2026-01-10-001", "started: 2026-01-10 10:00"])
  func aFileWhoseFrontMatterIsOfOneIncidentIsNoLog(key: String) {
    let text = log("## 2026-01-10 A", "## 2026-02-03 B", front: "---\n\(key)\n---\n")
    #expect(incidents(text).count == 1)
  }

  /// What stands outside the incidents and is more than a heading, a comment or a way to them.
  @Test func textOutsideTheIncidentsIsFound() {
    let text = """
      # Log

      <!-- newest first -->

      - 2026-01-10: [A](#2026-01-10-a)

      ## 2026-01-10 A

      ### Impact

      all[^a]

      ## 2026-02-03 B

      ### Impact

      some

      ## Glossary

      [^a]: A note.

      | Word | Meaning |
      | --- | --- |
      | pool | connections |

      ## 2026-03-03 C

      ### Impact

      none
      """
    let document = DocumentReading(parsing: SourceFile(path: "log.md", text: text))
    let reader = IncidentReader()
    let parts = reader.incidents(
      ofLog: document, reader.read(review: document, timeline: nil, folder: nil))
    #expect(document.looseLines(outside: parts.map(\.document.lines)) == [23])
  }
}
