/// The vocabulary in Portuguese, Spanish and French, and in German.
extension HeadingTable {
  static let romance: [Row] = [
    // Portuguese, Spanish, French.
    (
      .summary, nil,
      [
        "Resumo", "Sumário", "Resumo executivo", "Visão geral", "Descrição", "O que aconteceu",
        "Resumo do incidente", "Descrição do incidente",
        "Resumen", "Resumen ejecutivo", "Descripción", "Qué pasó", "Qué ocurrió", "Qué sucedió",
        "Resumen del incidente", "Descripción del incidente", "Sumario",
        "Résumé", "Synthèse", "Résumé exécutif", "Description de l'incident", "Vue d'ensemble",
        "Que s'est-il passé", "Ce qui s'est passé", "Résumé de l'incident",
        "Problema", "Problema detectado", "Descripción del problema", "Descrição do problema",
        "Sommaire", "Vue générale", "Description du problème",
      ]
    ),
    (
      .impact, nil,
      [
        "Impacto", "Impactos", "Impacto no cliente", "Impacto nos usuários", "Alcance",
        "Impacto al cliente", "Impacto en los usuarios", "Impacto en usuarios", "Afectación",
        "Conséquences", "Impact client", "Impact utilisateur", "Impact métier", "Périmètre",
        "Impact sur les utilisateurs", "Consecuencias", "Consequências",
        "Incidence", "Répercussions", "Serviços afetados", "Sistemas afetados",
        "Usuarios afectados", "Servicios afectados", "Utilisateurs touchés", "Services touchés",
        "Avaliação do impacto", "Avaliação de impacto", "Análise do impacto", "Análise de impacto",
        "Evaluación del impacto", "Evaluación de impacto", "Análisis del impacto",
        "Análisis de impacto", "Évaluation de l'impact", "Analyse d'impact",
        "Analyse de l'impact",
      ]
    ),
    (
      .timeline, nil,
      [
        "Linha do tempo", "Cronologia", "Linha de tempo", "Sequência de eventos",
        "Línea de tiempo", "Línea temporal", "Cronología", "Secuencia de eventos",
        "Cronología de eventos", "Chronologie", "Déroulement", "Déroulé", "Ligne de temps",
        "Chronologie des événements", "Frise chronologique", "Cronograma",
      ]
    ),
    (
      .rootCause, nil,
      [
        "Causa raiz", "Causa-raiz", "Causas raiz", "Análise de causa raiz", "Causa", "Causas",
        "Causa principal", "Análise da causa raiz", "Os 5 porquês", "5 porquês", "Cinco porquês",
        "Causa raíz", "Causas raíz", "Análisis de causa raíz", "Análisis de la causa raíz",
        "5 porqués", "Los 5 porqués", "Cinco porqués", "Cause racine", "Causes racines",
        "Cause profonde", "Causes profondes", "Analyse des causes", "Cause principale",
        "Analyse de la cause racine", "Analyse des causes racines", "5 pourquoi",
        "Les 5 pourquoi", "Origine", "Gatilho", "Desencadenante", "Déclencheur",
      ]
    ),
    (
      .contributingFactors, nil,
      [
        "Fatores contribuintes", "Fatores que contribuíram", "Factores contribuyentes",
        "Factores que contribuyeron", "Facteurs contributifs", "Facteurs aggravants",
        "Facteurs contribuant",
      ]
    ),
    (
      .detection, nil,
      [
        "Detecção", "Como foi detectado", "Detección", "Cómo se detectó", "Détection",
        "Comment l'avons-nous détecté", "Cómo nos enteramos", "Como descobrimos", "Identificação",
      ]
    ),
    (
      .resolution, nil,
      [
        "Resolução", "Mitigação", "Correção", "Solução", "Recuperação", "Mitigação e resolução",
        "Ações de mitigação", "Acciones de mitigación", "Actions de mitigation",
        "Azioni di mitigazione",
        "Resolución", "Mitigación", "Solución", "Recuperación", "Corrección", "Cómo se resolvió",
        "Como foi resolvido", "Résolution", "Atténuation", "Correction", "Remédiation",
        "Retour à la normale", "Rétablissement",
        "Soluciones", "Soluciones aplicadas", "Soluções", "Cambio aplicado", "Correções",
        "Como corrigimos", "Mesures prises", "Ações tomadas", "Acciones tomadas",
      ]
    ),
    (.response, nil, ["Resposta", "Respuesta", "Réponse", "Réponse à l'incident"]),
    (
      .lessons, nil,
      [
        "Lições aprendidas", "Lições", "Aprendizados", "O que aprendemos", "Lecciones aprendidas",
        "Lecciones", "Aprendizajes", "Qué aprendimos", "Leçons apprises", "Leçons tirées",
        "Leçons", "Enseignements", "Ce que nous avons appris", "Retour d'expérience",
      ]
    ),
    (
      .wentWell, nil,
      [
        "O que deu certo", "O que funcionou", "O que funcionou bem", "O que correu bem",
        "O que foi bem", "Qué salió bien", "Lo que salió bien", "Qué funcionó", "Qué fue bien",
        "Qué funcionó bien", "Lo que funcionó bien", "Ce qui a fonctionné",
        "Lo que funcionó", "Ce qui a bien fonctionné", "Ce qui s'est bien passé",
        "Ce qui a bien marché", "Points positifs", "Pontos positivos", "Puntos positivos",
      ]
    ),
    (
      .wentWrong, nil,
      [
        "O que deu errado", "O que não funcionou", "O que correu mal", "O que pode melhorar",
        "O que poderia ter sido melhor", "O que não foi bem", "Qué salió mal", "Lo que salió mal",
        "Qué falló", "Qué se puede mejorar", "Qué podría mejorar", "Qué no funcionó",
        "Ce qui a mal fonctionné", "Ce qui s'est mal passé", "Ce qui n'a pas fonctionné",
        "Ce qui n'a pas marché", "Points à améliorer", "Points négatifs", "Pontos a melhorar",
        "Puntos a mejorar", "Pontos negativos", "Áreas de mejora",
        "Lo que no funcionó", "Lo que se puede mejorar", "Áreas de melhoria",
      ]
    ),
    (
      .lucky, nil,
      [
        "Onde tivemos sorte", "Dónde tuvimos suerte", "Où nous avons eu de la chance",
        "Coup de chance", "Tuvimos suerte", "Donde tuvimos suerte", "Tivemos sorte",
        "En qué tuvimos suerte", "Onde demos sorte",
      ]
    ),
    (
      .actionItems, nil,
      [
        "Ações", "Itens de ação", "Ações corretivas", "Ações preventivas", "Próximos passos",
        "Plano de ação", "Ações de acompanhamento", "Acciones", "Elementos de acción",
        "Acciones correctivas", "Acciones preventivas", "Próximos pasos", "Plan de acción",
        "Tareas", "Actions correctives", "Actions préventives", "Plan d'action",
        "Plan d'actions", "Prochaines étapes", "Actions à mener", "Actions de suivi", "Suivi",
        "Acciones de seguimiento", "Seguimiento", "Melhorias", "Mejoras", "Tarefas",
        "Medidas corretivas", "Medidas correctivas", "Mesures correctives", "Prevenção",
        "Prevención", "Prévention", "Medidas preventivas", "Mesures préventives",
      ]
    ),
    (
      .actionItems, .minor,
      [
        "Corto plazo", "Mediano plazo", "Medio plazo", "Largo plazo", "Curto prazo", "Médio prazo",
        "Longo prazo", "Court terme", "Moyen terme", "Long terme", "À court terme",
        "À moyen terme", "À long terme", "Recomendaciones", "Recomendações", "Recommandations",
      ]
    ),
    (.summary, .setting, ["Contexto", "Contexte", "Antecedentes"]),
  ]

  static let german: [Row] = [
    (
      .summary, nil,
      [
        "Zusammenfassung", "Überblick", "Kurzfassung", "Beschreibung", "Was ist passiert",
        "Was passiert ist", "Kurzbeschreibung", "Übersicht", "Problembeschreibung",
      ]
    ),
    (
      .impact, nil,
      [
        "Auswirkung", "Auswirkungen", "Folgen", "Betroffene Nutzer", "Betroffene Systeme",
        "Betroffene Kunden", "Kundenauswirkung", "Kundenauswirkungen", "Schaden",
      ]
    ),
    (
      .timeline, nil,
      [
        "Zeitleiste", "Zeitlicher Ablauf", "Zeitverlauf", "Ablauf", "Chronologie der Ereignisse",
        "Zeitlinie", "Verlauf", "Zeitstrahl", "Ablauf der Ereignisse", "Zeitlicher Verlauf",
      ]
    ),
    (
      .rootCause, nil,
      [
        "Ursache", "Ursachen", "Grundursache", "Ursachenanalyse", "Hauptursache", "Auslöser",
        "Fehlerursache", "Eigentliche Ursache", "5-Why-Analyse", "Warum ist es passiert",
        "Grundursachen", "Ursachenanalyse (RCA)", "Grund",
      ]
    ),
    (
      .contributingFactors, nil,
      [
        "Beitragende Faktoren", "Begünstigende Faktoren", "Beitragende Ursachen",
        "Einflussfaktoren",
      ]
    ),
    (
      .detection, nil,
      ["Erkennung", "Entdeckung", "Wie wurde es erkannt", "Wie wurde es bemerkt", "Feststellung"]
    ),
    (.response, nil, ["Reaktion", "Maßnahmen während des Vorfalls"]),
    (
      .resolution, nil,
      [
        "Behebung", "Lösung", "Wiederherstellung", "Entstörung", "Fehlerbehebung", "Beseitigung",
        "Problemlösung", "Lösung und Wiederherstellung", "Abhilfe", "Sofortmaßnahmen",
      ]
    ),
    (
      .lessons, nil,
      [
        "Erkenntnisse", "Gelernte Lektionen", "Lehren", "Was wir gelernt haben", "Gelerntes",
        "Fazit",
      ]
    ),
    (
      .wentWell, nil,
      ["Was gut lief", "Was lief gut", "Was gut funktioniert hat", "Was ist gut gelaufen"]
    ),
    (
      .wentWrong, nil,
      [
        "Was schlecht lief", "Was lief schlecht", "Was lief nicht gut", "Was nicht gut lief",
        "Was schief lief", "Was schiefgelaufen ist", "Verbesserungspotenzial",
        "Was können wir besser machen", "Was besser laufen könnte", "Was ist schiefgelaufen",
      ]
    ),
    (.lucky, nil, ["Wo wir Glück hatten", "Wo hatten wir Glück", "Glück gehabt"]),
    (
      .actionItems, nil,
      [
        "Maßnahmen", "Massnahmen", "Folgemaßnahmen", "Nächste Schritte", "Korrekturmaßnahmen",
        "Aufgaben", "Verbesserungen", "Vorbeugende Maßnahmen", "Präventionsmaßnahmen",
        "Maßnahmenplan", "Weitere Schritte", "Aktionspunkte", "Prävention", "Vermeidung",
      ]
    ),
    (
      .actionItems, .minor,
      ["Kurzfristig", "Mittelfristig", "Langfristig", "Empfehlungen", "Verbesserungsvorschläge"]
    ),
    (.summary, .setting, ["Hintergrund", "Kontext", "Ausgangslage"]),
  ]
}
