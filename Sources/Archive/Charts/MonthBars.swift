internal import Publishing
internal import Vocabulary

/// Incidents per month as bars of one part a severity, the worst at the bottom.
struct MonthBars {
  struct Month {
    let year: Int
    /// From 1.
    let month: Int
    /// One for each severity.
    var counts: [Int]

    var total: Int { counts.reduce(0, +) }
    var name: String { "\(year)-\(Digits.padded(month))" }
  }

  let months: [Month]
  /// The class of each severity's part.
  let keys: [String]

  private static let height = 220.0
  private static let letters = ["J", "F", "M", "A", "M", "J", "J", "A", "S", "O", "N", "D"]

  func drawing(id: String, title: String, description: String) -> SVG {
    let width = DurationAxis.width
    var svg = SVG(
      id: id, width: width, height: Self.height, title: title, description: description)
    let high = Double(max(1, months.map(\.total).max() ?? 1))
    let step = min(60, width / Double(max(1, months.count)))
    let base = Self.height - 62
    svg.line(x1: 0, y1: base, x2: step * Double(months.count), y2: base, [.class("axis")])
    for (index, month) in months.enumerated() {
      let x = Double(index) * step
      var y = base
      for (place, count) in month.counts.enumerated() where count > 0 {
        let size = Double(count) / high * (base - 30)
        y -= size
        svg.rect(
          x: x + step * 0.15, y: y, width: step * 0.7, height: size, [.class(keys[place])])
      }
      if month.total > 0 {
        svg.text(
          String(month.total), x: x + step / 2, y: y - 5, [.anchor(.middle), .class("strong")])
      }
      svg.text(
        Self.letters[month.month - 1], x: x + step / 2, y: base + 24, [.anchor(.middle)])
      if month.month == 1 || index == 0 && month.month < 11 {
        svg.text(String(month.year), x: x + step * 0.15, y: base + 52)
      }
    }
    return svg
  }
}
