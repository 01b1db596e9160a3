internal import Incidents
internal import Learning
internal import Vocabulary

extension Wording {
  static func name(of duration: DerivedDuration) -> String {
    switch duration {
    case .detect: "Time to detect"
    case .acknowledge: "Time to acknowledge"
    case .declare: "Time to declare"
    case .mitigate: "Time to mitigate"
    case .resolve: "Time to resolve"
    case .reviewLag: "Time to review"
    }
  }

  /// The median with its spread, or why there is none.
  static func middle(of figures: Figures) -> String {
    guard let median = figures.median, let low = figures.values.first,
      let high = figures.values.last
    else { return "unknown for every incident" }
    let range =
      low == high
      ? "n = \(figures.count), \(length(low))"
      : "n = \(figures.count), range \(length(low)) to \(length(high))"
    if figures.isComparable { return "median \(length(median)) (\(range))" }
    return "too few to compare (\(range))"
  }

  /// `12 of 20 (60 %)`; without the percentage when there are too few to compare.
  static func share(_ count: Int, of total: Int) -> String {
    guard total >= Figures.fewest else { return "\(count) of \(total)" }
    return "\(count) of \(total) (\((count * 200 + total) / (2 * total)) %)"
  }

  static func title(of kind: Facet.Kind) -> String {
    switch kind {
    case .severity: "Severity"
    case .service: "Service"
    case .factor: "Contributing factor"
    case .tag: "Tag"
    case .year: "Year"
    }
  }

  static func plural(of kind: Facet.Kind) -> String {
    switch kind {
    case .severity: "Severities"
    case .service: "Services"
    case .factor: "Contributing factors"
    case .tag: "Tags"
    case .year: "Years"
    }
  }
}
