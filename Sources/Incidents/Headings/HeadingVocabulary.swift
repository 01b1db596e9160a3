internal import Vocabulary

/// Which headings mean which part of a review. It is a table, so that a team's own words are just more
/// rows.
package struct HeadingVocabulary: Sendable {
  /// The meanings by folded heading.
  let table: [String: HeadingMeaning]
  /// The same entries in buckets, for headings with a typo.
  let spellings: [SpellingKey: [Spelling]]

  /// The words that begin a heading in languages that put the noun first.
  let openers: [String: HeadingMeaning]
  /// The words that end a heading, or its last word, in languages with compound words.
  let endings: [String: HeadingMeaning]

  /// Identifies the entries that a misspelt heading can be compared with.
  struct SpellingKey: Hashable, Sendable {
    let first: UInt8
    let length: Int
  }

  struct Spelling: Sendable {
    let bytes: [UInt8]
    let meaning: HeadingMeaning
  }

  /// The words of public templates and reviews, plus those that a team adds.
  package init(adding synonyms: [(kind: SectionKind, headings: [String])] = []) {
    // Building the tables takes a millisecond, and most teams add nothing.
    self = synonyms.isEmpty ? .standard : HeadingVocabulary(standardAnd: synonyms)
  }

  private init(standardAnd synonyms: [(kind: SectionKind, headings: [String])]) {
    var table: [String: HeadingMeaning] = [:]
    for row in HeadingTable.rows {
      for heading in row.headings {
        table[FoldedText.name(heading)] = HeadingMeaning([row.kind], row.doubt)
      }
    }
    for row in HeadingTable.nounFirst + HeadingTable.nounLast {
      for heading in row.headings.compactMap(FoldedText.unaccented) where table[heading] == nil {
        table[heading] = HeadingMeaning([row.kind], row.doubt)
      }
    }
    openers = Self.meanings(of: HeadingTable.nounFirst) { _ in true }
    endings = Self.meanings(of: HeadingTable.nounLast) { $0.utf8.count >= 6 && !$0.contains(" ") }
    let shared = Set(HeadingTable.english.flatMap { $0.headings.map(FoldedText.name) })
    for row in HeadingTable.nounFirst + HeadingTable.nounLast {
      for heading in Self.spellings(of: row) where !shared.contains(heading) {
        table[heading]?.isDayFirst = true
      }
    }
    for row in synonyms {
      for heading in row.headings { table[FoldedText.name(heading)] = HeadingMeaning([row.kind]) }
    }
    self.table = table
    spellings = Self.spellings(of: table)
  }

  /// Folded, with accents and without them.
  private static func spellings(of row: HeadingTable.Row) -> [String] {
    row.headings.map(FoldedText.name) + row.headings.compactMap(FoldedText.unaccented)
  }

  private static func meanings(
    of rows: [HeadingTable.Row], where isTaken: (String) -> Bool
  ) -> [String: HeadingMeaning] {
    var meanings: [String: HeadingMeaning] = [:]
    for row in rows where row.doubt == nil {
      for heading in spellings(of: row) where isTaken(heading) {
        meanings[heading] = HeadingMeaning([row.kind])
        meanings[heading]?.isDayFirst = true
      }
    }
    return meanings
  }

  package static let standard = HeadingVocabulary(standardAnd: [])

  /// The part that a heading names; `nil` when it is unknown.
  ///
  /// Case, punctuation, emoji and numbering are ignored, and so is the text after `(`, `:` or ` - `: "4. ⏱
  /// Timeline (all times UTC)" is the timeline.
  package func kind(of heading: String) -> SectionKind? { meaning(of: heading)?.kinds.first }

  private static func spellings(of table: [String: HeadingMeaning]) -> [SpellingKey: [Spelling]] {
    var spellings: [SpellingKey: [Spelling]] = [:]
    for (text, meaning) in table {
      let bytes = Array(text.utf8)
      guard bytes.count >= 6, let first = bytes.first, bytes.allSatisfy({ $0 < 0x80 }),
        !HeadingTable.unlikeSlips.contains(text)
      else { continue }
      spellings[SpellingKey(first: first, length: bytes.count), default: []].append(
        Spelling(bytes: bytes, meaning: meaning))
    }
    // A set has no order, but a heading must always have the same meaning.
    return spellings.mapValues { entries in
      entries.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    }
  }
}
