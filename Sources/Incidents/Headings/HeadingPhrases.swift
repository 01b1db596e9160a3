internal import Bytes
internal import Vocabulary

/// Headings with more words than the table has.
extension HeadingVocabulary {
  /// Drops words at either end that say nothing about the kind of section.
  static func withoutFillers(_ words: [Substring]) -> [Substring] {
    var words = words[...]
    while words.count > 1, let first = words.first, fillersInFront.contains(String(first)) {
      words = words.dropFirst()
    }
    while words.count > 1, let last = words.last,
      fillersBehind.contains(String(last)) || last.utf8.allSatisfy(\.isDigit)
    {
      words = words.dropLast()
    }
    return Array(words)
  }

  /// "Lessons learned and next steps", "Events/timeline", "What went well & where we got lucky".
  ///
  /// For a close match, every part has to be in the table.
  func compound(
    _ words: [Substring], heading: String, _ match: HeadingMatch
  ) -> HeadingMeaning? {
    let hasSlash = heading.utf8.contains { $0 == 0x2F || $0 == 0x2C || $0 == 0x2B }
    guard hasSlash || words.contains(where: Self.conjunctions.contains) else { return nil }
    var parts: [[Substring]] = [[]]
    if hasSlash {
      parts = heading.utf8.split { $0 == 0x2F || $0 == 0x2C || $0 == 0x2B }
        .map { FoldedText.name(Substring($0)).split(separator: " ") }
    } else {
      for word in words {
        if Self.conjunctions.contains(word) {
          parts.append([])
        } else {
          parts[parts.count - 1].append(word)
        }
      }
    }
    var kinds: [SectionKind] = []
    for (index, part) in parts.enumerated() where !part.isEmpty {
      let words = Self.withoutFillers(part)
      let exact = table[words.joined(separator: " ")]
      if exact == nil, match == .close { return nil }
      let known = exact ?? phrase(words)
      if let kind = known?.kinds.first, known?.doubt != .setting {
        if !kinds.contains(kind) { kinds.append(kind) }
      } else if index > 0, let first = part.first, Self.outlooks.contains(first) {
        if !kinds.contains(.actionItems) { kinds.append(.actionItems) }
      }
    }
    return kinds.isEmpty ? nil : HeadingMeaning(kinds)
  }

  /// "Root cause of the outage", "Things that went well today", "Detailed timeline".
  func phrase(_ words: [Substring]) -> HeadingMeaning? {
    guard words.count > 1, words.count <= 10, !words.contains(where: Self.papers.contains) else {
      return nil
    }
    if words.contains(where: Self.futures.contains) { return HeadingMeaning([.actionItems]) }
    for length in (1...min(4, words.count - 1)).reversed()
    where Self.links.contains(words[length]) {
      if let meaning = table[words[..<length].joined(separator: " ")], meaning.doubt == nil,
        !meaning.kinds.contains(where: Self.loose.contains)
      {
        return meaning
      }
    }
    guard words.count <= 6, !words.dropLast().contains(where: Self.links.contains) else {
      return nil
    }
    for length in (1...min(3, words.count - 1)).reversed() {
      let tail = words[(words.count - length)...].joined(separator: " ")
      if Self.heads.contains(tail), let meaning = table[tail] { return meaning }
    }
    return nil
  }

  /// The last resort: a short heading with words in it that mean one part wherever they occur.
  func keyword(_ words: [Substring]) -> HeadingMeaning? {
    guard (2...5).contains(words.count), !words.contains(where: Self.papers.contains),
      !words.contains(where: { HeadingWords.entry(of: $0)?.role == .clause })
    else { return nil }
    return Self.tellingWords.meanings(in: Words(words.joined(separator: " "))).first.map {
      HeadingMeaning([$0])
    }
  }

  private static let tellingWords = PhraseTable<SectionKind>([
    (.timeline, ["timeline", "chronology"]), (.rootCause, ["root cause", "root causes"]),
    (.contributingFactors, ["contributing"]),
    (.lessons, ["lessons learned", "lessons learnt"]),
    (.actionItems, ["action items", "preventive", "preventative", "corrective"]),
  ])
}

// MARK: - Words around the words

extension HeadingVocabulary {
  /// Parts whose words start headings of other things: "Metrics to track", "Response of the vendor".
  private static let loose: Set<SectionKind> = [.metadata, .supporting, .communication, .response]

  private static let fillersInFront: Set<String> = [
    "the", "our", "incident", "outage", "event", "postmortem", "initial", "preliminary", "final",
    "brief", "short", "detailed", "full", "overall", "general", "complete", "high", "level", "key",
    "main", "proposed", "possible", "potential", "future", "current", "remaining", "section",
    "step",
    "things", "that", "some", "suggested", "appendix",
  ]
  private static let fillersBehind: Set<String> = [
    "analysis", "details", "section", "identified", "implemented", "applied", "taken", "process",
    "statement", "notes", "overview", "report", "assessment", "breakdown", "findings", "so", "far",
    "list", "table", "log", "today", "here", "summary",
  ]
  private static let conjunctions: Set<Substring> = ["and", "e", "y", "et", "und"]
  private static let outlooks: Set<Substring> = [
    "future", "next", "planned", "improvements", "ways",
  ]
  /// Words for the future: "Steps taken to prevent recurrence".
  private static let futures: Set<Substring> = ["recurrence", "reoccurrence", "recurring"]
  private static let links: Set<Substring> = [
    "of", "in", "to", "on", "from", "with", "during", "after", "we", "by", "at", "as", "since",
    "that", "do", "da", "de", "du", "des", "der", "del", "und",
  ]
  /// "Timeline of the review" is about the document, not about the incident.
  static let papers: Set<Substring> = [
    "review", "document", "report", "others", "template",
  ]
  /// Words that may end a heading and determine its meaning: "Customer impact", "Extended timeline".
  private static let heads: Set<String> = [
    "timeline", "chronology", "impact", "impacts", "root cause", "root causes", "action items",
    "action item", "corrective actions", "preventive actions", "follow up actions", "next steps",
    "lessons learned", "lessons learnt", "summary", "contributing factors", "takeaways",
    "learnings", "recommendations", "resolution", "detection", "mitigation", "remediation",
    "went well", "went wrong", "went poorly", "improvements", "follow ups", "followups",
  ]
}
