internal import Bytes
internal import Vocabulary

/// What the lines of a chat state besides the events: who was told, the severity, and the state.
struct ChatFacts {
  private(set) var communications: [Communication] = []
  /// The last severity that a line sets.
  private(set) var severity: Severity?
  private(set) var status: IncidentStatus?
  /// The words of `/incident create "…"`.
  private(set) var title: String?
  /// The one incident whose channel is named; `nil` when several are named.
  private(set) var id: IncidentID?

  init(of timeline: Timeline, scale: SeverityScale = .standard) {
    let grades = SeveritySigns(scale)
    for entry in timeline.entries where !entry.isDecision {
      let signs = Signs(in: entry.text)
      let words = Words(entry.text)
      readUpdate(entry, words, signs)
      readAudiences(entry, words, signs)
      if signs.hasSeverity || !scale.isStandard, let found = grades.severity(in: words) {
        severity = found
      }
      if title == nil, signs.hasSlash {
        title = Self.quoted(behind: "/incident create", in: entry.text)
      }
    }
    id = Self.incident(in: timeline.entries.lazy.map(\.text))
  }

  /// The one incident whose channel some lines name; `nil` when they name several.
  static func incident(in texts: some Sequence<String>) -> IncidentID? {
    var ids: Set<IncidentID> = []
    for text in texts {
      for name in names(after: UInt8(ascii: "#"), in: text) {
        if let id = IncidentID(name) { ids.insert(id) }
      }
    }
    return ids.count == 1 ? ids.first : nil
  }

  // MARK: Updates

  /// An update block begins with "UPDATE" or "RESOLVED", or contains a line "Status: …".
  private mutating func readUpdate(_ entry: TimelineEntry, _ words: Words, _ signs: Signs) {
    guard signs.mayUpdate || signs.hasSlash else { return }
    var stated: IncidentStatus?
    var isUpdate = false
    for line in entry.text.utf8.split(separator: 0x0A).prefix(8) {
      let plain = line.drop { !$0.isLetter }
      guard let first = plain.first, Self.initials.contains(first) else { continue }
      let text = Words(String(decoding: Array(plain), as: UTF8.self))
      if text.begins(with: "update") { isUpdate = true }
      if text.begins(with: "resolved"), plain.starts(with: "RESOLVED".utf8) {
        isUpdate = true
        stated = .resolved
      }
      guard text.begins(with: "status") else { continue }
      stated =
        IncidentStatus.allCases.first { text.begins(with: "status \($0.rawValue)") } ?? stated
      isUpdate = isUpdate || stated != nil
    }
    if signs.hasSlash, words.contains("incident close") { stated = .resolved }
    if let stated { status = stated }
    guard isUpdate else { return }
    add(entry, .channel, "incident channel", stated)
  }

  /// The first letters of words that begin a line of an update.
  private static let initials = Array("UuRrSs".utf8)

  private mutating func add(
    _ entry: TimelineEntry, _ audience: Communication.Audience, _ channel: String,
    _ status: IncidentStatus? = nil
  ) {
    communications.append(
      Communication(
        line: entry.line, moment: entry.moment, audience: audience, channel: channel,
        status: status))
  }

  // MARK: Audiences

  private mutating func readAudiences(_ entry: TimelineEntry, _ words: Words, _ signs: Signs) {
    let names = signs.hasAt ? Self.names(after: UInt8(ascii: "@"), in: entry.text) : []
    var told = Self.audiences.meanings(in: words)
    told += Self.senders(of: entry.text).filter { !told.contains($0) }
    // "escalated to @leadership" is one notice, not two.
    for audience in told where audience != .leadership || !names.contains("leadership") {
      add(entry, audience, audience == .statusPage ? "status page" : audience.rawValue)
    }
    guard signs.hasAt || signs.hasHash else { return }
    for name in names {
      if name == "leadership" {
        add(entry, .leadership, "@leadership")
      } else if name.hasSuffix("-lead") || name.hasSuffix("-team") {
        add(entry, .team, "@\(name)")
      }
    }
    guard Self.verbs.contains(where: words.contains) else { return }
    for name in Self.names(after: UInt8(ascii: "#"), in: entry.text)
    where IncidentID(name) == nil && name.utf8.first?.isLetter == true && name != "incidents" {
      let isCustomers = name.hasPrefix("customer") || name.hasPrefix("support")
      add(entry, isCustomers ? .customers : .team, "#\(name)")
    }
  }

  private static let verbs = [
    "notified", "notify", "notifies", "told", "informed", "informs", "posted", "posts", "announced",
    "announces", "updated", "update to", "asked",
  ]

  private static let audiences = PhraseTable<Communication.Audience>([
    (
      .statusPage,
      [
        "status page updated", "status page says", "statuspage updated", "status page set",
        "updated the status page", "updates the status page", "posted on the status page",
        "posted to the status page", "posts on the status page", "posts to the status page",
        "published on the status page", "status page posted", "status page published",
        "status page shows", "status page entry",
      ]
    ),
    (
      .customers,
      [
        "customers notified", "customers informed", "customers were notified",
        "customers were informed", "notified customers", "informed customers",
        "notified all customers", "emailed customers", "email to customers", "email sent to",
        "customers emailed", "tweeted", "customers told", "customers were told", "told customers",
        "told the customers", "customers are informed", "customers are told",
        "email to all customers", "mail to customers", "mail to all customers",
        "message to customers", "message to all customers", "update to customers",
        "notified shops", "shops notified", "shops told", "shops informed",
      ]
    ),
    (
      .leadership,
      [
        "escalated to leadership", "leadership notified", "notified leadership",
        "informed leadership", "leadership informed",
      ]
    ),
  ])

  // MARK: Words

  private static func quoted(behind command: String, in text: String) -> String? {
    let bytes = Array(text.utf8)
    let wanted = Array(command.utf8)
    guard bytes.count > wanted.count else { return nil }
    for index in 0..<(bytes.count - wanted.count) where bytes[index...].starts(with: wanted) {
      var cursor = TextCursor(bytes[(index + wanted.count)...])
      cursor.skipBlanks()
      guard cursor.take("\"") || cursor.take("“") else { return nil }
      let end = cursor.rest.firstIndex {
        $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0xE2
      }
      let words = String(decoding: cursor.rest[..<(end ?? cursor.rest.endIndex)], as: UTF8.self)
      return words.isEmpty ? nil : words
    }
    return nil
  }

  /// The names after each `sign` at the start of a word: `#incident-2026-01-10-001`, `@devops-lead`.
  static func names(after sign: UInt8, in text: String) -> [String] {
    guard text.utf8.contains(sign) else { return [] }
    let bytes = Array(text.utf8)
    var names: [String] = []
    for index in bytes.indices where bytes[index] == sign {
      if index > 0, bytes[index - 1].isAlphanumeric { continue }
      let name = bytes[(index + 1)...].prefix {
        $0.isAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
      }
      if !name.isEmpty { names.append(String(decoding: name, as: UTF8.self)) }
    }
    return names
  }
}

extension ChatFacts {
  /// What a first look at the bytes of an entry shows: most entries do not need a second look.
  fileprivate struct Signs {
    private(set) var hasAt = false
    private(set) var hasHash = false
    private(set) var hasSlash = false
    /// A `P` followed by a digit from 0 to 3.
    private(set) var hasSeverity = false
    /// A line that begins with the first letter of "update", "status" or "resolved".
    private(set) var mayUpdate = false

    init(in text: String) {
      var last: UInt8 = 0x0A
      var isLineStart = true
      for byte in text.utf8 {
        if isLineStart, byte.isLetter {
          isLineStart = false
          if ChatFacts.initials.contains(byte) { mayUpdate = true }
        }
        switch byte {
        case UInt8(ascii: "@"): hasAt = true
        case UInt8(ascii: "#"): hasHash = true
        case UInt8(ascii: "/"): hasSlash = true
        case 0x0A: isLineStart = true
        case 0x30...0x33: if last | 0x20 == UInt8(ascii: "p") { hasSeverity = true }
        default: break
        }
        last = byte
      }
    }
  }
}
