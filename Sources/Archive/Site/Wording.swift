internal import Incidents
internal import Learning

/// How the pages word numbers.
enum Wording {
  /// A length of time: "47 min", "2 h 5 min", "3 days 4 h".
  static func length(_ minutes: Int) -> String {
    if minutes < 60 { return "\(minutes) min" }
    let (hours, rest) = minutes.quotientAndRemainder(dividingBy: 60)
    if hours < 48 { return rest == 0 ? "\(hours) h" : "\(hours) h \(rest) min" }
    let (days, hoursLeft) = hours.quotientAndRemainder(dividingBy: 24)
    return hoursLeft == 0 ? "\(days) days" : "\(days) days \(hoursLeft) h"
  }

  static func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
  }

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
