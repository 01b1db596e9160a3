internal import Learning
internal import Publishing
internal import Templates
internal import Vocabulary

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Every duration as a dot on a logarithmic axis, with the median and the quartiles. Never a mean.
struct DurationDots {
  struct Row {
    let name: String
    let figures: Figures
  }

  private let rows: [Row]
  private let id: String
  private let title: String

  private static let width = 720.0
  private static let left = 6.0
  private static let rowHeight = 62.0
  /// More dots than this say no more; every so many is drawn then.
  private static let mostDots = 300

  init(_ rows: [Row], id: String, title: String) {
    self.rows = rows.filter { $0.figures.count > 0 }
    self.id = id
    self.title = title
  }

  var isEmpty: Bool { rows.isEmpty }

  var value: TemplateValue {
    ChartValue(
      svg: drawing,
      caption: "Each dot is one incident. The line is the median, and the band is the middle half.",
      columns: [
        "Figure", "Incidents", "Shortest", "Lower quartile", "Median", "Upper quartile", "Longest",
      ],
      rows: rows.map { row in
        let figures = row.figures
        let cells = [
          figures.values.first, figures.lowerQuartile, figures.median, figures.upperQuartile,
          figures.values.last,
        ]
        return [row.name, String(figures.count)] + cells.map { $0.map(Wording.length) ?? "" }
      }
    ).value
  }

  private var height: Double { Double(rows.count) * Self.rowHeight + 34 }

  /// 1 minute is at the left edge; 0 minutes counts as half of one.
  private func x(_ minutes: Int) -> Double {
    let low = log(0.5)
    let longest = rows.compactMap(\.figures.values.last).max() ?? 60
    let high = log(Double(max(60, longest)) * 1.2)
    let part = (log(max(0.5, Double(minutes))) - low) / (high - low)
    return Self.left + part * (Self.width - Self.left - 10)
  }

  private var drawing: SVG {
    let sentences = rows.map { "\($0.name): \(Wording.middle(of: $0.figures))" }
    var svg = SVG(
      id: id, width: Self.width, height: height, title: title,
      description: sentences.joined(separator: ". ") + ".")
    drawAxis(&svg)
    for (index, row) in rows.enumerated() {
      draw(row, at: Double(index) * Self.rowHeight + 40, &svg)
    }
    return svg
  }

  private func drawAxis(_ svg: inout SVG) {
    let bottom = height - 22
    let longest = rows.compactMap(\.figures.values.last).max() ?? 60
    for minutes in [1, 10, 60, 600, 1440, 10_080, 43_200] where minutes <= max(60, longest) {
      svg.line(x1: x(minutes), y1: 0, x2: x(minutes), y2: bottom, [.class("axis")])
      svg.text(Wording.length(minutes), x: x(minutes), y: bottom + 16, [.anchor(.middle)])
    }
  }

  private func draw(_ row: Row, at y: Double, _ svg: inout SVG) {
    svg.text(row.name, x: 0, y: y - 22, [.class("strong")])
    let figures = row.figures
    if figures.isComparable, let low = figures.lowerQuartile, let high = figures.upperQuartile,
      let median = figures.median
    {
      svg.rect(
        x: x(low), y: y - 13, width: max(1, x(high) - x(low)), height: 26, [.class("spread")])
      svg.line(x1: x(median), y1: y - 15, x2: x(median), y2: y + 15, [.class("median")])
    }
    let step = max(1, figures.count / Self.mostDots)
    for index in stride(from: 0, to: figures.count, by: step) {
      let minutes = figures.values[index]
      // Dots on one spot are set apart by a fixed pattern, so that the same data give the same
      // bytes.
      let shift = Double(index / step % 5 - 2) * 3
      svg.circle(
        x: x(minutes), y: y + shift, radius: 4, [.class("dot")], title: Wording.length(minutes))
    }
  }
}
