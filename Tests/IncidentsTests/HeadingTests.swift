import Incidents
import Testing

struct HeadingTests {
  /// Spellings, fillers, suffixes, slips of the pen.
  @Test(arguments: [
    ("SUMMARY", SectionKind.summary), ("2) Executive Summary", .summary), ("TL;DR 🧵", .summary),
    ("Customer impact", .impact), ("Who was affected?", .impact), ("Impact on our users", .impact),
    ("Incident timeline – all times in CET", .timeline), ("Events/Timeline:", .timeline),
    ("Detailed response timeline", .timeline), ("Timelime", .timeline), ("Cronology", .timeline),
    ("Root cause of the outage", .rootCause), ("The five whys", .rootCause),
    ("Root cuase", .rootCause), ("Best guess (root cause)", .rootCause),
    ("Contributing Factor(s)", .contributingFactors), ("How did we find out?", .detection),
    ("Detection and alerting", .detection), ("Fixes implemented (#12)", .resolution),
    ("Resolution & recovery", .resolution), ("Lessons learned from this", .lessons),
    ("Lesons learned", .lessons), ("Things that went well", .wentWell),
    ("What went right?", .wentWell), ("What could we have done better?", .wentWrong),
    ("Areas for improvement", .wentWrong), ("Where did we get lucky?", .lucky),
    ("Follow-up items", .actionItems), ("Corrective and preventative measures", .actionItems),
    ("Action itmes", .actionItems), ("Timeline {#when}", .timeline),
    ("Part 2: Timeline", .timeline),
    ("A. Summary", .summary), ("IV. Detection method", .detection),
    ("b) Problem statement", .summary), ("What happened (timeline)", .timeline),
    ("Steps taken to prevent recurrence", .actionItems),
    ("Short-term improvements", .actionItems), ("Root cause #2", .rootCause),
    ("Steps to resolution:", .resolution), ("Issues found", .summary),
    ("Timeline (if there is one)", .timeline), ("Setting up the timeline", .timeline),
    ("Preventive work planned", .actionItems), ("Work notes", .timeline),
    ("📊 Impact summary", .impact),
    ("What worked / what didn’t", .wentWell), ("処置の（Mitigation）", .resolution),
  ])
  func knowsWhatPeopleWrite(heading: String, kind: SectionKind) {
    #expect(HeadingVocabulary.standard.kind(of: heading) == kind)
  }

  @Test(
    arguments: [
      ("What are we going to do about it?", SectionKind.actionItems),
      ("How will we prevent it?", .actionItems), ("What happens next?", .actionItems),
      ("Why did it break?", .rootCause), ("How did this happen", .rootCause),
      ("Why it went wrong", .rootCause), ("What caused the slow queue?", .rootCause),
      ("How did we know?", .detection), ("How was the queue fixed?", .resolution),
      ("Which users?", nil), ("Who was affected, and for how long?", .impact),
      ("What slowed us down?", .wentWrong),
      ("Why was it not caught earlier?", .contributingFactors),
      ("What else did we learn?", .lessons), ("What if we had two?", nil),
    ] as [(String, SectionKind?)])
  func answersQuestions(heading: String, kind: SectionKind?) {
    #expect(HeadingVocabulary.standard.kind(of: heading) == kind)
  }

  @Test(arguments: [
    ("Acciones futuras recomendadas", SectionKind.actionItems), ("Causa raíz #1", .rootCause),
    ("Ações de mitigação", .resolution), ("Evaluación del impacto", .impact),
    ("Donde tuvimos suerte", .lucky), ("Linea de tiempo del incidente", .timeline),
    ("Licoes aprendidas", .lessons), ("Re\u{301}sume\u{301}", .summary),
    ("Massnahmen", .actionItems),
    ("Chronologie détaillée", .timeline), ("Causa raiz do problema", .rootCause),
    ("Unsere Maßnahmen", .actionItems), ("Verbesserungsmaßnahmen", .actionItems),
    ("Zusammenfassung des Vorfalls", .summary), ("Corto plazo (dos días)", .actionItems),
    ("타임라인", .timeline), ("근본 원인", .rootCause), ("재발 방지 대책", .actionItems),
    ("Resumo", SectionKind.summary), ("Causa raiz", .rootCause), ("Linha do tempo", .timeline),
    ("Lições aprendidas", .lessons), ("Próximos passos", .actionItems), ("Detecção", .detection),
    ("Résumé", .summary), ("Chronologie", .timeline), ("Causes racines", .rootCause),
    ("Ce qui a bien fonctionné", .wentWell), ("Plan d’action", .actionItems),
    ("Zusammenfassung", .summary), ("Zeitlicher Ablauf", .timeline), ("URSACHE", .rootCause),
    ("Auswirkungen", .impact), ("Maßnahmen", .actionItems), ("Qué salió mal", .wentWrong),
    ("Línea de tiempo", .timeline), ("Causa raíz", .rootCause), ("Acciones", .actionItems),
    ("概要", .summary), ("影響範囲", .impact), ("時系列", .timeline), ("技術的な教訓", .lessons),
    ("根本原因の詳細", .rootCause), ("再発防止策", .actionItems), ("うまくいったこと", .wentWell),
    ("时间线", .timeline), ("影响范围", .impact), ("根因", .rootCause), ("行动项（短期）", .actionItems),
  ])
  func knowsOtherLanguages(heading: String, kind: SectionKind) {
    #expect(HeadingVocabulary.standard.kind(of: heading) == kind)
  }

  @Test(arguments: [
    "Retention", "Content", "Metrics to track", "Database", "State of the queue", "Migration",
    "Cluster after the incident", "Timeline of the review", "Summaries of other teams", "",
  ])
  func leavesOthersAlone(heading: String) {
    #expect(HeadingVocabulary.standard.kind(of: heading) == nil)
  }

  /// The title of a review is free text, unless it is nothing but the name of a part.
  @Test(
    arguments: [
      ("Retrospective: Queue down", nil), ("Timeline of a slow queue", nil),
      ("Timeline", .timeline),
      ("Timeline (UTC)", .timeline), ("Timeline - May 29, 2026", .timeline),
      ("Summary: all is well", nil),
    ] as [(String, SectionKind?)])
  func aTitleIsRarelyAPart(title: String, kind: SectionKind?) {
    let incident = read("# \(title)\n\nThe queue was full.\n\n## Impact\n\nx\n").incident
    #expect(incident.sections.map(\.kind) == [kind, .impact])
  }

  @Test func aHeadingCanBeTwoParts() throws {
    let incident = read("# Down\n\n## Lessons learned and next steps\n\n- Cap the pool\n").incident
    let section = try #require(incident.sections.last)
    #expect(section.kind == .lessons)
    #expect(section.otherKinds == [.actionItems])
    #expect(incident.actionItems.map(\.title) == ["Cap the pool"])
  }

  /// What stands beside the heading, and what the heading then means.
  @Test(arguments: [
    ("## What went well\n\nx\n", SectionKind.wentWrong), ("## Root cause\n\nx\n", .wentWrong),
    ("## Impact\n\nx\n", .rootCause),
  ])
  func whatWentWrongDependsOnItsNeighbours(beside: String, kind: SectionKind) {
    let incident = read("# Down\n\n\(beside)\n## What went wrong?\n\nThe pool.\n").incident
    #expect(incident.sections.last?.kind == kind)
  }

  @Test(
    arguments: [
      ("- 2026-01-10 10:05 - one\n- 2026-01-10 10:09 - two\n", SectionKind.timeline),
      ("The pool has ten connections.\n", .summary),
    ] as [(String, SectionKind?)])
  func contextIsALogOrTheSummary(body: String, kind: SectionKind?) {
    let incident = read("# Down\n\n## Context\n\n\(body)\n## Root cause\n\nx\n").incident
    #expect(incident.sections[1].kind == kind)
  }

  @Test func contextIsNothingBesideASummary() {
    let incident = read("# Down\n\n## Summary\n\nx\n\n## Context\n\nTen connections.\n").incident
    #expect(incident.sections.last?.kind == nil)
  }
}
