internal import CommonMark
internal import Diagnostics
internal import Incidents
internal import Vocabulary

extension Rule {
  package static let blamedCauses = Rule(
    code: "PM036", name: "root causes that blame people", level: .note,
    rationale: """
      "Human error" ends the search where it should begin: the next person in the same place will \
      do the same. A cause in terms of the system (what made the mistake possible, likely, or hard \
      to see) can be changed. A root cause names no people.
      """,
    bad: """
      # Checkout down

      ## Root cause

      ⟦Human error: the wrong host was restarted.⟧

      """,
    good: """
      # Checkout down

      ## Root cause

      Both hosts have the same name in the console, so it is easy to restart the wrong one.

      """,
    check: .incident { subject in
      guard let review = subject.review else { return [] }
      let people = People(of: subject)
      for section in subject.incident.parts(of: .rootCause) where section.content == .written {
        let blocks = review.blocks(in: section.lines).dropFirst(section.level < 7 ? 1 : 0)
        let isShort = blocks.reduce(0) { $0 + $1.text.utf8.count } < 200
        for block in blocks {
          guard let message = blame(in: block, people: people, isShort: isShort) else { continue }
          return [
            Finding(
              path: review.path, range: review.range(ofLine: block.lines.lowerBound),
              message: message,
              help: "say what made the mistake possible, in terms of the system")
          ]
        }
      }
      return []
    })

  /// `isShort` says that the root cause is hardly longer than the block.
  private static func blame(in block: Block, people: People, isShort: Bool) -> String? {
    if case .code = block.kind { return nil }
    let text = block.text
    if isShort {
      let words = Words(text)
      if let error = errors.first(where: words.contains) {
        return "the root cause is only '\(error)'"
      }
      if let slip = slips.first(where: words.contains) {
        return "the root cause is what somebody did: '\(slip)'"
      }
    }
    return people.first(in: text).map { "the root cause names a person: '\($0)'" }
  }

  private static let errors = [
    "human error", "operator error", "user error", "human mistake", "operator mistake",
    "manual error",
  ]

  /// What only people do.
  private static let slips = [
    "forgot", "forgets", "had forgotten", "neglected to", "was careless", "were careless",
    "carelessness", "was negligent", "negligence", "overlooked", "misread", "mistyped",
    "made a mistake", "made an error", "did not pay attention", "was not paying attention",
    "inattention", "was not careful", "should have known", "should have checked",
  ]
}
