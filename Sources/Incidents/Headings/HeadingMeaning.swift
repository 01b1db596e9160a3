internal import Bytes
internal import Vocabulary

/// What a heading may mean, before the headings beside it are known.
struct HeadingMeaning: Sendable {
  /// Why the words alone do not decide.
  enum Doubt: Sendable {
    /// "Context": the log if it contains times; the summary if nothing else is one.
    case setting
    /// "Key events": the timeline if there is no fuller one.
    case minor
    /// "What went wrong": a list of lessons beside "What went well", or the cause if the review has no
    /// other.
    case wrong
    /// "Analysis": the cause, if nothing else is one.
    case fallback
  }

  /// The first kind is the main one: "Lessons learned and next steps" is two parts.
  var kinds: [SectionKind]
  var doubt: Doubt?
  /// Whether its language writes the day before the month.
  var isDayFirst = false

  init(_ kinds: [SectionKind], _ doubt: Doubt? = nil) {
    self.kinds = kinds
    self.doubt = doubt
  }
}

/// How a heading is looked up: the surer it is that a text is a heading, the more its words may differ.
enum HeadingMatch {
  /// Exactly these words, apart from brackets after them: in a title, the text after `:` or ` - ` is the
  /// actual title.
  case title
  /// The words of the table, ignoring numbers, case, punctuation, fillers and anything after `(`, `:` or
  /// ` - `.
  case close
  /// Also phrases that contain the words ("Root cause of the outage"), questions ("How do we avoid it?")
  /// and typos ("Timelime").
  case free
}

extension HeadingVocabulary {
  /// The meaning of a heading; `nil` when it is unknown.
  func meaning(of heading: String, match: HeadingMatch = .free) -> HeadingMeaning? {
    // The longest heading of any review is one sentence; longer texts are paragraphs.
    guard heading.utf8.count <= 200 else { return nil }
    let whole = FoldedText.name(heading)
    if let meaning = table[whole] { return meaning }
    if match == .title { return titled(heading) }
    let (front, inner) = Self.withoutSuffix(heading)
    let base = front.map { FoldedText.name($0) } ?? whole
    if front != nil, let meaning = table[base] { return explained(meaning, by: inner) }
    if match == .free, let meaning = HeadingGrammar.composed(of: base[...], isLabel: false) {
      return meaning
    }
    let words = Self.withoutFillers(base.split(separator: " "))
    if let meaning = table[words.joined(separator: " ")] { return meaning }
    guard match == .free else {
      return compound(words, heading: front ?? heading, match)
        ?? HeadingGrammar.composed(of: base[...], isLabel: true)
    }
    if let inner, let meaning = table[FoldedText.name(inner)] { return meaning }
    return compound(words, heading: front ?? heading, match) ?? phrase(words)
      ?? phrase(base.split(separator: " "))
      ?? HeadingQuestions.meaning(of: front ?? heading) ?? foreign(words)
      ?? unspaced(base) ?? HeadingGrammar.meaning(of: base[...])
      ?? nearest(words.joined(separator: " ")) ?? keyword(words)
  }

  /// "What happened (timeline)", "Remediation (action items)": the words in brackets name the section more
  /// precisely.
  private func explained(_ meaning: HeadingMeaning, by inner: String?) -> HeadingMeaning {
    if let inner, inner.utf8.last == UInt8(ascii: ")"), meaning.doubt == nil,
      meaning.kinds == [.resolution] || meaning.kinds == [.response],
      let other = table[FoldedText.name(inner)], other.kinds == [.actionItems]
    {
      return HeadingMeaning([.actionItems])
    }
    guard meaning.kinds == [.summary], let other = inner.flatMap({ table[FoldedText.name($0)] }),
      other.doubt == nil, other.kinds != [.metadata], other.kinds != meaning.kinds
    else { return meaning }
    return HeadingMeaning(other.kinds + meaning.kinds)
  }

  /// "Timeline (all times UTC)", "Timeline - May 29, 2026": a day may also follow.
  private func titled(_ heading: String) -> HeadingMeaning? {
    let (front, inner) = Self.withoutSuffix(heading)
    guard let front, let inner else { return nil }
    let rest = Array(inner.utf8.drop { $0 == 0x20 || $0 == UInt8(ascii: "-") || $0 >= 0x80 })
    let isBracket = heading.utf8.dropFirst(front.utf8.count).first == UInt8(ascii: "(")
    guard isBracket || DateReading(leading: rest[...]) != nil || rest.isEmpty else { return nil }
    return table[FoldedText.name(front)]
  }

  /// The part before `(`, `:`, ` - ` or a dash, and the part after it: "Part 2: Timeline", "Best guess
  /// (root cause)".
  private static func withoutSuffix(_ heading: String) -> (front: String?, inner: String?) {
    let bytes = Array(heading.utf8)
    guard let start = bytes.firstIndex(where: { $0.isWordByte && !$0.isDigit }) else {
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
        let width = bytes[index] < 0x80 ? 1 : 3
        return (front, String(decoding: rest.dropFirst(width), as: UTF8.self))
      }
      index += 1
    }
    return (nil, nil)
  }

  private static let fullWidthBracket = Array("（".utf8)
  private static let fullWidthColon = Array("：".utf8)
}

extension UInt8 {
  fileprivate var isWordByte: Bool {
    isAlphanumeric || self >= 0x80
  }
}

extension ArraySlice<UInt8> {
  /// An en dash, an em dash or a horizontal bar.
  fileprivate var isDash: Bool {
    guard count >= 3, self[startIndex] == 0xE2, self[startIndex + 1] == 0x80 else { return false }
    return (0x92...0x95).contains(self[startIndex + 2])
  }
}
