internal import Incidents
internal import Learning
internal import Publishing
internal import Templates
internal import Vocabulary

/// Incidents per quarter as bars, the last five years at most.
struct QuarterBars {
  private struct Quarter {
    let year: Int
    let quarter: Int
    var count: Int

    var name: String { "\(year) Q\(quarter)" }
  }

  private let quarters: [Quarter]
  private let id: String

  private static let most = 20
  private static let width = 720.0
  private static let height = 150.0

  /// - Returns: `nil` when no incident has a day.
  init?(of incidents: [Int], in library: Library, id: String) {
    let days = incidents.compactMap { library.incidents[$0].day }
    guard let first = days.min(), let last = library.today ?? days.max() else { return nil }
    func number(_ day: CalendarDay) -> Int { day.year * 4 + day.quarter - 1 }
    let end = max(number(last), number(first))
    let start = max(number(first), end - Self.most + 1)
    var quarters = (start...end).map { Quarter(year: $0 / 4, quarter: $0 % 4 + 1, count: 0) }
    for day in days where number(day) >= start && number(day) <= end {
      quarters[number(day) - start].count += 1
    }
    self.quarters = quarters
    self.id = id
  }

  var value: TemplateValue { chart.value }

  private var chart: ChartValue {
    ChartValue(
      svg: drawing, caption: "", columns: ["Quarter", "Incidents"],
      rows: quarters.map { [$0.name, String($0.count)] })
  }

  private var sentence: String {
    let total = quarters.reduce(0) { $0 + $1.count }
    let high = quarters.map(\.count).max() ?? 0
    let name = quarters.first { $0.count == high }?.name ?? ""
    return "\(Wording.counted(total, "incident")) from \(quarters.first?.name ?? "") to "
      + "\(quarters.last?.name ?? ""), at most \(high) in \(name)."
  }

  private var drawing: SVG {
    var svg = SVG(
      id: id, width: Self.width, height: Self.height, title: "Incidents per quarter",
      description: sentence)
    let high = Double(max(1, quarters.map(\.count).max() ?? 1))
    let step = min(72, Self.width / Double(quarters.count))
    let base = Self.height - 62
    svg.line(x1: 0, y1: base, x2: step * Double(quarters.count), y2: base, [.class("axis")])
    for (index, quarter) in quarters.enumerated() {
      let x = Double(index) * step
      let size = Double(quarter.count) / high * (base - 28)
      if quarter.count > 0 {
        svg.rect(
          x: x + step * 0.2, y: base - size, width: step * 0.6, height: size, [.class("bar")],
          title: "\(quarter.name): \(quarter.count)")
        svg.text(
          String(quarter.count), x: x + step / 2, y: base - size - 4,
          [.anchor(.middle), .class("strong")])
      }
      let middle = x + step / 2
      if step >= 30 { svg.text("Q\(quarter.quarter)", x: middle, y: base + 24, [.anchor(.middle)]) }
      if index == 0 || quarter.quarter == 1 {
        svg.text(String(quarter.year), x: middle, y: base + 52, [.anchor(.middle)])
      }
    }
    return svg
  }
}
