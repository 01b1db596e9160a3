internal import Vocabulary

/// Headings that are questions: "What are we going to do about it?", "How did we find out?".
enum HeadingQuestions {
  /// - Returns: `nil` for a text that does not begin with a question word, or asks something else.
  static func meaning(of heading: String) -> HeadingMeaning? {
    let text = Words(mainClause(of: heading))
    guard starters.contains(where: text.begins) else { return nil }
    if let pair = pair(in: text) { return pair }
    let kinds = phrases.meanings(in: text)
    return kinds.isEmpty ? nil : HeadingMeaning(Array(kinds.prefix(2)))
  }

  /// A question without what only describes its subject: "How did the watchdog that detected it fail?" does
  /// not ask how something was detected.
  private static func mainClause(of heading: String) -> String {
    let words = heading.split(separator: " ")
    guard let noun = words.firstIndex(where: { articles.contains($0.lowercased()) }),
      let relative = words[noun...].prefix(5).firstIndex(where: {
        relatives.contains($0.lowercased())
      }),
      relative > noun + 1
    else { return heading }
    return words[..<noun].joined(separator: " ")
  }

  private static let articles: Set<String> = ["the", "a", "an", "our", "this"]
  private static let relatives: Set<String> = ["that", "which", "who"]

  /// "What held, what failed": two lists of lessons.
  private static func pair(in text: Words) -> HeadingMeaning? {
    let isPair = goods.contains(where: text.contains) && bads.contains(where: text.contains)
    return isPair ? HeadingMeaning([.wentWell, .wentWrong]) : nil
  }

  private static let goods = ["what held", "what worked", "what went well", "what went right"]
  private static let bads = [
    "what failed", "what didnt", "what did not", "what broke", "what went wrong", "what went badly",
    "what went poorly",
  ]

  private static let starters = [
    "what", "why", "how", "who", "where", "whats", "are", "is", "was", "were", "am", "ce que",
    "que",
    "qué", "lo que", "o que", "wie", "warum", "wer", "cosa", "come", "perché", "wat", "hoe", "co",
    "jak", "czego", "comment", "pourquoi", "cómo", "como", "por qué",
  ]

  /// ` * ` matches any words.
  private static let phrases = PhraseTable<SectionKind>([
    (
      .actionItems,
      [
        "what * do about", "what * do next", "what * do differently", "what * doing about",
        "what happens next", "what is next", "whats next", "what comes next", "what changes",
        "what * changing", "what * change", "where * from here", "how * prevent", "how * avoid",
        "how * stop", "what * prevent",
        "how * do better", "how * improve", "was * als nächstes", "was * ändern",
        "comment * éviter",
        "cómo * evitar", "como * evitar", "come * evitare", "wie * verhindern", "hoe * voorkomen",
        "jak * zapobiec", "jak * zapobiegać",
      ]
    ),
    (
      .lessons,
      [
        "what * learn", "what * learned", "what * learnt", "what * take away", "was * gelernt",
        "ce que * appris", "lo que * aprendimos", "lo que * aprendí", "qué * aprendimos",
        "o que * aprendemos", "o que * aprendi", "cosa * imparato", "wat * geleerd",
        "czego * nauczyliśmy", "czego * nauczyłem",
      ]
    ),
    (.lucky, ["where * lucky", "how * lucky", "what * lucky"]),
    (
      .wentWrong,
      [
        "what * poorly", "what * badly", "what * improve", "what * improved", "what * better",
        "what slowed", "what * struggle", "where * struggle", "where * struggled", "what * harder",
        "what * difficult", "what * hard",
      ]
    ),
    (.wentWell, ["what * go well", "what * went well", "what * worked well", "what * helped"]),
    (
      .contributingFactors,
      [
        "what contributed", "what made it worse", "what * worse", "why * caught", "why * earlier",
        "why * sooner", "why * so long",
      ]
    ),
    (
      .rootCause,
      [
        "why did * happen", "why * happened", "how did * happen", "how * happened", "what caused",
        "what * caused", "why did * fail", "why * wrong", "why did * break", "what broke",
        "what failed", "why did * go down", "what * the cause", "warum * passiert",
        "warum * ausgefallen", "wie * passieren",
        "pourquoi * arrivé", "pourquoi * tombé", "por qué * pasó", "por qué * ocurrió",
        "por qué * falló", "perché * successo", "waarom * gebeurde", "dlaczego * stało",
      ]
    ),
    (
      .detection,
      [
        "how * find out", "how * found out", "how * detected", "how * detect", "how * notice",
        "how * noticed", "how * discovered", "how * discover", "how * know", "how * identified",
        "who noticed",
      ]
    ),
    (
      .resolution,
      [
        "how * fixed", "how * fix", "how * resolved", "how * resolve", "how * mitigated",
        "how * mitigate", "how * recovered", "how * recover", "how * restored", "how * solved",
        "what fixed", "what * fix it", "what * fix this", "was * repariert", "was * behoben",
        "wie * behoben", "wie * gelöst", "comment * résolu", "comment * corrigé", "cómo * resolvió",
        "cómo * solucionó", "como * resolvido", "como * corrigido", "come * risolto",
        "hoe * opgelost", "jak * naprawiliśmy", "jak * rozwiązaliśmy",
      ]
    ),
    (
      .impact,
      [
        "are * affected", "is * affected", "was * affected", "were * affected", "are * impacted",
        "were * impacted", "am i affected", "wer * betroffen", "qui * touché", "qui * concerné",
        "who * affected", "who * impacted", "what * affected", "what * impacted",
        "what * the impact", "how * affected", "how bad", "what did users", "what did customers",
        "what * users see", "what * customers see",
      ]
    ),
    (
      .summary,
      [
        "what happened", "was * passiert", "ce qui * passé", "lo que * pasó", "cosa * successo",
        "wat * gebeurd", "co * stało", "what * the problem", "what is wrong", "what was wrong",
        "what * the issue",
      ]
    ),
  ])
}
