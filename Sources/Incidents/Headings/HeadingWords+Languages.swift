/// The words of headings in German, Dutch, French, Spanish, Portuguese, Italian and Polish.
extension HeadingWords {
  static let german: [Row] = [
    (.noun(.rootCause), "ursache ursachen grund grunde ausloser"),
    (
      .noun(.impact),
      "auswirkung auswirkungen folge folgen schaden beeintrachtigung beeintrachtigungen"
    ),
    (.noun(.timeline), "zeitleiste zeitverlauf ablauf hergang zeitablauf zeitachse"),
    (
      .noun(.resolution),
      "behebung losung losungen wiederherstellung entstorung fehlerbehebung beseitigung abhilfe"
    ),
    (.noun(.detection), "erkennung entdeckung feststellung"),
    (.noun(.lessons), "erkenntnisse lehren lektionen learnings"),
    (
      .noun(.actionItems),
      """
      massnahmen verbesserungen empfehlungen aufgaben folgemassnahmen vorbeugung pravention
      verbesserungsmassnahmen verhinderung vermeidung
      """
    ),
    (.noun(.contributingFactors), "faktoren einflussfaktoren"),
    (.noun(.summary), "zusammenfassung uberblick kurzfassung"),
    (.deed, "schritte aktionen arbeiten anderungen plan"),
    (
      .carrier,
      "analyse details beschreibung erklarung untersuchung bewertung ermittlung darstellung"
    ),
    (.quality(.impact), "betroffen betroffene betroffener betroffenen"),
    (.quality(.contributingFactors), "beitragende beitragenden begunstigende begunstigenden"),
    (.quality(.actionItems), "vorbeugende vorbeugenden korrigierende praventive"),
    (
      .past, "ergriffene ergriffenen durchgefuhrte durchgefuhrten getroffene getroffenen umgesetzte"
    ),
    (
      .future,
      "geplante geplanten weitere weiteren kunftige zukunftige offene offenen nachste nachsten"
    ),
    (.link, "der des den dem von vom zur zum fur gegen im in bei durch am an"),
    (.and, "und"),
    (
      .clause, "dass wie warum wieso was wer wo wann ist sind war waren wurde wurden haben wir sich"
    ),
    (
      .filler,
      """
      die das ein eine unsere technische eigentliche genaue detaillierte direkte vorfall vorfalls
      storung ausfall ausfalls problem problems fehler fehlers
      """
    ),
  ]

  static let dutch: [Row] = [
    (.noun(.rootCause), "oorzaak oorzaken grondoorzaak hoofdoorzaak aanleiding oorzaakanalyse"),
    (.noun(.impact), "gevolg gevolgen schade effecten"),
    (.noun(.timeline), "tijdlijn tijdslijn verloop chronologie tijdsverloop"),
    (.noun(.resolution), "oplossing oplossingen herstel mitigatie reparatie"),
    (.noun(.detection), "detectie ontdekking signalering"),
    (.noun(.lessons), "lessen leerpunten inzichten"),
    (
      .noun(.actionItems),
      """
      actiepunten vervolgacties verbeterpunten aanbevelingen verbeteringen maatregelen vervolgstappen
      verbeteracties preventie
      """
    ),
    (.noun(.contributingFactors), "factoren"),
    (.noun(.summary), "samenvatting overzicht"),
    (.deed, "acties stappen"),
    (.carrier, "beschrijving toelichting onderzoek uitleg"),
    (.quality(.impact), "getroffen geraakte"),
    (.quality(.contributingFactors), "bijdragende"),
    (.quality(.actionItems), "corrigerende preventieve"),
    (.past, "genomen uitgevoerde ondernomen"),
    (.future, "geplande verdere volgende openstaande toekomstige"),
    (.link, "van voor naar bij door op"),
    (.and, "en"),
    (.clause, "hoe waarom wat wie waar zijn werd werden hebben wij"),
    (.filler, "de het een onze technische eigenlijke storing"),
  ]

  static let french: [Row] = [
    (.noun(.rootCause), "origine origines declencheur raisons raison"),
    (.noun(.impact), "incidence incidences repercussions degats perimetre"),
    (.noun(.timeline), "chronologie deroulement deroule"),
    (
      .noun(.resolution),
      "correctif correctifs correction corrections retablissement remediation reparation"
    ),
    (.noun(.lessons), "lecons enseignements apprentissages"),
    (
      .noun(.actionItems),
      "recommandations recommandation ameliorations prevention suivi taches preconisations"
    ),
    (.noun(.contributingFactors), "facteurs"),
    (.noun(.summary), "resume synthese"),
    (.deed, "mesures etapes actions"),
    (.carrier, "analyses explication explications examen bilan detail"),
    (.quality(.impact), "affectes affectees touches touchees impactes impactees concernes"),
    (.quality(.contributingFactors), "contributifs contributives aggravants"),
    (.quality(.actionItems), "correctives preventives correctrices"),
    (
      .past,
      "prises prise effectuees effectuee appliquees applique appliques menees realisees implementees"
    ),
    (.future, "prevues prochaines prochaine futures suivantes restantes envisagees venir"),
    (.link, "de du des d a au aux pour sur dans en par"),
    (.and, "et ou"),
    (
      .clause,
      "qui que quoi comment pourquoi quand ou est sont etait etaient avons nous ce cela s n"
    ),
    (.filler, "la le les l un une nos notre racine racines profonde profondes principale panne"),
  ]

  static let spanish: [Row] = [
    (.noun(.rootCause), "causa causas origen motivo motivos desencadenante"),
    (.noun(.impact), "impacto impactos consecuencias afectacion danos alcance efectos"),
    (.noun(.timeline), "cronologia"),
    (
      .noun(.resolution),
      "resolucion mitigacion solucion soluciones correccion correcciones recuperacion reparacion arreglo"
    ),
    (.noun(.detection), "deteccion descubrimiento"),
    (.noun(.lessons), "lecciones aprendizajes ensenanzas"),
    (.noun(.actionItems), "recomendaciones mejoras prevencion seguimiento tareas"),
    (.noun(.contributingFactors), "factores"),
    (.noun(.summary), "resumen"),
    (.deed, "acciones medidas pasos plan cambios"),
    (.carrier, "analisis detalles detalle descripcion explicacion evaluacion investigacion"),
    (.quality(.impact), "afectados afectadas afectado impactados impactadas"),
    (.quality(.contributingFactors), "contribuyentes agravantes"),
    (.quality(.actionItems), "correctivas preventivas correctivos"),
    (.past, "tomadas aplicada aplicadas realizadas implementadas ejecutadas aplicado adoptadas"),
    (.future, "futuras pendientes siguientes proximos proximas previstas propuestas"),
    (.link, "del para sobre con por"),
    (.and, "y"),
    (.clause, "que como cuando donde fue fueron es son se no lo"),
    (.filler, "el los las raiz tecnica tecnico nuestras incidente fallo error"),
  ]

  static let portuguese: [Row] = [
    (.noun(.rootCause), "origem gatilho"),
    (.noun(.impact), "consequencias danos"),
    (
      .noun(.resolution),
      "resolucao mitigacao solucao solucoes correcao correcoes recuperacao reparo"
    ),
    (.noun(.detection), "deteccao descoberta"),
    (.noun(.lessons), "licoes aprendizados aprendizado"),
    (.noun(.actionItems), "recomendacoes melhorias prevencao acompanhamento tarefas"),
    (.noun(.contributingFactors), "fatores"),
    (.noun(.summary), "resumo sumario"),
    (.deed, "acoes passos plano mudancas"),
    (.carrier, "analise detalhes descricao explicacao avaliacao investigacao"),
    (.quality(.impact), "afetados afetadas afetado"),
    (.quality(.contributingFactors), "contribuintes"),
    (.quality(.actionItems), "corretivas preventivas"),
    (.past, "tomadas imediatas aplicadas realizadas implementadas executadas adotadas"),
    (.future, "pendentes seguintes proximos previstas propostas"),
    (.link, "do da dos das na no em ao"),
    (.and, "e"),
    (.clause, "porque foi foram nao onde quando"),
    (.filler, "o os as nossas tecnica falha erro"),
  ]

  static let italian: [Row] = [
    (.noun(.rootCause), "cause origine motivo motivi"),
    (.noun(.impact), "impatto impatti conseguenze effetti danni"),
    (.noun(.timeline), "cronistoria"),
    (
      .noun(.resolution),
      "risoluzione mitigazione soluzione soluzioni correzione correzioni ripristino riparazione"
    ),
    (.noun(.detection), "rilevamento rilevazione scoperta"),
    (.noun(.lessons), "lezioni insegnamenti"),
    (.noun(.actionItems), "raccomandazioni miglioramenti prevenzione attivita"),
    (.noun(.contributingFactors), "fattori"),
    (.noun(.summary), "riepilogo sintesi sommario riassunto"),
    (.deed, "azioni misure passi interventi"),
    (.carrier, "analisi dettagli descrizione spiegazione valutazione indagine"),
    (.quality(.impact), "interessati interessate coinvolti colpiti"),
    (.quality(.contributingFactors), "contribuenti concorrenti"),
    (.quality(.actionItems), "correttive preventive"),
    (.past, "intraprese adottate applicate eseguite effettuate"),
    (.future, "future prossimi prossime previste pianificate ulteriori"),
    (.link, "di della dello degli delle dei del per sul sugli sui"),
    (.clause, "che come perche quando dove siamo abbiamo"),
    (.filler, "il lo gli le radice incidente guasto"),
  ]

  static let polish: [Row] = [
    (.noun(.rootCause), "przyczyna przyczyny przyczyn powod powody geneza"),
    (.noun(.impact), "wplyw skutki skutek konsekwencje szkody"),
    (.noun(.timeline), "przebieg chronologia"),
    (.noun(.resolution), "rozwiazanie naprawa usuniecie przywrocenie mitygacja"),
    (.noun(.detection), "wykrycie detekcja"),
    (.noun(.lessons), "wnioski lekcje nauka"),
    (.noun(.actionItems), "zalecenia rekomendacje usprawnienia zadania zapobieganie"),
    (.noun(.contributingFactors), "czynniki"),
    (.noun(.summary), "podsumowanie streszczenie"),
    (.deed, "dzialania kroki srodki plan"),
    (.carrier, "analiza szczegoly opis wyjasnienie ocena badanie"),
    (.quality(.impact), "dotknieci dotkniete dotknietych"),
    (.quality(.contributingFactors), "sprzyjajace wspolistniejace"),
    (.quality(.actionItems), "naprawcze zapobiegawcze korygujace prewencyjne"),
    (.past, "podjete wykonane zastosowane"),
    (.future, "planowane dalsze kolejne nastepne przyszle"),
    (.link, "na dla z w do od"),
    (.and, "i oraz"),
    (.clause, "co jak dlaczego kiedy gdzie kto jest byl byla bylo sie nie"),
    (.filler, "glowna glowne awarii incydentu problemu bezposrednia"),
  ]
}
