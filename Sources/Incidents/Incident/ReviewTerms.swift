internal import Bytes
internal import CommonMark
internal import Vocabulary

/// The words and errors by which a review is compared with others, made while it is read so that nothing has to be read
/// again.
///
/// They come from the title, the summary, the impact, the cause, the resolution, the lessons and the code; of a review
/// with hardly any text in those, from all of it.
package struct ReviewTerms: Hashable, Sendable {
  /// Words of the title, the most frequent in the text first, between single spaces.
  package var title = ""
  /// Other words of code, and names of things, the most frequent first, between single spaces.
  package var names = ""
  /// Other words, the most frequent first, between single spaces.
  package var words = ""
  /// Messages of errors as the review shows them, each on one line.
  package var errors: [String] = []

  /// How many words are kept at most.
  private static let most = 48
  /// With fewer words the parts that tell most are not there, and all of the text counts.
  private static let fewest = 60
  /// How many bytes of a whole text are looked at.
  private static let mostText = 8_192
  private static let kinds: [SectionKind] = [
    .summary, .impact, .rootCause, .contributingFactors, .resolution, .lessons,
  ]

  package init() {}

  /// A review, a timeline, or both; the incident has its title and its sections already.
  init(of incident: Incident, _ documents: [DocumentReading]) {
    var counter = TermCounter()
    counter.add(Array(incident.title.utf8), as: .title)
    var seen: Set<Int> = []
    for review in documents where review.path == incident.reviewPath {
      for part in Self.kinds.flatMap(incident.parts(of:)) {
        for block in review.blocks(in: part.lines)
        where seen.insert(block.lines.lowerBound).inserted { counter.add(block) }
      }
    }
    if counter.total < Self.fewest {
      var length = 0
      for block in documents.flatMap(\.blocks) where length < Self.mostText {
        length += block.text.utf8.count
        if seen.insert(block.lines.lowerBound).inserted { counter.add(block) }
      }
    }
    let code = documents.flatMap { InlineCode(of: $0).spans }
    errors = ErrorMessage.all(in: code)
    // Of fences, which may hold whole programs, only the errors count.
    for span in code where !span.isFenced || ErrorMessage.isOne(span.text) {
      counter.add(span.text, as: .code)
    }
    let best = counter.best(Self.most)
    title = best.filter(\.isTitle).map(\.word).joined(separator: " ")
    names = best.filter { $0.isName && !$0.isTitle }.map(\.word).joined(separator: " ")
    words = best.filter { !$0.isName }.map(\.word).joined(separator: " ")
  }
}

/// Counts the words of one review.
private struct TermCounter {
  enum Origin { case title, code, text }

  struct Found {
    let word: String
    var count = 1
    var isTitle: Bool
    var isName: Bool
  }

  private var places: [UInt64: Int] = [:]
  private var found: [Found] = []
  /// How many words were added, repeated ones too.
  private(set) var total = 0

  mutating func add(_ block: Block) {
    switch block.kind {
    case .code, .html, .thematicBreak: return
    case .tableRow, .tableHeader: for cell in block.cells { add(Array(cell.text.utf8), as: .text) }
    default: add(Array(block.text.utf8), as: .text)
    }
  }

  mutating func add(_ text: [UInt8], as origin: Origin) {
    Terms.each(in: text) { word, isName in
      total += 1
      let key = Terms.key(of: word)
      let isName = isName || origin != .text
      if let place = places[key] {
        found[place].count += 1
        found[place].isName = found[place].isName || isName
      } else {
        guard !CommonWords.contains(key: key) else { return }
        places[key] = found.count
        found.append(
          Found(
            word: String(decoding: word, as: UTF8.self), isTitle: origin == .title, isName: isName))
      }
    }
  }

  /// The words that tell most: those of the title, then names, then by how often they are there, then by place.
  func best(_ most: Int) -> [Found] {
    let order = found.indices.sorted { left, right in
      Self.rank(found[left], left) < Self.rank(found[right], right)
    }
    return order.prefix(most).map { found[$0] }
  }

  private static func rank(_ found: Found, _ place: Int) -> (Int, Int, Int) {
    (found.isTitle ? 0 : found.isName ? 1 : 2, -found.count, place)
  }
}
