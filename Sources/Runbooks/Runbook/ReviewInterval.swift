package import Vocabulary

/// How long a runbook is trusted after somebody verified it.
package struct ReviewInterval: Hashable, Sendable {
  package enum Unit: String, CaseIterable, Sendable {
    case day, week, month, year
  }

  /// At least 1.
  package let count: Int
  package let unit: Unit

  package init(count: Int, unit: Unit) {
    self.count = count
    self.unit = unit
  }

  /// Reads "6 months", "2 weeks", "90 days", "1 year" or "90d".
  package init?(_ text: String) {
    let folded = text.lowercased()
    let digits = folded.prefix { $0.isASCII && $0.isNumber }
    guard let count = Int(digits), (1...1_000).contains(count) else { return nil }
    let word = folded.dropFirst(digits.count).filter { $0 != " " && $0 != "-" && $0 != "_" }
    guard let unit = Self.units[word] else { return nil }
    self.init(count: count, unit: unit)
  }

  private static let units: [String: Unit] = [
    "d": .day, "day": .day, "days": .day, "w": .week, "week": .week, "weeks": .week,
    "m": .month, "mo": .month, "month": .month, "months": .month, "y": .year, "year": .year,
    "years": .year, "yr": .year,
  ]

  /// The last day on which what was verified on `day` counts. The 31st becomes the last day of a shorter month.
  package func end(after day: CalendarDay) -> CalendarDay {
    switch unit {
    case .day: return CalendarDay(number: day.number + count)
    case .week: return CalendarDay(number: day.number + 7 * count)
    case .month, .year:
      let months = day.year * 12 + day.month - 1 + count * (unit == .year ? 12 : 1)
      let (year, month) = (months / 12, months % 12 + 1)
      return (0...3).lazy.compactMap { CalendarDay(year: year, month: month, day: day.day - $0) }
        .first ?? day
    }
  }

  /// "6 months"
  package var words: String { Wording.counted(count, unit.rawValue) }
}
