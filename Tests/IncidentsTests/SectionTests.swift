import Incidents
import Testing

struct SectionTests {
  @Test(arguments: [
    ("Root cause", SectionKind.rootCause), ("ROOT CAUSES", .rootCause),
    ("Root Cause(s)", .rootCause),
    ("4. Root cause analysis", .rootCause), ("🔍 Root cause:", .rootCause),
    ("**What went well?**", .wentWell),
    ("What didn't go well", .wentWrong), ("What didn’t go well", .wentWrong), ("TL;DR", .summary),
    ("Timeline (all times PST) 01/16/2024", .timeline), ("Timeline - May 29, 2021", .timeline),
    ("Action items & follow-ups", .actionItems), ("Lessons learnt", .lessons),
    ("Where we got lucky", .lucky),
  ])
  func knowsHeadings(heading: String, kind: SectionKind) {
    #expect(read("# Down\n\n## \(heading)\n\ntext\n").incident.sections.last?.kind == kind)
  }

  @Test(arguments: ["Roots", "Timelines of others", "A cause for joy", "Note"])
  func leavesOtherHeadingsAlone(heading: String) {
    #expect(HeadingVocabulary.standard.kind(of: heading) == nil)
  }

  @Test func aTeamAddsItsOwnWords() {
    let vocabulary = HeadingVocabulary(adding: [(.rootCause, ["Ursache"])])
    #expect(vocabulary.kind(of: "2. ursache") == .rootCause)
    #expect(vocabulary.kind(of: "Root cause") == .rootCause)
  }

  @Test(arguments: [
    ("", Section.Content.empty), ("\n<!-- fill me -->\n", .empty),
    ("TBD", .placeholder(line: 5, text: "TBD")),
    ("- todo", .placeholder(line: 5, text: "todo")),
    ("[what broke]", .placeholder(line: 5, text: "[what broke]")),
    ("N/A", .placeholder(line: 5, text: "N/A")), ("A pool.", .written),
    ("TBD\n\nA pool.", .written),
    ("### Trigger\n\nA release.", .written), ("```\nlog\n```", .written),
  ])
  func tellsWrittenFromEmpty(body: String, content: Section.Content) {
    let sections = read("# Down\n\n## Root cause\n\n\(body)\n\n## Impact\n\nSome.\n").incident
      .sections
    #expect(sections.first { $0.kind == .rootCause }?.content == content)
  }

  /// The parts of a list with headings reach to the next of them, with the text below the list.
  @Test func headingsOfAListEndEachOther() {
    let incident = read(
      "# Down\n\n1. ## Root cause\n\n**Impact:** all\n\n2. ## Action items\n\n- x\n"
    ).incident
    #expect(incident.sections.map(\.lines) == [1..<10, 3..<7, 7..<10])
    #expect(incident.labelled.isEmpty)
  }
}
