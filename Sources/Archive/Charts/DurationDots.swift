internal import Learning
internal import Publishing
internal import Vocabulary

/// Durations as dots on a logarithmic axis, with the median and the quartiles. Never a mean.
struct DurationDots {
  struct Dot {
    let minutes: Int
    /// What the dot is about.
    let name: String
    /// Relative to the page of the drawing.
    let url: String
  }

  struct Row {
    let name: String
    let dots: [Dot]
    let figures: Figures

    init(name: String, dots: [Dot]) {
      self.name = name
      self.dots = dots.enumerated().sorted {
        ($0.element.minutes, $0.offset) < ($1.element.minutes, $1.offset)
      }.map(\.element)
      figures = Figures(dots.map(\.minutes))
    }
  }

  private let rows: [Row]
  private let axis: DurationAxis
  /// A length of time that should not be exceeded, drawn as a line.
  var limit: Int?

  private static let rowHeight = 68.0
  private static let top = 52.0
  /// More dots than this say no more; every so many is drawn then.
  static let mostDots = 200

  /// `isLong` is for lengths of days.
  init(_ rows: [Row], limit: Int? = nil, isLong: Bool = false) {
    self.rows = rows.filter { $0.figures.count > 0 }
    self.limit = limit
    axis = DurationAxis(
      longest: max(
        limit.map { $0 + $0 / 2 } ?? 0, self.rows.compactMap(\.figures.values.last).max() ?? 0),
      isLong: isLong)
  }

  var isEmpty: Bool { rows.isEmpty }

  /// What the drawing leaves out, in words; empty when it shows every dot.
  var remark: String {
    rows.contains { $0.dots.count > Self.mostDots }
      ? " Where there are more than \(Self.mostDots) dots, some are left out; the file has all."
      : ""
  }

  func drawing(id: String, title: String) -> SVG {
    let height = Double(rows.count) * Self.rowHeight + 40
    let sentences = rows.map { "\($0.name): \(Wording.middle(of: $0.figures))" }
    var svg = SVG(
      id: id, width: DurationAxis.width, height: height, title: title,
      description: sentences.joined(separator: ". ") + ".")
    let bottom = height - 30
    axis.draw(to: bottom, &svg)
    if let limit {
      svg.line(x1: axis.x(limit), y1: 0, x2: axis.x(limit), y2: bottom, [.class("limit")])
    }
    for (index, row) in rows.enumerated() {
      draw(row, at: Double(index) * Self.rowHeight + Self.top, &svg)
    }
    return svg
  }

  private func draw(_ row: Row, at y: Double, _ svg: inout SVG) {
    svg.text(row.name, x: 0, y: y - 22, [.class("strong")])
    let figures = row.figures
    if figures.isComparable, let low = figures.lowerQuartile, let high = figures.upperQuartile,
      let median = figures.median
    {
      svg.rect(
        x: axis.x(low), y: y - 13, width: max(1, axis.x(high) - axis.x(low)), height: 26,
        [.class("spread")])
      svg.line(
        x1: axis.x(median), y1: y - 15, x2: axis.x(median), y2: y + 15, [.class("median")])
    }
    let step = max(1, (row.dots.count + Self.mostDots - 1) / Self.mostDots)
    for index in stride(from: 0, to: row.dots.count, by: step) {
      let dot = row.dots[index]
      // Dots on one spot are set apart by a fixed pattern, so that the same data give the same bytes.
      let shift = Double(index / step % 5 - 2) * 3
      svg.link(to: dot.url, label: "\(dot.name): \(Wording.length(dot.minutes))") { link in
        link.circle(x: axis.x(dot.minutes), y: y + shift, radius: 4, [.class("dot")])
      }
    }
  }
}
