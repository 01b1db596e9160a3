import Incidents
import Testing

/// Reviews that somebody began to fill in.
struct TemplateTests {
  private let template = """
    # Incident: [title]

    Date: 2026-03-04

    ## Timeline (UTC)

    - HH:MM - first alert
    - HH:MM - resolved

    ## Root cause

    _Describe the cause._
    """

  @Test func theTitleIsNotTheLineBelowIt() {
    #expect(read(template).incident.title == "Incident: [title]")
    #expect(
      read("## Title\n\nDate: 2026-03-04\n\n## Summary\n\nDown.\n").incident.title == "Review")
    #expect(read("## Title\n\nPool full\n\n## Summary\n\nDown.\n").incident.title == "Pool full")
  }

  @Test(arguments: [
    "- HH:MM - alert", "- HH:mm UTC alert", "- **hh:mm** alert", "- [HH:MM] alert",
    "- YYYY-MM-DD HH:MM - alert", "### HH:MM - alert\n\nIt fired.",
    "| Time | Event |\n| --- | --- |\n| HH:MM | alert |",
  ])
  func aPatternIsNoEntry(line: String) {
    let incident = read("# Down\n\n## Timeline\n\n\(line)\n").incident
    #expect(incident.timeline == nil)
    let others = read("# Down\n\n## Timeline\n\n10:05 - a\n\n10:06 - b\n\n\(line)\n").incident
    #expect(others.timeline?.entries.map(\.text) == ["a", "b"])
  }

  /// A day was filled in, or somebody wrote that the time is not known.
  @Test(arguments: ["- 2026-03-04 HH:mm - alert", "- ??:?? - alert", "- 10:?? - alert"])
  func anUnknownTimeIsAnEntry(line: String) {
    let incident = read("# Down\n\n## Timeline\n\n\(line)\n").incident
    #expect(incident.timeline?.entries.map(\.text) == ["alert"])
  }

  /// A text of the root cause, and whether it is a placeholder.
  @Test(arguments: [
    ("_Describe the cause._", true), ("*What caused it?*", true), ("Describe the cause.", true),
    ("_One paragraph: what broke, and why._", true), ("*[cause]*", true),
    ("_A pool of ten connections._", false), ("What we saw was a full pool.", false),
    ("_What caused it?_\n\nA pool of ten connections.", false),
    ("Describing the pool took an hour.", false),
  ])
  func placeholders(text: String, isPlaceholder: Bool) {
    let content = read("# Down\n\n## Root cause\n\n\(text)\n").incident.section(.rootCause)?.content
    if isPlaceholder { #expect(content != .written) } else { #expect(content == .written) }
  }

  /// What is struck through is not the record.
  @Test(arguments: [
    ("- ~~12:15~~ 12:16 - alert", ["12:16"]),
    ("- 12:15 - a\n- ~~12:16 - b~~\n- 12:17 - c", ["12:15", "12:17"]),
    ("| Time | Event |\n| --- | --- |\n| ~~12:15~~ 12:16 | alert |", ["12:16"]),
    ("12:15 - a\n~~12:16 - b~~\n12:17 - c", ["12:15", "12:17"]),
    ("### ~~12:15~~ 12:16 - alert", ["12:16"]), ("- 12:15 - ~~a~~ b", ["12:15"]),
    ("- <del>12:15</del> 12:16 - alert", ["12:16"]),
  ])
  func struckTextIsNotTheRecord(lines: String, written: [String]) {
    let entries = read("# Down\n\n## Timeline\n\n\(lines)\n").incident.timeline?.entries
    #expect(entries?.map(\.written) == written)
  }

  @Test func aStruckFactIsNotStated() {
    let incident = read("# Down\n\n**Severity:** ~~P2~~ P1\n\n## Impact\n\nAll carts.\n").incident
    #expect(incident.severityWritten == "P1")
  }
}
