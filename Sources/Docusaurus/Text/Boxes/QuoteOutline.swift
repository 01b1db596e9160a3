internal import Bytes
internal import CommonMark

/// The quotes of a document and how they are nested, so that the quotes around a line are found without
/// looking at every block.
struct QuoteOutline: Sendable {
  private struct Quote {
    let lines: LineRange
    let depth: Int
    /// The enclosing quote, by its index.
    let parent: Int?
  }

  /// In the order of their first lines; outer quotes come before inner ones.
  private var quotes: [Quote] = []

  /// Admonitions do not count as quotes, because their marks are rewritten.
  init(of blocks: [Block]) {
    var open: [Int] = []
    for block in blocks where block.kind == .quote(admonition: nil) {
      while let last = open.last, quotes[last].lines.upperBound <= block.lines.lowerBound {
        open.removeLast()
      }
      quotes.append(Quote(lines: block.lines, depth: block.depth, parent: open.last))
      open.append(quotes.count - 1)
    }
  }

  /// How many quotes there are around a line of a block at this depth.
  func count(around line: Int, depth: Int) -> Int {
    var count = 0
    let after = quotes.partition { $0.lines.lowerBound > line }
    var next = after > 0 ? after - 1 : nil
    while let index = next {
      let quote = quotes[index]
      if quote.depth < depth, quote.lines.contains(line) { count += 1 }
      next = quote.parent
    }
    return count
  }
}
