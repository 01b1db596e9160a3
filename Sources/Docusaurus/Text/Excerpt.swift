internal import Bytes
internal import CommonMark
internal import Diagnostics

/// Where list pages cut a post off: after its opening or its summary, between two top-level blocks.
///
/// The text before this place is also shown alone on other pages, so it must not contain references to
/// footnotes, or text that Docusaurus would take for the marker.
struct Excerpt {
  /// The start of a line at the top level, or the end of the body.
  let end: Int
  /// Whether the author's own marker is at this place.
  let hasMarker: Bool
  /// Whether there is nothing before the end, so that a sentence has to be written there.
  let isEmpty: Bool

  private static let mostBlocks = 8
  private static let mostBytes = 3_000

  /// Finds the place.
  ///
  /// - Parameters:
  ///   - page: A review; nothing in it is changed.
  ///   - summaryLine: The line of the summary's heading, if there is one.
  ///   - description: What the post is about, in a sentence or more. It is written where the text before the place
  ///     would be metadata.
  ///   - isMDX: Whether the page is written in MDX, where an element must not be cut in two.
  init(
    of page: Rewriting, summaryLine: Int?, description: String = "", isMDX: Bool = false
  ) {
    let whole = isMDX ? page.openRanges : RangeSet()
    let places = Self.places(in: page, whole: whole)
    let own = Self.ownMarker(in: page).flatMap { own in
      whole.contains(own) ? nil : own
    }
    let marker = Self.firstMarker(in: page)
    let first = places.first ?? page.body.upperBound
    let limit = min(Self.firstFootnote(in: page), marker ?? .max)
    if let own, own <= limit {
      (end, hasMarker, isEmpty) = (own, true, own <= first)
      return
    }
    var wanted = Self.wantedEnd(in: page, places: places, summaryLine: summaryLine)
    if whole.contains(wanted), let element = whole.ranges.first(where: { $0.contains(wanted) }) {
      wanted = element.upperBound
    }
    wanted = places.first { $0 >= wanted } ?? page.body.upperBound
    let bounded = places.prefix(Self.mostBlocks + 1).last { $0 <= first + Self.mostBytes } ?? first
    // The second place is always allowed: one block, however long, is better than none.
    let second = places.count > 1 ? places[1] : page.body.upperBound
    var end = min(wanted, max(bounded, second))
    if end > limit { end = places.last { $0 <= limit } ?? page.body.lowerBound }
    if !description.isEmpty, end > first, first >= page.body.lowerBound,
      !Opening(of: page, from: first, to: end, summaryLine: summaryLine).says(description)
    {
      end = first
    }
    self.end = end
    hasMarker = false
    isEmpty = end <= first
  }

  /// The offsets at which the text can be cut: the end, and the starts of top-level blocks from the first
  /// one that shows anything, except inside a list or a table. The title does not count.
  private static func places(in page: Rewriting, whole: RangeSet<Int>) -> [Int] {
    let titleLine = page.title?.line
    var places: [Int] = []
    var isInList = false
    let blocks = page.blocks
    for number in blocks.indices.filter({ blocks[$0].depth == 0 }).sorted(by: {
      blocks[$0].lines.lowerBound < blocks[$1].lines.lowerBound
    }) {
      let block = blocks[number]
      let line = block.lines.lowerBound
      var isItem = false
      if case .item = block.kind { isItem = true }
      defer { isInList = isItem }
      if line == titleLine || block.kind == .tableRow || (isItem && isInList) { continue }
      let offset = page.file.start(ofLine: line)
      if whole.contains(offset) { continue }
      let isWhole = whole.contains(offset + 1)
      if places.isEmpty, !isWhole, !showsAnything(number, in: page) { continue }
      if offset > (places.last ?? -1), offset >= page.body.lowerBound { places.append(offset) }
    }
    return places + [page.body.upperBound]
  }

  /// Comments, rules and empty blocks show nothing, and neither do tags that only enclose what follows.
  private static func showsAnything(_ number: Int, in page: Rewriting) -> Bool {
    let block = page.blocks[number]
    return switch block.kind {
    case .thematicBreak: false
    case .code: block.text.utf8.contains { $0 != .newline }
    case .paragraph:
      block.text.utf8.contains { !$0.isWhitespace } || !block.links.isEmpty
        || block.hasFootnotes
    case .html: showsAnything(markup: block, in: page)
    case .quote(.some): true
    case .item, .quote:
      !block.text.isEmpty
        || page.blocks[(number + 1)...].prefix { $0.depth > block.depth }.contains { inner in
          // A box shows its title.
          if case .quote(.some) = inner.kind { return true }
          return !inner.text.isEmpty
        }
    default: block.text.utf8.contains { !$0.isWhitespace } || !block.links.isEmpty
    }
  }

  private static func showsAnything(markup block: Block, in page: Rewriting) -> Bool {
    let range = page.range(of: block)
    var next = range.lowerBound
    for piece in block.pieces {
      let isSeen = piece.token.kind != .comment && !piece.token.isLive
      if isSeen || !page.file.bytes.trimmed(next..<piece.range.lowerBound).isEmpty { return true }
      next = piece.range.upperBound
    }
    return !page.file.bytes.trimmed(next..<max(next, range.upperBound)).isEmpty
  }

  private static func wantedEnd(in page: Rewriting, places: [Int], summaryLine: Int?) -> Int {
    let titleLine = page.title?.line
    let outline = Outline(of: page.blocks, end: page.file.lineCount + 1)
    let headings = outline.sections.lazy.filter { !$0.isHeld }.map { page.blocks[$0.heading] }
      .filter { $0.depth == 0 && $0.lines.lowerBound != titleLine }
    guard let heading = headings.first else {
      return places.count > 1 ? places[1] : page.body.upperBound
    }
    let start = page.file.start(ofLine: heading.lines.lowerBound)
    if let first = places.first, first < start { return start }
    // Only headings may be above that of the summary.
    let starts = headings.map { page.file.start(ofLine: $0.lines.lowerBound) }
    if let summary = headings.firstIndex(where: { $0.lines.lowerBound == summaryLine }),
      places.starts(with: starts[...summary])
    {
      return starts[(summary + 1)...].first ?? page.body.upperBound
    }
    // The heading and the first block below it.
    return places.count > 2 ? places[2] : page.body.upperBound
  }

  /// The line of the author's marker, when it is alone at the top level.
  private static func ownMarker(in page: Rewriting) -> Int? {
    let block = page.blocks.first { block in
      block.kind == .html && block.depth == 0 && block.lines.count == 1
        && isMarker(page.file.text(ofLine: block.lines.lowerBound).utf8)
    }
    return block.map { page.file.start(ofLine: $0.lines.lowerBound) }
  }

  private static func isMarker(_ line: some Collection<UInt8>) -> Bool {
    let bytes = Array(line)
    let text = bytes.trimmed(bytes.indices)
    return TruncateMarker.end(at: text.lowerBound, in: bytes) == text.upperBound
      && bytes.has("<!--", at: text.lowerBound)
  }

  /// The start of the line where Docusaurus would cut the body at a text that cannot be changed, for
  /// example in code.
  private static func firstMarker(in page: Rewriting) -> Int? {
    let bytes = page.file.bytes
    let hits = page.body.filter { TruncateMarker.end(at: $0, in: bytes) != nil }
    guard !hits.isEmpty else { return nil }
    let edited = page.editedMarkup
    let hit = hits.first { !edited.covers($0) }
    return hit.map { page.file.start(ofLine: page.file.location(ofOffset: $0).line) }
  }

  private static func firstFootnote(in page: Rewriting) -> Int {
    let titleLine = page.title?.line
    for (run, tokens) in zip(page.runs, page.tokens) where run.line != titleLine {
      for case .footnote(let range) in tokens {
        return page.file.start(
          ofLine: page.file.location(ofOffset: max(range.lowerBound, run.range.lowerBound)).line)
      }
    }
    return .max
  }
}
