import Diagnostics
import Incidents
import Testing
internal import Vocabulary

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

  /// The name of another incident does not name this one; only a day in its own heading does.
  @Test(arguments: [
    ("## 2026-02-03 Repeat of incident-2026-01-10-001", nil as String?, "2026-02-03" as String?),
    ("## Repeat of incident-2026-01-10-001", nil, nil),
    ("## 2026-03-03 A\n\n**Incident:** a repeat of incident-2026-01-10-001", nil, "2026-03-03"),
    ("## 2026-03-03: incident-2026-03-03-002 A", "incident-2026-03-03-002", "2026-03-03"),
    ("## [incident-2026-03-03-002] A", "incident-2026-03-03-002", "2026-03-03"),
    (
      "## 2026-03-03 A\n\n**Incident:** incident-2026-03-04-001.", "incident-2026-03-04-001",
      "2026-03-03"
    ),
    ("## A\n\n**Channel:** #incident-2026-03-04-001", "incident-2026-03-04-001", "2026-03-04"),
  ])
  func anIDIsItsOwn(heading: String, id: String?, day: String?) {
    let found = incidents(log(heading, "## 2026-02-05 Disk full"))
    #expect(found.count == 2)
    #expect(found.first?.id?.description == id)
    #expect(found.first?.day?.description == day)
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

          Its second paragraph.

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
    #expect(document.looseLines(outside: parts.map(\.reading.incident)) == [25])
  }
}
