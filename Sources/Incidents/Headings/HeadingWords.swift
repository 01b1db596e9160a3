internal import Vocabulary

/// The words of headings and what they do there, in plain letters: the table of ``HeadingGrammar``.
///
/// A team's own phrases are composed of these; a new word serves all phrases at once.
enum HeadingWords {
  typealias Row = (role: HeadingGrammar.Role, words: String)

  /// The entry of a word in lower case without accents; also of a compound that ends with a noun of the
  /// table: "fehlerursachen".
  static func entry(of word: Substring) -> HeadingGrammar.Entry? {
    if let entry = table[String(word)] { return entry }
    for elision in ["dell", "nell", "sull", "all", "l", "d"] where word.hasPrefix(elision) {
      let rest = word.dropFirst(elision.utf8.count)
      guard let first = rest.utf8.first, Self.vowels.contains(first), rest.utf8.count > 3,
        let entry = table[String(rest)]
      else { continue }
      return entry
    }
    guard word.utf8.count >= 9 else { return nil }
    for noun in compoundNouns where word.hasSuffix(noun) && word.utf8.count > noun.utf8.count + 2 {
      return table[noun]
    }
    return nil
  }

  /// What an article loses its own vowel before: "l'origine" is folded to "lorigine".
  private static let vowels = Set("aeiouh".utf8)

  private static let table: [String: HeadingGrammar.Entry] = {
    var table: [String: HeadingGrammar.Entry] = [:]
    func add(_ rows: [Row], _ side: HeadingGrammar.Side, isDayFirst: Bool) {
      for row in rows {
        for word in row.words.split(whereSeparator: { $0 == " " || $0 == "\n" })
        where table[String(word)] == nil {
          table[String(word)] = HeadingGrammar.Entry(
            role: row.role, side: side, isDayFirst: isDayFirst)
        }
      }
    }
    // English first: a word that it shares with French keeps the English order unless another word of the
    // heading is French.
    add(english, .last, isDayFirst: false)
    add(german, .last, isDayFirst: true)
    add(dutch, .last, isDayFirst: true)
    add(french, .first, isDayFirst: true)
    add(spanish, .first, isDayFirst: true)
    add(portuguese, .first, isDayFirst: true)
    add(italian, .first, isDayFirst: true)
    add(polish, .first, isDayFirst: true)
    return table
  }()

  /// Nouns that end compound words, longest first.
  private static let compoundNouns: [String] = (german + dutch)
    .filter { row in
      if case .noun = row.role { true } else { row.role == .deed }
    }
    .flatMap { $0.words.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init) }
    .filter { $0.utf8.count >= 6 }
    .sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }

  private static let english: [Row] = [
    (.noun(.rootCause), "cause causes reason reasons culprit rootcause causality causation"),
    (.noun(.impact), "impact impacts consequence consequences fallout"),
    (.mild(.impact), "effect effects damage"),
    (.noun(.timeline), "timeline timelines chronology"),
    (
      .noun(.resolution),
      "fix fixes resolution mitigation mitigations remediation remediations workaround workarounds hotfix"
    ),
    (.mild(.resolution), "recovery repair repairs solution solutions restoration"),
    (.mild(.detection), "detection discovery"),
    (.noun(.lessons), "lesson lessons learnings takeaway takeaways"),
    (
      .noun(.actionItems),
      "recommendations recommendation followup followups todo todos preventatives preventives commitments"
    ),
    (.noun(.actionItems), "improvements prevention"),
    (.mild(.actionItems), "tasks"),
    (.mild(.resolution), "cleanup"),
    (.noun(.contributingFactors), "factors contributors"),
    (.mild(.summary), "summary synopsis"),
    (.mild(.rootCause), "vulnerability exploit flaw weakness vector"),
    (.deed, "action actions measure measures step steps work change changes plan items efforts"),
    (
      .carrier,
      """
      analysis analyses details detail description explanation explanations breakdown discussion
      account examination evaluation assessment list extent nature writeup determination
      identification
      """
    ),
    (.quality(.impact), "affected impacted"),
    (.quality(.contributingFactors), "contributing contributory aggravating"),
    (
      .quality(.actionItems),
      "corrective preventive preventative preventing remedial prevent improve"
    ),
    (
      .past,
      "taken applied implemented performed done completed made deployed executed carried initiated"
    ),
    (
      .future,
      "planned proposed further future next remaining open pending upcoming leftover outstanding"
    ),
    (
      .link,
      "of for to in on behind from with at by into towards against after before during without"
    ),
    (.and, "and or"),
    (
      .clause,
      """
      that which who whom whose what why how when where while because is are was were be been did do
      does had has have can could should would will it they we i you if not there
      """
    ),
    (
      .filler,
      """
      the a an our its this these those their all any some main primary root underlying actual direct
      immediate likely probable possible suspected confirmed technical detailed deeper full final
      initial short brief incident outage event failure issue problem bug crash s
      """
    ),
  ]
}

extension FoldedLetters {
  /// A folded text in plain letters: "maßnahmen" is "massnahmen", "działania" is "dzialania".
  static func plain(_ text: Substring) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return String(text) }
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if isKnown(scalar) { bytes += plain(scalar) } else { bytes += String(scalar).utf8 }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
