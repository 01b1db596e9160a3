internal import Diagnostics
internal import Incidents
internal import Vocabulary

extension Rule {
  package static let unboundedActionItems = Rule(
    code: "PM075", name: "open-ended action items", level: .note,
    rationale: """
      "Be more careful" is never finished and never checked. An item that names what will exist \
      when it is done (an alert, a limit, a page) can be closed.
      """,
    bad: """
      # Checkout down

      ## Action items

      ⟦- [ ] Be more careful when changing the pool @mira⟧
      - [ ] Refuse a pool above 300 connections @data

      """,
    good: """
      # Checkout down

      ## Action items

      - [ ] Require a second reviewer for changes to the pool @mira
      - [ ] Refuse a pool above 300 connections @data

      """,
    check: .incident { subject in
      subject.incident.actionItems.compactMap { item in
        guard item.state == .open, item.title.utf8.count < 120 else { return nil }
        let words = Words(item.title)
        guard let phrase = unbounded.meanings(in: words).first ?? vague(item.title, words) else {
          return nil
        }
        return subject.at(
          item, "'\(phrase)' is open-ended, so the item can never be closed",
          help: "say what will exist when it is done: an alert, a limit, a page")
      }
    })

  /// Phrases that set no end, whatever surrounds them.
  private static let unbounded = PhraseTable<String>(
    [
      "be more careful", "more careful", "be careful", "more carefully", "pay more attention",
      "pay attention", "more closely", "be more vigilant", "more vigilant", "be more aware",
      "keep an eye", "try harder", "be more mindful",
    ].map { ($0, [$0]) })

  /// "Improve monitoring" alone, while "improve monitoring of the pool by an alert at 80 %" says how.
  private static func vague(_ title: String, _ words: Words) -> String? {
    guard title.utf8.count(where: { $0 == 0x20 }) <= 3 else { return nil }
    return [
      "improve monitoring", "better monitoring", "more monitoring", "improve communication",
      "better communication", "improve documentation", "better documentation", "more testing",
      "better testing", "improve testing",
    ].first(where: words.begins)
  }
}
