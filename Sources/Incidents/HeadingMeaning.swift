/// What a heading may mean, before the headings beside it are known.
struct HeadingMeaning: Sendable {
  /// Why the words alone do not decide.
  enum Doubt: Sendable {
    /// "Context": the log when it holds times; the summary when nothing else is one.
    case setting
    /// "Key events": the timeline when there is no fuller one.
    case minor
    /// "What went wrong": a list of lessons beside "What went well"; the cause where no other is told.
    case wrong
  }

  /// The first is the main one: "Lessons learned and next steps" is two parts.
  var kinds: [SectionKind]
  var doubt: Doubt?

  init(_ kinds: [SectionKind], _ doubt: Doubt? = nil) {
    self.kinds = kinds
    self.doubt = doubt
  }
}

/// How a heading is looked up: the more it is known to be a heading, the further the words may differ.
enum HeadingMatch {
  /// The words of the table, but for numbers, case, punctuation, fillers and what follows `(`, `:` or ` - `.
  case close
  /// Also compounds ("Lessons and next steps"), phrases around the words ("Root cause of the outage")
  /// and slips of the pen ("Timelime").
  case free
}

extension HeadingVocabulary {
  /// The meaning of a heading; `nil` when it is none that is known.
  func meaning(of heading: String, match: HeadingMatch = .free) -> HeadingMeaning? {
    // The longest heading of any review is a sentence; longer ones are paragraphs.
    guard heading.utf8.count <= 200 else { return nil }
    let whole = FoldedText.fold(heading)
    if let meaning = table[whole] { return meaning }
    let (front, inner) = Self.withoutSuffix(heading)
    let base = front.map { FoldedText.fold($0) } ?? whole
    if front != nil, let meaning = table[base] { return meaning }
    let words = Self.withoutFillers(base.split(separator: " "))
    if let meaning = table[words.joined(separator: " ")] { return meaning }
    guard match == .free else { return nil }
    if let inner, let meaning = table[FoldedText.fold(inner)] { return meaning }
    return compound(words, heading: front ?? heading) ?? phrase(words)
      ?? unspaced(base) ?? nearest(words.joined(separator: " "))
  }

  /// The part before `(`, `:`, ` - ` or a dash, and what follows it: "Part 2: Timeline", "Best guess (root cause)".
  private static func withoutSuffix(_ heading: String) -> (front: String?, inner: String?) {
    let bytes = Array(heading.utf8)
    guard let start = bytes.firstIndex(where: { $0.isWordByte && !Digits.isDigit($0) }) else {
      return (nil, nil)
    }
    var index = start
    while index < bytes.count {
      let rest = bytes[index...]
      let isSpaced = index > 0 && bytes[index - 1] == 0x20
      let isBracket =
        bytes[index] == UInt8(ascii: "(") || rest.starts(with: fullWidthBracket)
      let isEnd =
        isBracket || bytes[index] == UInt8(ascii: ":") || rest.starts(with: fullWidthColon)
        || bytes[index] == UInt8(ascii: "{")
        || (isSpaced && (rest.starts(with: "- ".utf8) || rest.isDash))
      if isEnd {
        let front = String(decoding: bytes[..<index], as: UTF8.self)
        return (front, String(decoding: rest.dropFirst(), as: UTF8.self))
      }
      index += 1
    }
    return (nil, nil)
  }

  private static let fullWidthBracket = Array("（".utf8)
  private static let fullWidthColon = Array("：".utf8)

  /// Without words that say nothing about the kind of part, at either end.
  private static func withoutFillers(_ words: [Substring]) -> [Substring] {
    var words = words[...]
    while words.count > 1, let first = words.first, fillersInFront.contains(String(first)) {
      words = words.dropFirst()
    }
    while words.count > 1, let last = words.last, fillersBehind.contains(String(last)) {
      words = words.dropLast()
    }
    return Array(words)
  }

  /// "Lessons learned and next steps", "Events/timeline", "What went well & where we got lucky".
  private func compound(_ words: [Substring], heading: String) -> HeadingMeaning? {
    let hasSlash = heading.utf8.contains { $0 == 0x2F || $0 == 0x2C || $0 == 0x2B }
    guard hasSlash || words.contains(where: Self.conjunctions.contains) else { return nil }
    var parts: [[Substring]] = [[]]
    if hasSlash {
      parts = heading.utf8.split { $0 == 0x2F || $0 == 0x2C || $0 == 0x2B }
        .map { FoldedText.fold(Substring($0)).split(separator: " ") }
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
      let known = table[words.joined(separator: " ")] ?? phrase(words)
      if let kind = known?.kinds.first, known?.doubt != .setting {
        if !kinds.contains(kind) { kinds.append(kind) }
      } else if index > 0, let first = part.first, Self.outlooks.contains(first) {
        if !kinds.contains(.actionItems) { kinds.append(.actionItems) }
      }
    }
    return kinds.isEmpty ? nil : HeadingMeaning(kinds)
  }

  /// "Root cause of the outage", "Things that went well today", "Detailed timeline".
  private func phrase(_ words: [Substring]) -> HeadingMeaning? {
    guard words.count > 1, words.count <= 10, !words.contains(where: Self.papers.contains) else {
      return nil
    }
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

  /// Japanese and Chinese put no blanks between words: the longest known text at the end, or else in front.
  private func unspaced(_ text: String) -> HeadingMeaning? {
    guard let first = text.unicodeScalars.first(where: { $0.value >= 0x3040 }),
      first.value < 0x1_0000, text.utf8.count <= 60
    else { return nil }
    let letters = Array(text.unicodeScalars.filter { $0 != " " })
    guard letters.count > 2 else { return nil }
    for length in (2..<letters.count).reversed() {
      if let meaning = table[Self.text(letters.suffix(length))], meaning.doubt == nil {
        return meaning
      }
    }
    for length in (2..<letters.count).reversed() {
      if let meaning = table[Self.text(letters.prefix(length))], meaning.doubt == nil {
        return meaning
      }
    }
    return nil
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  /// The entry that differs by a slip: one letter from six letters on, two from nine on. The first
  /// letter has to be right: nearly all slips leave it, and "retention" is not "detection".
  private func nearest(_ text: String) -> HeadingMeaning? {
    let bytes = Array(text.utf8)
    guard (6...40).contains(bytes.count), bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    let most = bytes.count >= 9 ? 2 : 1
    var best: (distance: Int, meaning: HeadingMeaning)?
    for length in (bytes.count - most)...(bytes.count + most) {
      for entry in spellings[SpellingKey(first: bytes[0], length: length)] ?? [] {
        guard let distance = FoldedText.distance(bytes, entry.bytes, most: most),
          distance < best?.distance ?? .max
        else { continue }
        best = (distance, entry.meaning)
      }
    }
    return best?.meaning
  }

  // MARK: Words around the words

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
    "list", "table", "log", "today", "here",
  ]
  private static let conjunctions: Set<Substring> = ["and", "e", "y", "et", "und"]
  private static let outlooks: Set<Substring> = [
    "future", "next", "planned", "improvements", "ways",
  ]
  private static let links: Set<Substring> = [
    "of", "in", "to", "on", "from", "with", "during", "after", "we", "by", "at", "as", "since",
    "that", "do", "da", "de", "du", "des", "der", "del", "und",
  ]
  /// "Timeline of the review" is about the writing, not about the incident.
  private static let papers: Set<Substring> = [
    "review", "document", "report", "others", "template",
  ]
  /// What may end a heading and give it its meaning: "Customer impact", "Extended timeline".
  private static let heads: Set<String> = [
    "timeline", "chronology", "impact", "impacts", "root cause", "root causes", "action items",
    "action item", "corrective actions", "preventive actions", "follow up actions", "next steps",
    "lessons learned", "lessons learnt", "summary", "contributing factors", "takeaways",
    "learnings", "recommendations", "resolution", "detection", "mitigation", "remediation",
    "went well", "went wrong", "went poorly", "improvements", "follow ups", "followups",
  ]
}

extension UInt8 {
  fileprivate var isWordByte: Bool {
    (self | 0x20 >= 0x61 && self | 0x20 <= 0x7A) || Digits.isDigit(self) || self >= 0x80
  }
}

extension ArraySlice<UInt8> {
  /// An en dash, an em dash or a horizontal bar.
  fileprivate var isDash: Bool {
    guard count >= 3, self[startIndex] == 0xE2, self[startIndex + 1] == 0x80 else { return false }
    return (0x92...0x95).contains(self[startIndex + 2])
  }
}
