/// The median and the spread of a set of durations. Never a mean: incidents have a long tail, and a mean
/// says more about the tail than about the incidents (VOID report 2021).
package struct Figures: Hashable, Sendable {
  /// With fewer values there is too little to compare.
  package static let fewest = 5

  /// Sorted, whole minutes.
  package let values: [Int]

  package init(_ values: [Int]) { self.values = values.sorted() }

  package var count: Int { values.count }
  package var isComparable: Bool { count >= Self.fewest }

  /// `nil` when there are no values.
  package var median: Int? { quantile(0.5) }
  package var lowerQuartile: Int? { quantile(0.25) }
  package var upperQuartile: Int? { quantile(0.75) }

  /// Linear between the two nearest values (Hyndman and Fan, type 7), rounded to whole minutes.
  package func quantile(_ share: Double) -> Int? {
    guard let first = values.first else { return nil }
    if values.count == 1 { return first }
    let position = share * Double(values.count - 1)
    let below = Int(position)
    let above = min(below + 1, values.count - 1)
    let part = position - Double(below)
    return Int((Double(values[below]) * (1 - part) + Double(values[above]) * part).rounded())
  }
}
