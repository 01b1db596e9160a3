internal import Vocabulary

/// Reads a heading as a phrase: what its head noun names, and what the words around it make of that.
///
/// "Analysis of causes", "Cause analysis" and "Explanation of the underlying causes" are the root cause,
/// although no table has them; "Affected crates" and "Assets affected" are the impact; "Remedial measures"
/// are action items, and "Measures taken" are the resolution. A sentence is no such phrase: "How did the
/// watchdog that detected it fail" is not the detection.
struct HeadingGrammar: Sendable {
  /// What a word does in a heading.
  enum Role: Hashable, Sendable {
    /// Names a part: "causes", "fix".
    case noun(SectionKind)
    /// Names a part when all words beside it are known: "recovery", but not "disaster recovery".
    case mild(SectionKind)
    /// Names something done or to be done, as the words beside it say: "measures", "steps".
    case deed
    /// Says nothing itself about the part: "analysis", "details".
    case carrier
    /// Decides with nearly any noun: "affected", "preventive".
    case quality(SectionKind)
    /// "taken", "applied".
    case past
    /// "planned", "further".
    case future
    /// Connects two nouns: "of", "for".
    case link
    case and
    /// Belongs to a sentence: "that", "was".
    case clause
    /// "the", "our", "technical": says nothing.
    case filler
  }

  /// Where a language puts its head noun.
  enum Side: Sendable {
    case first, last
  }

  struct Entry: Sendable {
    let role: Role
    let side: Side
    let isDayFirst: Bool
  }

  private typealias Word = (text: Substring, entry: Entry?)

  /// The kinds that a heading names; `nil` when its words do not say.
  ///
  /// `heading` is folded, as ``FoldedText/name(_:)`` returns it.
  static func meaning(of heading: Substring) -> HeadingMeaning? {
    let plain = FoldedLetters.plain(heading)
    let words = plain.split(separator: " ").map { (text: $0, entry: HeadingWords.entry(of: $0)) }
    guard (1...9).contains(words.count), !words.contains(where: { $0.entry?.role == .clause }),
      !words.contains(where: { HeadingVocabulary.papers.contains($0.text) })
    else { return nil }
    let isNounFirst = words.contains { $0.entry.map { $0.side == .first } ?? false }
    var kinds: [SectionKind] = []
    for part in words.split(whereSeparator: { $0.entry?.role == .and }) {
      if let kind = kind(of: part, isNounFirst: isNounFirst), !kinds.contains(kind) {
        kinds.append(kind)
      } else if kinds.isEmpty {
        // A first part without a meaning is a heading of something else: "Storage and its causes".
        guard part.allSatisfy({ $0.entry != nil }) else { return nil }
      }
    }
    guard !kinds.isEmpty else { return nil }
    var meaning = HeadingMeaning(Array(kinds.prefix(2)))
    meaning.isDayFirst = words.contains { $0.entry?.isDayFirst == true }
    return meaning
  }

  /// The meaning of a heading in which words such as "taken", "planned" or "analysis of" change what its
  /// noun alone would mean.
  ///
  /// Work that is done, and work below a label, counts only where no heading names the action items.
  static func composed(of heading: Substring, isLabel: Bool) -> HeadingMeaning? {
    let words = FoldedLetters.plain(heading).split(separator: " ")
    guard words.count > 1, words.count < 10 else { return nil }
    let roles = words.map { HeadingWords.entry(of: $0)?.role }
    let isChanged = roles.contains { $0 == .past || $0 == .future }
    let isCarried = roles[0] == .carrier && roles.contains(.link)
    guard isChanged || isCarried, var meaning = meaning(of: heading) else { return nil }
    if meaning.kinds == [.actionItems], isLabel || roles.contains(.past) { meaning.doubt = .minor }
    return meaning
  }

  private static func kind(of part: ArraySlice<Word>, isNounFirst: Bool) -> SectionKind? {
    // A cause for joy is a reason to be glad, not what caused something.
    if zip(part, part.dropFirst()).contains(where: { $0.text == "cause" && $1.text == "for" }) {
      return nil
    }
    let chunks = part.split(whereSeparator: { $0.entry?.role == .link })
    for (index, chunk) in chunks.enumerated() {
      let words = chunk.filter { $0.entry?.role != .filler }
      guard let first = words.first else { continue }
      if let kind = kind(ofChunk: words, isNounFirst: isNounFirst) {
        // "Steps taken to prevent recurrence" are for the future all the same.
        let isForLater = chunks[(index + 1)...].joined().contains {
          $0.entry?.role == .quality(.actionItems)
        }
        return kind == .resolution && isForLater ? .actionItems : kind
      }
      // "Analysis of causes": the next noun decides. An unknown noun ends the search.
      let head = isNounFirst ? first : words[words.count - 1]
      guard head.entry?.role == .carrier else { return nil }
    }
    return nil
  }

  /// The kind that one noun with the words beside it names; `nil` when its head is unknown or says nothing.
  private static func kind(ofChunk words: [Word], isNounFirst: Bool) -> SectionKind? {
    let roles = words.compactMap { $0.entry?.role }
    let quality = roles.lazy.compactMap { role in
      if case .quality(let kind) = role { kind } else { nil as SectionKind? }
    }.first
    let isPast = roles.contains(.past)
    let isFuture = roles.contains(.future)
    switch head(of: words, isNounFirst: isNounFirst) {
    case .noun(let kind):
      if quality == .contributingFactors, kind == .rootCause { return .contributingFactors }
      if isFuture, kind == .resolution { return .actionItems }
      if isPast, kind == .actionItems, quality == nil { return .resolution }
      return kind
    case .deed:
      // Preventive measures are work even when they are done.
      if isPast, quality != .actionItems, !roles.contains(.noun(.actionItems)) {
        return .resolution
      }
      if let quality { return quality }
      if roles.contains(.noun(.actionItems)) { return .actionItems }
      return isFuture ? .actionItems : nil
    case .carrier?, .past?, .future?: return nil
    default:
      // "Affected crates", "Assets affected"; the head is any noun.
      guard let quality, words.count <= 4, quality == .impact || quality == .contributingFactors
      else { return nil }
      return quality
    }
  }

  /// The role of the head noun; `nil` for an unknown word.
  private static func head(of words: [Word], isNounFirst: Bool) -> Role? {
    let inOrder = isNounFirst ? words : words.reversed()
    for word in inOrder {
      switch word.entry?.role {
      case nil: return nil
      case .noun?, .deed?: return word.entry?.role
      case .mild(let kind)?:
        return words.allSatisfy { $0.entry != nil } ? .noun(kind) : nil
      case .carrier?, .past?, .future?: continue
      case .quality?:
        // "Users affected": a participle behind its noun.
        continue
      case .link?, .and?, .clause?, .filler?: continue
      }
    }
    return nil
  }
}
