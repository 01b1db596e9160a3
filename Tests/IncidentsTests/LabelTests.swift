import Incidents
import Testing
internal import Vocabulary

struct LabelTests {
  @Test(arguments: [
    "**Impact:** some\n\n**Timeline**\n\n- 10:05 - one\n\n**Root cause**: a pool\n",
    "**Impact**\n\nsome\n\n__Timeline__:\n\n- 10:05 - one\n\n**Root cause:** a pool\n",
    "- **Impact**: some\n- **Timeline**:\n  - 10:05 - one\n- **Root cause**: a pool\n",
    "- Impact: some\n- Timeline:\n  - 10:05 - one\n- Root cause: a pool\n",
  ])
  func labelsArePartsWithoutHeadings(body: String) {
    let incident = read("# Down\n\n\(body)").incident
    #expect(incident.labelled.map(\.kind) == [.impact, .timeline, .rootCause])
    #expect(incident.timeline?.entries.map(\.text) == ["one"])
    #expect(incident.labelled.map(\.content) == [.written, .written, .written])
  }

  /// Labels that follow each other in one paragraph, with hard breaks between them.
  @Test func aParagraphOfLabelsIsCutByLine() {
    let incident = read(
      """
      # Down

      **Impact:** some
      **Timeline:**
      10:05 one
      10:09 two
      **Follow-ups:** cap the pool
      """
    ).incident
    #expect(incident.labelled.map(\.kind) == [.impact, .timeline, .actionItems])
    #expect(incident.timeline?.entries.map(\.line) == [5, 6])
    #expect(incident.timeline?.entries.map(\.text) == ["one", "two"])
    #expect(incident.actionItems.map(\.title) == ["cap the pool"])
    #expect(incident.actionItems.map(\.line) == [7])
  }

  /// Text files that know nothing of Markdown.
  @Test(arguments: [
    "Impact: some\n\nTimeline:\n\n10:05 one\n\nRoot cause: a pool\n",
    "IMPACT\n\nsome\n\nTIMELINE\n\n10:05\tone\n\nROOT CAUSE\n\na pool\n",
    "Impact\nsome\n\nTimeline (UTC)\n10:05 one\nRoot cause\na pool\n",
  ])
  func aTextWithoutHeadingsHasParts(body: String) {
    let incident = read("Postmortem\n\n\(body)").incident
    #expect(incident.labelled.map(\.kind) == [.impact, .timeline, .rootCause])
    #expect(incident.timeline?.entries.map(\.text) == ["one"])
  }

  /// A line that continues a sentence is not a heading.
  @Test(arguments: ["We looked for the\ncause\n", "The\nroot cause\nis unknown.\n"])
  func aLineOfASentenceIsNoPart(body: String) {
    #expect(read("Postmortem\n\n\(body)").incident.labelled.isEmpty)
  }

  /// What may stand under a label within another part, and what may not.
  @Test(
    arguments: [
      ("Root cause", "Contributing factors", SectionKind.contributingFactors),
      ("Lessons learned", "What went well", .wentWell), ("Root cause", "Impact", nil),
      ("Action items", "Root cause", nil),
    ] as [(String, String, SectionKind?)])
  func aLabelWithinAPartMayBeOne(heading: String, label: String, kind: SectionKind?) {
    let incident = read("# Down\n\n## \(heading)\n\n**\(label):**\n\n- x\n").incident
    #expect(incident.labelled.first?.kind == kind)
  }

  @Test func aLabelMayNameTwoParts() {
    let incident = read("# Down\n\n**Root cause and resolution:**\n\nA pool.\n").incident
    #expect(incident.labelled.first?.kind == .rootCause)
    #expect(incident.labelled.first?.otherKinds == [.resolution])
  }

  @Test func aLabelWithinAPartIsText() {
    let incident = read(
      "# Down\n\n## Action items\n\n- **Detection:** alert on the pool\n- **Impact:** count users\n"
    ).incident
    #expect(incident.labelled.isEmpty)
    #expect(incident.actionItems.count == 2)
  }

  @Test(
    arguments: [
      ("**Severity:** SEV-2 (partial)", "SEV-2", nil),
      ("| Key | Value |\n| --- | --- |\n| Severity | P1 |", "P1", .p1),
      ("- Severity: p0 - everything", "p0", .p0), ("Severity: Critical", "Critical", nil),
      ("**Priority**: P2/High", "P2/High", .p2), ("Severity: P12", "P12", nil),
      (
        "| Date | Severity | Lead |\n| --- | --- | --- |\n| 2026-01-10 | Minor | Ada |", "Minor",
        nil
      ),
      ("## Severity\n\nHigh\n\n## Status\n\nClosed", "High", nil),
      ("重大度：SEV-3（劣化）", "SEV-3", nil), ("Severity: TBD", nil, nil),
    ] as [(String, String?, Severity?)])
  func readsTheSeverityOfTheText(body: String, written: String?, severity: Severity?) {
    let incident = read("# Down\n\n\(body)\n").incident
    #expect(incident.severityWritten == written)
    #expect(incident.severity == severity)
  }

  @Test func theFrontMatterWins() {
    let incident = read("---\nseverity: P3\n---\n# Down\n\n**Severity:** P0\n").incident
    #expect(incident.severity == .p3)
  }
}
