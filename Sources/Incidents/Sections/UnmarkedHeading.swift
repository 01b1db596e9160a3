internal import Bytes
internal import CommonMark
internal import Diagnostics

/// A line that names a part but is no heading: `##Root cause`, `**Action items**` beside real headings, or
/// "Action items" alone above a list.
package struct UnmarkedHeading: Hashable, Sendable {
  package enum Form: UInt8, Sendable {
    /// Signs without a space behind them.
    case unspaced
    case bold
    case plain
  }

  package let kind: SectionKind
  package let line: Int
  /// Without its marks and without a colon at the end.
  package let words: String
  package let form: Form
}

extension UnmarkedHeading {
  /// The first such line of each part that a document does not have.
  static func all(
    in document: DocumentReading, _ outline: ReviewOutline, vocabulary: HeadingVocabulary
  ) -> [UnmarkedHeading] {
    var missing = required.subtracting(
      (outline.sections + outline.labelled).flatMap { section in
        [section.kind].compactMap(\.self) + section.otherKinds
      })
    if missing.isEmpty { return [] }
    var found: [UnmarkedHeading] = []
    for (index, block) in document.blocks.enumerated() where block.depth == 0 {
      guard block.kind == .paragraph else { continue }
      for line in block.lines {
        guard line <= document.file.lineCount,
          let (words, form) = words(ofLine: line, index, of: document),
          let meaning = vocabulary.meaning(of: words, match: form == .plain ? .title : .close),
          let kind = meaning.kinds.first, meaning.doubt == nil, missing.remove(kind) != nil
        else { continue }
        found.append(UnmarkedHeading(kind: kind, line: line, words: words, form: form))
      }
    }
    return found
  }

  /// The parts that a review is asked for.
  private static let required: Set<SectionKind> = [
    .summary, .impact, .detection, .timeline, .rootCause, .lessons, .actionItems,
  ]

  /// The most bytes of a heading.
  private static let longest = 80

  private static func words(
    ofLine line: Int, _ index: Int, of document: DocumentReading
  ) -> (String, Form)? {
    let text = trimmed(document.file.bytes[document.file.offsets(ofLine: line)])
    guard text.count <= longest, let first = text.first else { return nil }
    let block = document.blocks[index]
    if first == UInt8(ascii: "#") {
      let signs = text.prefix { $0 == first }
      let rest = text.dropFirst(signs.count)
      guard signs.count <= 6, rest.first.map({ $0.isAlphanumeric || $0 >= 0x80 }) == true else {
        return nil
      }
      return (named(rest), .unspaced)
    }
    guard line == block.lines.lowerBound else { return nil }
    for mark in ["**", "__"] where text.starts(with: mark.utf8) {
      var inner = text.dropFirst(2)
      if inner.last == UInt8(ascii: ":") { inner = inner.dropLast() }
      guard inner.count > 2, inner.suffix(2).elementsEqual(mark.utf8) else { return nil }
      inner = inner.dropLast(2)
      return inner.contains(mark.utf8.first ?? 0) ? nil : (named(inner), .bold)
    }
    let isAlone = block.lines.count == 1 && index + 1 < document.blocks.count
    guard isAlone, first.isUppercase || first >= 0x80, hasContent(document.blocks[index + 1])
    else { return nil }
    return (named(text), .plain)
  }

  private static func hasContent(_ block: Block) -> Bool {
    switch block.kind {
    case .paragraph, .item, .tableHeader, .code: true
    case .heading, .html, .quote, .tableRow, .thematicBreak: false
    }
  }

  private static func named(_ bytes: ArraySlice<UInt8>) -> String {
    let words = bytes.withoutEnd {
      $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "#") || $0 == 0x20
    }
    return String(decoding: words, as: UTF8.self)
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.withoutEnd(\.isWhitespace).drop { $0.isSpaceOrTab }
  }
}
