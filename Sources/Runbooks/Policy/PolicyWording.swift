internal import Vocabulary

/// Finds the rule of the response policy that some words are about.
enum PolicyWording {
  /// The rule that a row of the policy table is about, by the words of its first cell.
  static func rule(named words: String) -> ResponsePolicy.Rule? {
    rows.first { row in row.words.contains { words.mentions($0) } }?.rule
  }

  /// In order of precedence: "external status update" is an external update.
  private static let rows: [(rule: ResponsePolicy.Rule, words: [String])] = [
    (.review, ["review", "postmortem", "retrospective"]),
    (.escalation, ["escalat", "call the lead", "stuck"]),
    (.acknowledge, ["acknowledg", "detect"]),
    (.externalUpdate, ["external", "customer update", "public update", "status page update"]),
    (.statusPage, ["status page", "statuspage"]),
    (.internalUpdate, ["internal", "update"]),
    (.investigation, ["investigat"]),
    (.mitigation, ["mitigat"]),
  ]

  static func rule(ofPhase words: String) -> ResponsePolicy.Rule? {
    switch rule(named: words) {
    case .acknowledge: .acknowledge
    case .investigation: .investigation
    case .mitigation: .mitigation
    case .review: .review
    default: nil
    }
  }

  /// The rule that a length of time in a sentence states. `near` holds the folded sentence, the line that
  /// introduces it, and the headings above it, innermost first.
  static func rule(for span: StatedLength, near: [String]) -> ResponsePolicy.Rule? {
    let sentence = near.first ?? ""
    if span.before.contains("every") {
      guard near.contains(where: { $0.mentions("update") || $0.mentions("communication") }) else {
        return nil
      }
      return near.lazy.compactMap(audience).first ?? .internalUpdate
    }
    if span.before.contains("within") || span.before.contains("in") {
      if sentence.mentions("acknowledg") { return .acknowledge }
      let isReview = near.contains { $0.mentions("review") || $0.mentions("postmortem") }
      return isReview && span.before.contains("within") && span.minutes >= 60 ? .review : nil
    }
    guard span.before.contains(where: ["after", ">", "than", "over"].contains) else { return nil }
    if sentence.mentions("status page") { return .statusPage }
    return sentence.mentions("escalat") ? .escalation : nil
  }

  private static func audience(_ words: String) -> ResponsePolicy.Rule? {
    if ["external", "customer", "public", "status page"].contains(where: words.mentions) {
      return .externalUpdate
    }
    return ["internal", "channel", "mitigation"].contains(where: words.mentions)
      ? .internalUpdate : nil
  }
}
