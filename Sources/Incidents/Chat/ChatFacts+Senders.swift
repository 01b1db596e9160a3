internal import Vocabulary

extension ChatFacts {
  /// Who is told according to the label of a text: "Status page and e-mail: all webhooks delivered" counts
  /// for both, "Customers told: …" and "External update: …" for customers.
  static func senders(of text: String) -> [Communication.Audience] {
    guard let colon = text.utf8.prefix(40).firstIndex(of: UInt8(ascii: ":")) else { return [] }
    let label = String(Substring(text.utf8[..<colon]))
    // A channel is told by its name.
    if label.utf8.contains(where: { "#@".utf8.contains($0) }) { return [] }
    let words = Words(label)
    var told: [Communication.Audience] = []
    if words.begins(with: "status page") || words.begins(with: "statuspage") {
      told.append(.statusPage)
      if words.contains("and e mail") || words.contains("and email") { told.append(.customers) }
      return told
    }
    let parts = labelParts.meanings(in: words)
    if parts.contains(.outside) || (parts.contains(.people) && parts.contains(.notice)) {
      told.append(.customers)
    }
    return told
  }

  private enum LabelPart {
    case people
    case notice
    /// Both in one.
    case outside
  }

  private static let labelParts = PhraseTable<LabelPart>([
    (.people, CustomerImpact.people + ["partners", "public", "merchant", "partner"]),
    (
      .notice,
      [
        "update", "updates", "mail", "email", "emails", "mails", "told", "tell", "notified",
        "notice", "notification", "informed", "message", "announcement", "newsletter", "letter",
        "sms", "communication", "news", "apology",
      ]
    ),
    (
      .outside,
      [
        "external update", "external communication", "external notice", "external message",
        "public update", "public notice", "public statement",
      ]
    ),
  ])
}
