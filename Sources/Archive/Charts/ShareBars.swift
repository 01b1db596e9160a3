internal import Publishing
internal import Vocabulary

/// Counts as bars, each beside the whole that it is a part of.
struct ShareBars {
  struct Bar {
    let name: String
    let count: Int
    let total: Int

    /// "12 of 20 (60 %)"; without the percentage where there is too little to compare.
    var words: String {
      Wording.share(count, of: total)
    }
  }

  let bars: [Bar]

  private static let rowHeight = 58.0

  func drawing(id: String, title: String) -> SVG {
    let width = DurationAxis.width
    let high = Double(max(1, bars.map(\.total).max() ?? 1))
    var svg = SVG(
      id: id, width: width, height: Double(bars.count) * Self.rowHeight + 4, title: title,
      description: bars.map { "\($0.name): \($0.words)" }.joined(separator: ". ") + ".")
    for (index, bar) in bars.enumerated() {
      let y = Double(index) * Self.rowHeight + 30
      svg.text(bar.name, x: 0, y: y - 6, [.class("strong")])
      svg.text(bar.words, x: width, y: y - 6, [.anchor(.end)])
      svg.rect(x: 0, y: y, width: Double(bar.total) / high * width, height: 14, [.class("spread")])
      if bar.count > 0 {
        svg.rect(x: 0, y: y, width: Double(bar.count) / high * width, height: 14, [.class("bar")])
      }
    }
    return svg
  }
}
