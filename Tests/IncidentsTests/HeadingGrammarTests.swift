import CommonMark
import Diagnostics
import Incidents
import Testing

/// Headings that no table has: their meaning comes from the head noun and the words around it.
struct HeadingGrammarTests {
  @Test(arguments: [
    ("Analysis of causes", SectionKind.rootCause),
    ("Explanation of the underlying causes", .rootCause),
    ("Likely reasons for the crash", .rootCause), ("Replication lag causes", .rootCause),
    ("Details of the fix", .resolution), ("Explanation of the applied mitigation", .resolution),
    ("Measures taken", .resolution), ("Steps performed during the outage", .resolution),
    ("Affected crates", .impact), ("Assets affected", .impact), ("Impacted regions", .impact),
    ("Extent of the impact", .impact), ("List of affected packages", .impact),
    ("Remedial measures", .actionItems), ("Preventive steps", .actionItems),
    ("Planned changes", .actionItems), ("Proposed mitigations", .actionItems),
    ("Remaining work", .actionItems), ("Remediation (action items)", .actionItems),
    ("Aggravating circumstances and contributing causes", .contributingFactors),
    ("Team takeaways", .lessons), ("Reconstructed timeline of the failover", .timeline),
    ("What held, what failed", .wentWell),
  ])
  func composesEnglish(heading: String, kind: SectionKind) {
    #expect(HeadingVocabulary.standard.kind(of: heading) == kind)
  }

  @Test(arguments: [
    "How did the watchdog that detected it get restarted?", "Impact window calculator",
    "Disaster recovery", "Service discovery", "The queue that fixes itself",
    "Verification after recovery",
    "Why retention is an age", "Deployment steps", "Storage and its causes of trouble",
    "Cache layers",
  ])
  func leavesOtherHeadingsAlone(heading: String) {
    #expect(HeadingVocabulary.standard.kind(of: heading) == nil)
  }

  @Test(arguments: [
    // German.
    ("Analyse der Ursachen", SectionKind.rootCause),
    ("Technische Ursachen der Störung", .rootCause),
    ("Betroffene Dienste", .impact), ("Getroffene Maßnahmen", .resolution),
    ("Geplante Schritte", .actionItems), ("Details zur Behebung", .resolution),
    ("Empfehlungen für den Betrieb", .actionItems), ("Folgen für die Kundschaft", .impact),
    // French.
    ("Origine de la panne", .rootCause), ("Analyse de l'origine", .rootCause),
    ("Services impactés", .impact), ("Mesures prises", .resolution),
    ("Mesures envisagées", .actionItems), ("Détail des corrections", .resolution),
    ("Actions préventives à venir", .actionItems), ("Enseignements de la crise", .lessons),
    // Spanish.
    ("Origen del fallo", .rootCause), ("Análisis de las causas", .rootCause),
    ("Clientes afectados", .impact), ("Medidas adoptadas", .resolution),
    ("Próximas acciones", .actionItems), ("Tareas pendientes", .actionItems),
    // Portuguese.
    ("Origem da falha", .rootCause), ("Clientes afetados", .impact),
    ("Medidas adotadas", .resolution), ("Ações pendentes", .actionItems),
    ("Lições para a equipe", .lessons),
    // Italian.
    ("Riepilogo", .summary), ("Cronologia degli eventi", .timeline),
    ("Causa del guasto", .rootCause),
    ("Analisi delle cause", .rootCause), ("Utenti coinvolti", .impact),
    ("Azioni intraprese", .resolution), ("Azioni correttive", .actionItems),
    ("Interventi previsti e misure preventive", .actionItems), ("Cosa è andato storto", .wentWrong),
    ("Lezioni apprese", .lessons),
    // Dutch.
    ("Samenvatting", .summary), ("Tijdlijn van de storing", .timeline),
    ("Oorzaak van de storing", .rootCause), ("Gevolgen voor klanten", .impact),
    ("Genomen maatregelen", .resolution), ("Vervolgstappen", .actionItems),
    ("Wat ging er goed?", .wentWell), ("Geleerde lessen", .lessons),
    // Polish.
    ("Podsumowanie", .summary), ("Przebieg awarii", .timeline), ("Analiza przyczyn", .rootCause),
    ("Przyczyna problemu", .rootCause), ("Wpływ na klientów", .impact),
    ("Podjęte działania", .resolution), ("Planowane działania", .actionItems),
    ("Co poszło nie tak?", .wentWrong), ("Wnioski", .lessons),
    // Japanese, Chinese, Korean.
    ("今後の改善に向けて", .actionItems), ("障害の根本原因について", .rootCause),
    ("后续优化方向", .actionItems), ("对用户的影响", .impact), ("故障的根本原因", .rootCause),
    ("향후 개선 계획", .actionItems), ("재발 방지를 위한 대책", .actionItems),
  ])
  func composesOtherLanguages(heading: String, kind: SectionKind) {
    #expect(HeadingVocabulary.standard.kind(of: heading) == kind)
  }

  private func sections(_ text: String) -> [(heading: String, kind: SectionKind?, isInferred: Bool)]
  {
    let document = DocumentReading(parsing: SourceFile(path: "review.md", text: text))
    return IncidentReader().read(review: document, timeline: nil, folder: nil).incident.sections
      .map { ($0.heading, $0.kind, $0.isInferred) }
  }

  @Test func readsTheCauseFromTheText() {
    let found = sections(
      """
      # Uploads stopped

      ## Impact

      Nobody could upload.

      ## Into the weeds

      The workers died. This was caused by a limit on open files, because each upload keeps two.
      """)
    #expect(found[2] == ("Into the weeds", .rootCause, true))
  }

  @Test func readsActionItemsFromOpenBoxes() {
    let found = sections(
      """
      # Uploads stopped

      ## Root cause

      A limit.

      ## Looking forward

      - [ ] raise the limit
      - [x] alert at four fifths of it

      ## Verification

      - [ ] uploads work
      - [ ] downloads work
      """)
    #expect(found[2] == ("Looking forward", .actionItems, true))
    #expect(found[3] == ("Verification", nil, false))
  }

  @Test func aNamedPartNeedsNoGuess() {
    let found = sections(
      """
      # Uploads stopped

      ## Cause

      A limit.

      ## Into the weeds

      The root cause was already told: it was caused by a limit.
      """)
    #expect(found[2] == ("Into the weeds", nil, false))
  }

  @Test func analysisIsTheCauseOnlyWhenItExplainsOne() {
    #expect(
      sections("# A\n\n## Impact\n\nDown.\n\n## Analysis\n\nIt broke because the disk was full.\n")[
        2
      ].kind
        == .rootCause)
    #expect(
      sections("# A\n\n## Impact\n\nDown.\n\n## Analysis\n\nWe looked at many graphs.\n")[2].kind
        == nil)
  }
}
