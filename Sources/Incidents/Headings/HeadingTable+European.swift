/// The vocabulary in Italian, Polish and Dutch. Nouns alone and what is composed of them are in
/// ``HeadingWords``.
extension HeadingTable {
  static let italian: [Row] = [
    (
      .summary, nil,
      [
        "Riepilogo", "Sintesi", "Sommario", "Riassunto", "Panoramica", "Descrizione",
        "Cosa è successo", "Che cosa è successo", "Descrizione dell'incidente",
        "Riepilogo dell'incidente", "Sintesi esecutiva", "Descrizione del problema",
      ]
    ),
    (
      .impact, nil,
      [
        "Impatto", "Impatti", "Conseguenze", "Impatto sugli utenti", "Impatto sui clienti",
        "Utenti interessati", "Servizi interessati", "Servizi coinvolti", "Disservizio",
      ]
    ),
    (
      .timeline, nil,
      [
        "Cronologia", "Linea temporale", "Sequenza degli eventi", "Cronologia degli eventi",
        "Linea del tempo", "Successione degli eventi", "Cronistoria",
      ]
    ),
    (
      .rootCause, nil,
      [
        "Causa radice", "Cause", "Causa principale", "Causa scatenante", "Analisi delle cause",
        "Analisi della causa radice", "5 perché", "I 5 perché", "Perché è successo",
      ]
    ),
    (.contributingFactors, nil, ["Fattori contribuenti", "Fattori concomitanti"]),
    (
      .detection, nil,
      [
        "Rilevamento", "Rilevazione", "Come è stato rilevato", "Come ce ne siamo accorti",
        "Individuazione",
      ]
    ),
    (
      .resolution, nil,
      [
        "Risoluzione", "Mitigazione", "Ripristino", "Soluzione", "Correzione",
        "Come è stato risolto", "Come abbiamo risolto", "Azioni intraprese",
      ]
    ),
    (.response, nil, ["Risposta", "Gestione dell'incidente"]),
    (
      .lessons, nil,
      [
        "Lezioni apprese", "Lezioni imparate", "Cosa abbiamo imparato", "Insegnamenti",
        "Conclusioni",
      ]
    ),
    (
      .wentWell, nil,
      [
        "Cosa è andato bene", "Cosa ha funzionato", "Cosa ha funzionato bene", "Punti di forza",
        "Aspetti positivi",
      ]
    ),
    (
      .wentWrong, nil,
      [
        "Cosa è andato male", "Cosa è andato storto", "Cosa non ha funzionato",
        "Cosa migliorare", "Cosa si può migliorare", "Aree di miglioramento", "Aspetti negativi",
      ]
    ),
    (.lucky, nil, ["Dove siamo stati fortunati", "Cosa ci è andato di lusso", "Fortuna"]),
    (
      .actionItems, nil,
      [
        "Azioni", "Azioni correttive", "Azioni preventive", "Prossimi passi", "Piano d'azione",
        "Piano di azione", "Attività di follow-up", "Misure correttive", "Misure preventive",
        "Prevenzione", "Miglioramenti", "Da fare", "Azioni da intraprendere", "Azioni future",
      ]
    ),
    (
      .actionItems, .minor,
      [
        "Breve termine", "Medio termine", "Lungo termine", "A breve termine", "A lungo termine",
        "Raccomandazioni",
      ]
    ),
    (.summary, .setting, ["Contesto", "Premessa"]),
  ]

  static let polish: [Row] = [
    (
      .summary, nil,
      [
        "Podsumowanie", "Streszczenie", "Opis", "Co się stało", "Opis awarii", "Opis incydentu",
        "Opis zdarzenia", "Opis problemu", "Podsumowanie incydentu",
      ]
    ),
    (
      .impact, nil,
      [
        "Wpływ", "Skutki", "Konsekwencje", "Wpływ na użytkowników", "Wpływ na klientów",
        "Dotknięci użytkownicy", "Zakres awarii",
      ]
    ),
    (
      .timeline, nil,
      [
        "Oś czasu", "Przebieg", "Przebieg zdarzeń", "Przebieg awarii", "Przebieg incydentu",
        "Chronologia", "Chronologia zdarzeń", "Harmonogram zdarzeń", "Linia czasu",
      ]
    ),
    (
      .rootCause, nil,
      [
        "Przyczyna", "Przyczyny", "Przyczyna źródłowa", "Główna przyczyna", "Analiza przyczyn",
        "Przyczyna awarii", "Analiza przyczyny źródłowej", "Dlaczego to się stało",
        "5 razy dlaczego",
        "Pierwotna przyczyna",
      ]
    ),
    (.contributingFactors, nil, ["Czynniki sprzyjające", "Czynniki współistniejące"]),
    (.detection, nil, ["Wykrycie", "Jak wykryliśmy", "Jak to wykryliśmy", "Detekcja"]),
    (
      .resolution, nil,
      [
        "Rozwiązanie", "Naprawa", "Przywrócenie usługi", "Usunięcie awarii", "Podjęte działania",
        "Jak to naprawiliśmy", "Mitygacja",
      ]
    ),
    (.response, nil, ["Reakcja", "Reakcja na incydent"]),
    (.lessons, nil, ["Wnioski", "Czego się nauczyliśmy", "Wyciągnięte wnioski", "Lekcje"]),
    (.wentWell, nil, ["Co poszło dobrze", "Co zadziałało", "Co zadziałało dobrze"]),
    (
      .wentWrong, nil,
      [
        "Co poszło źle", "Co nie zadziałało", "Co można poprawić", "Co poszło nie tak",
        "Co zawiodło",
      ]
    ),
    (.lucky, nil, ["Gdzie mieliśmy szczęście", "Mieliśmy szczęście"]),
    (
      .actionItems, nil,
      [
        "Działania", "Działania naprawcze", "Działania zapobiegawcze", "Dalsze kroki",
        "Następne kroki", "Kolejne kroki", "Plan działań", "Plan naprawczy", "Zadania",
        "Działania korygujące", "Zapobieganie", "Do zrobienia", "Usprawnienia",
      ]
    ),
    (
      .actionItems, .minor,
      ["Krótkoterminowe", "Średnioterminowe", "Długoterminowe", "Zalecenia", "Rekomendacje"]
    ),
    (.summary, .setting, ["Kontekst", "Tło"]),
  ]

  static let dutch: [Row] = [
    (
      .summary, nil,
      [
        "Samenvatting", "Overzicht", "Wat is er gebeurd", "Wat gebeurde er", "Omschrijving",
        "Beschrijving", "Beschrijving van het incident", "Probleemomschrijving",
      ]
    ),
    (
      .impact, nil,
      [
        "Gevolgen", "Impact op gebruikers", "Impact op klanten", "Getroffen gebruikers",
        "Getroffen diensten", "Gevolgen voor gebruikers",
      ]
    ),
    (
      .timeline, nil,
      [
        "Tijdlijn", "Verloop", "Tijdsverloop", "Verloop van het incident", "Chronologie",
        "Tijdlijn van gebeurtenissen", "Gebeurtenissen",
      ]
    ),
    (
      .rootCause, nil,
      [
        "Oorzaak", "Oorzaken", "Grondoorzaak", "Hoofdoorzaak", "Oorzaakanalyse", "Aanleiding",
        "Waarom gebeurde dit", "Kernoorzaak",
      ]
    ),
    (.contributingFactors, nil, ["Bijdragende factoren"]),
    (.detection, nil, ["Detectie", "Ontdekking", "Hoe is het ontdekt", "Hoe werd het ontdekt"]),
    (
      .resolution, nil,
      [
        "Oplossing", "Herstel", "Mitigatie", "Hoe is het opgelost", "Genomen maatregelen",
        "Ondernomen acties",
      ]
    ),
    (.response, nil, ["Reactie", "Respons"]),
    (
      .lessons, nil,
      ["Geleerde lessen", "Lessen", "Wat hebben we geleerd", "Leerpunten", "Wat we geleerd hebben"]
    ),
    (.wentWell, nil, ["Wat ging goed", "Wat ging er goed", "Wat goed ging"]),
    (
      .wentWrong, nil,
      [
        "Wat ging fout", "Wat ging er fout", "Wat ging er mis", "Wat kon beter", "Wat kan beter",
        "Wat niet goed ging", "Verbeterpunten",
      ]
    ),
    (.lucky, nil, ["Waar hadden we geluk", "Waar we geluk hadden"]),
    (
      .actionItems, nil,
      [
        "Acties", "Actiepunten", "Vervolgacties", "Vervolgstappen", "Volgende stappen",
        "Maatregelen", "Actieplan", "Corrigerende maatregelen", "Preventieve maatregelen",
        "Te doen", "Preventie", "Verbeteracties",
      ]
    ),
    (
      .actionItems, .minor,
      ["Korte termijn", "Middellange termijn", "Lange termijn", "Aanbevelingen"]
    ),
    (.summary, .setting, ["Context van het incident", "Achtergrond", "Aanleiding en context"]),
  ]
}
