internal import Vocabulary

/// Headings that are questions: "What are we going to do about it?", "How did we find out?".
enum HeadingQuestions {
  /// - Returns: `nil` for a text that does not begin with a question word, or asks something else.
  static func meaning(of heading: String) -> HeadingMeaning? {
    let text = Words(heading)
    guard starters.contains(where: text.begins) else { return nil }
    let kinds = phrases.meanings(in: text)
    return kinds.isEmpty ? nil : HeadingMeaning(Array(kinds.prefix(2)))
  }

  private static let starters = ["what", "why", "how", "who", "where", "whats"]

  /// ` * ` matches any words.
  private static let phrases = PhraseTable<SectionKind>([
    (
      .actionItems,
      [
        "what * do about", "what * do next", "what * do differently", "what * doing about",
        "what happens next", "what is next", "whats next", "what comes next", "what changes",
        "what * changing", "what * change", "where * from here", "how * prevent", "how * avoid",
        "how * stop", "what * prevent",
      ]
    ),
    (
      .lessons, ["what * learn", "what * learned", "what * learnt", "what * take away"]
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
        "what failed", "why did * go down", "what * the cause",
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
        "what fixed", "what * fix it", "what * fix this",
      ]
    ),
    (
      .impact,
      [
        "who * affected", "who * impacted", "what * affected", "what * impacted",
        "what * the impact", "how * affected", "how bad", "what did users", "what did customers",
        "what * users see", "what * customers see",
      ]
    ),
    (
      .summary,
      [
        "what happened", "what * the problem", "what is wrong", "what was wrong",
        "what * the issue",
      ]
    ),
  ])
}
