internal import Bytes
internal import Vocabulary

/// Who answers for an item, according to its line.
extension ActionItemMarks {
  /// `@handle` at the start or the end, "(Ana)", `TODO(ana)`, `owner: name` or `owner=name`. A handle in the
  /// middle of a sentence is somebody who is mentioned.
  mutating func takeOwner() {
    if owner != nil { return }
    if takeHandle() || takeNote() || takeBracket() || takeKey() || takeName() { return }
    if takeSentenceName() { return }
    takeDashedName()
  }

  private mutating func takeKey() -> Bool {
    for lead in ["owner: ", "owner:", "owner=", "assignee: ", "assigned to "] {
      guard let range = firstRange(of: lead) else { continue }
      let name = title[range.upperBound...].prefix { !",);.]|—–\n".contains($0) }
      let words = name.split(separator: " ")
      guard (1...4).contains(words.count) else { continue }
      setOwner(words.prefix { $0 != "-" }.joined(separator: " "))
      title.removeSubrange(range.lowerBound..<name.endIndex)
      return true
    }
    return false
  }

  private mutating func takeHandle() -> Bool {
    var from = title.startIndex
    while let range = firstRange(of: "@", from: from) {
      from = range.upperBound
      let before = title[..<range.lowerBound].last
      guard before == nil || before.map({ " ([\n".contains($0) }) == true else { continue }
      var name = title[range.upperBound...].prefix {
        $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == "." || $0 == "/"
      }
      let end = name.last == "/" ? name.endIndex : nil
      while let last = name.last, last == "." || last == "/" { name = name.dropLast() }
      guard !name.isEmpty else { continue }
      let rest = title[(end ?? name.endIndex)...]
      let isBracketed = before == "(" && rest.first == ")"
      let isFirst =
        title[..<range.lowerBound].allSatisfy { $0 == " " }
        && Self.startsWork(rest, isTask: isTask)
      let isNamed = !Self.hasWord(rest) || !Self.isMentioned(after: title[..<range.lowerBound])
      guard isFirst || isBracketed || isBeforeDue(rest) || (isNamed && Self.endsLine(rest)) else {
        continue
      }
      setOwner(String(name))
      title.removeSubrange(range.lowerBound..<(end ?? name.endIndex))
      return true
    }
    return false
  }

  /// Whether only marks come between a place and the due date that was cut out.
  private func isBeforeDue(_ rest: Substring) -> Bool {
    guard let cut else { return false }
    let gap = cut - title.utf8.distance(from: title.startIndex, to: rest.startIndex)
    return gap >= 0
      && rest.utf8.prefix(gap).allSatisfy {
        !$0.isAlphanumeric && ($0 < 0xC3 || $0 == Self.leadOfDash)
      }
  }

  /// The first byte of dashes, arrows and other signs.
  private static let leadOfDash: UInt8 = 0xE2

  private static func hasWord(_ rest: Substring) -> Bool {
    rest.utf8.prefix { $0 != 0x0A }.contains { $0.isLetter }
  }

  /// Whether the word before a handle makes it part of a sentence: "as proposed by @ada in OPS-12".
  private static func isMentioned(after text: Substring) -> Bool {
    let words = text.suffix(24).split(separator: " ").suffix(2).map { $0.lowercased() }
    guard let last = words.last else { return false }
    return ["by", "from", "with", "of", "per", "to", "for", "ask", "like", "and"].contains(last)
      && words.first != "owned" && words.first != "assigned"
  }

  /// Whether nothing follows on a line except names, tickets and tags.
  private static func endsLine(_ rest: Substring) -> Bool {
    var bytes = rest.utf8[...]
    while let byte = bytes.first {
      switch byte {
      case 0x0A:
        // A sentence of its own follows, and not the rest of this one.
        let next = bytes.dropFirst().first { $0 != 0x20 }
        return next.map { !$0.isLowercase } ?? true
      case UInt8(ascii: "@"):
        bytes = bytes.dropFirst().drop { $0.isAlphanumeric || $0 == UInt8(ascii: "-") }
      case UInt8(ascii: "["):
        guard let close = bytes.firstIndex(of: UInt8(ascii: "]")) else { return false }
        bytes = bytes[bytes.index(after: close)...]
      case _ where byte.isLetter || (byte >= 0xC3 && byte != leadOfDash):
        let word = bytes.prefix { $0.isAlphanumeric || $0 >= 0x80 || $0 == UInt8(ascii: "-") }
        let text = String(Substring(word))
        guard isTicket(text) || wordsBehind.contains(text.lowercased()) else { return false }
        bytes = bytes.dropFirst(word.count)
      default: bytes = bytes.dropFirst()
      }
    }
    return true
  }

  /// `OPS-12`.
  private static func isTicket(_ word: String) -> Bool {
    let parts = word.utf8.split(separator: UInt8(ascii: "-"))
    return parts.count == 2 && parts[0].count > 1 && parts[0].allSatisfy { $0.isUppercase }
      && parts[1].allSatisfy { $0.isDigit }
  }

  private static let wordsBehind: Set<String> = [
    "see", "ticket", "tickets", "issue", "issues", "tracked", "in", "via", "pr", "prs", "jira",
    "bug", "and", "or", "link", "p0", "p1", "p2", "p3", "priority", "high", "medium", "low",
    "fixed",
    "by",
  ]

  /// What follows the name of somebody who is asked to do something: "@ada: cap the pool", "@ada to cap the
  /// pool", "@ada Cap the pool". In front of a box, a handle is always an owner.
  private static func startsWork(_ rest: Substring, isTask: Bool) -> Bool {
    let text = rest.drop { $0 == " " }
    guard let first = text.first else { return true }
    return isTask || ":-–—,]@&".contains(first) || first.isUppercase || text.hasPrefix("to ")
      || text.hasPrefix("will ") || text.hasPrefix("and @")
  }

  /// `TODO(ana): cap the pool`.
  private mutating func takeNote() -> Bool {
    for lead in ["todo(", "fixme("] {
      guard let range = firstRange(of: lead), range.lowerBound == title.startIndex,
        let close = title[range.upperBound...].firstIndex(of: ")")
      else { continue }
      let name = title[range.upperBound..<close]
      guard (2...24).contains(name.utf8.count), !name.contains(" ") else { continue }
      setOwner(String(name))
      title = String(title[title.index(after: close)...].drop { $0 == ":" || $0 == " " })
      return true
    }
    return false
  }

  /// `[ada] cap the pool`; a state or a rank in brackets is not an owner.
  private mutating func takeBracket() -> Bool {
    guard title.hasPrefix("["), let close = title.firstIndex(of: "]") else { return false }
    let word = title[title.index(after: title.startIndex)..<close]
    guard (2...24).contains(word.utf8.count),
      word.allSatisfy({ $0.isLetter || $0 == "-" || $0 == "_" || $0 == "." }),
      !Self.states.contains(word.lowercased())
    else { return false }
    setOwner(String(word))
    title.removeSubrange(title.startIndex...close)
    return true
  }

  /// "Cap the pool (Ana)", "Cap the pool [Ana Quist]": a name at the end of a line.
  private mutating func takeName() -> Bool {
    var from = title.endIndex
    var tries = 0
    while tries < 4, let open = title[..<from].lastIndex(where: { $0 == "(" || $0 == "[" }) {
      from = open
      tries += 1
      let close = title[open] == "(" ? ")" : "]" as Character
      guard let end = title[open...].firstIndex(of: close) else { continue }
      let name = title[title.index(after: open)..<end]
      let rest = title[title.index(after: end)...]
      guard open > title.startIndex, Self.isName(name), !linked.contains(String(name)),
        isBeforeDue(rest) || Self.endsLine(rest)
      else { continue }
      setOwner(String(name))
      title.removeSubrange(open...end)
      return true
    }
    return false
  }

  /// "Cap the pool — Ana, due 2026-12-20".
  private mutating func takeDashedName() {
    guard let cut,
      let end = title.utf8.index(title.startIndex, offsetBy: cut, limitedBy: title.endIndex)
    else { return }
    let front = title[..<end]
    guard let dash = front.lastIndex(where: { "—–".contains($0) }) else { return }
    var name = front[front.index(after: dash)...].drop { $0 == " " }
    while let last = name.last, " ,;(".contains(last) { name = name.dropLast() }
    guard Self.isName(name) else { return }
    setOwner(String(name))
    title.removeSubrange(dash..<name.endIndex)
  }

  /// One or two words, each a capital and small letters, that are not the name of a thing or a state.
  static func isName(_ text: Substring) -> Bool {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard (1...2).contains(words.count), text.utf8.count <= 32 else { return false }
    return words.allSatisfy { word in
      guard (2...20).contains(word.count), word.first?.isUppercase == true,
        word.dropFirst().allSatisfy({ $0.isLetter && $0.isLowercase })
      else { return false }
      let name = word.lowercased()
      return !states.contains(name) && !things.contains(name) && !WeekdayNames.all.contains(name)
        && MonthNames.number(of: name) == nil
    }
  }

  private static let states: Set<String> = [
    "done", "open", "todo", "wip", "closed", "tbd", "high", "medium", "low", "critical", "urgent",
    "prevent", "detect", "mitigate", "process", "optional", "must", "should", "could", "started",
    "ongoing", "blocked", "new", "later", "now", "fixed", "dropped", "completed", "planned",
    "prevention", "detection", "mitigation", "repair", "investigate", "monitoring", "alerting",
    "documentation", "testing", "tooling", "short", "long", "term", "pending", "complete", "merged",
    "resolved", "cancelled", "rejected", "deferred", "none", "unknown", "unassigned", "nobody",
    "next", "sprint", "priority", "security", "reliability", "training", "communication",
  ]

  /// Products and parts of systems that are in brackets after a task more often than people.
  private static let things: Set<String> = [
    "grafana", "prometheus", "kubernetes", "terraform", "ansible", "slack", "jira", "github",
    "gitlab", "redis", "postgres", "kafka", "docker", "jenkins", "helm", "nginx", "envoy", "consul",
    "vault", "datadog", "cloudflare", "backend", "frontend", "database", "api", "infra", "staging",
    "production", "everyone", "linux", "python", "java", "confluence", "sentry", "argo", "istio",
    "elasticsearch", "logstash", "kibana", "statuspage", "azure", "aws", "google", "internal",
    "issue", "issues", "ticket", "tickets", "bug", "link", "docs", "details", "discussion", "here",
    "upstream", "thread", "card", "epic", "story", "task", "design", "proposal", "external",
    "manual", "automatic", "automated", "draft", "example", "see", "note",
  ]
}
