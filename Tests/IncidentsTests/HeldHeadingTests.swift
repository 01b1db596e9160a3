import CommonMark
import Incidents
import Testing

/// A heading in a quote, a box, a list or an element takes nothing away from the section around it.
struct HeldHeadingTests {
  static let containers = [
    "> ## Note\n> Be calm.", "> # Note\n> Be calm.", "> Note\n> ----\n> Be calm.",
    "> [!NOTE]\n> ## Note\n> Be calm.", ":::tip\n\n## Note\n\nBe calm.\n\n:::",
    "<details>\n<summary>Note</summary>\n\n## Note\n\nBe calm.\n\n</details>",
  ]
  /// With those in lists, whose items may be entries and action items too.
  static let all =
    containers + [
      "- Be calm.\n\n  ## Note\n\n  Breathe.", "- Be\n  - calm.\n\n    ## Note\n\n    Breathe.",
    ]

  @Test(arguments: all)
  func sections(container: String) throws {
    let incident = read(
      "# Down\n\n## Root cause\n\n\(container)\n\n**Trigger:** a release.\n\n## Impact\n\nAll.\n"
    ).incident
    #expect(incident.title == "Down")
    let cause = try #require(incident.section(.rootCause))
    let impact = try #require(incident.section(.impact))
    #expect(cause.lines.upperBound == impact.line)
    #expect(cause.content == .written)
    let note = try #require(incident.sections.first { $0.heading == "Note" })
    #expect(note.isHeld && note.isNested)
    #expect(note.lines.upperBound <= impact.line - 3)
  }

  @Test(arguments: all)
  func labelsBehindIt(container: String) {
    let incident = read("# Down\n\n## Details\n\n\(container)\n\n**Impact:** all shops\n").incident
    #expect(incident.labelled.map(\.kind) == [.impact])
  }

  /// Not even one that is the name of another part.
  @Test(arguments: all.map { $0.replacing("Note", with: "Impact") } + all)
  func actionItems(container: String) {
    let incident = read(
      "# Down\n\n## Action items\n\n\(container)\n\n* Cap the pool @ada\n* Add an alert @bo\n\n"
        + "## Impact\n\nAll.\n"
    ).incident
    #expect(
      incident.actionItems.suffix(2).map(\.title) == ["Cap the pool", "Add an alert"])
    #expect(incident.actionItems.count < 4)
  }

  @Test(arguments: containers)
  func actionItemsThatAreHeadings(container: String) {
    let incident = read(
      "# Down\n\n## Action items\n\n### Cap the pool\n\nNow.\n\n\(container)\n\n- Owner: Ada\n\n"
        + "### Add an alert\n\n- Owner: Bo\n"
    ).incident
    let isElement = container.hasPrefix("<")
    #expect(
      incident.actionItems.map(\.title) == [isElement ? "Note" : "Cap the pool", "Add an alert"])
    #expect(incident.actionItems.map(\.owner) == ["Ada", "Bo"])
  }

  @Test func aQuoteBelowAnItemIsItsText() {
    let incident = read(
      "# Down\n\n## Action items\n\n- Cap the pool @ada\n  > ### Why\n  > - It was full.\n\n"
        + "- Add an alert @bo\n"
    ).incident
    #expect(incident.actionItems.map(\.title) == ["Cap the pool", "Add an alert"])
  }

  @Test(arguments: all)
  func timeline(container: String) throws {
    let incident = read(
      "# Down\n\n## Timeline\n\n* 10:00 alert\n\n\(container)\n\n* 10:05 restarted\n\n## Impact\n"
    ).incident
    let timeline = try #require(incident.timeline)
    #expect(timeline.entries.map(\.written) == ["10:00", "10:05"])
    #expect(timeline.lines.upperBound == incident.section(.impact)?.line)
  }

  @Test func aQuoteBelowAnEventIsItsText() {
    let incident = read(
      "# Down\n\n## Timeline\n\n- 10:00 alert\n  > ## Disk\n  > is full\n\n- 10:05 restarted\n"
    ).incident
    #expect(incident.timeline?.entries.map(\.text) == ["alert\nDisk\nis full", "restarted"])
    #expect(incident.timeline?.unread == [])
  }

  /// Headings with times go on below a quote.
  @Test(arguments: containers)
  func timelineOfHeadings(container: String) {
    let incident = read(
      "# Down\n\n## Timeline\n\n## 10:00 alert\n\n\(container)\n\n## 10:05 restarted\n\nUp.\n\n"
        + "## Impact\n\nAll.\n"
    ).incident
    #expect(incident.timeline?.entries.map(\.written) == ["10:00", "10:05"])
  }

  /// Without a heading for it, too.
  @Test(arguments: containers)
  func timelineWithoutAHeading(container: String) {
    let incident = read(
      "# Down\n\n## Story\n\n* 10:00 alert\n* 10:02 page\n\n\(container)\n\n* 10:05 restarted\n"
        + "* 10:07 up\n\n## Impact\n\nAll.\n"
    ).incident
    #expect(
      incident.timeline?.entries.map(\.written) == ["10:00", "10:02", "10:05", "10:07"])
  }

  @Test(arguments: containers)
  func theTitleIsOutside(container: String) {
    let document = document("\(container)\n\n# Down\n\n## Impact\n\nAll.\n")
    #expect(document.title?.text == "Down")
    #expect(read("\(container)\n\n# Down\n\n## Impact\n\nAll.\n").incident.title == "Down")
  }

  /// A document without headings of its own has parts under labels.
  @Test(arguments: containers.dropLast())
  func labelsOfAFlatDocument(container: String) {
    let incident = read("# Down\n\n\(container)\n\nImpact: all shops\n\nROOT CAUSE\n\nA pool.\n")
      .incident
    #expect(incident.labelled.map(\.kind) == [.impact, .rootCause])
  }

  /// Incidents of a log are parted by the headings outside of containers.
  @Test(arguments: containers)
  func log(container: String) {
    let incident = "## 2026-01-10 – Down\n\n### Root cause\n\n\(container)\n\nA pool.\n\n"
    let readings = IncidentReader().readAll(document("# Log\n\n\(incident)\(incident)"))
    #expect(readings.count == 2)
    #expect(readings.allSatisfy { $0.incident.section(.rootCause)?.content == .written })
  }

  /// Elements that hold every heading are the structure of the document.
  @Test func aLogOfElements() {
    let incident =
      "<details>\n<summary>Down</summary>\n\n## 2026-01-10 – Down\n\n### Root cause\n\nA pool.\n\n"
      + "</details>\n\n"
    let readings = IncidentReader().readAll(document("# Log\n\n\(incident)\(incident)"))
    #expect(readings.count == 2)
  }
}
