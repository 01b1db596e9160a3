/// A numbered phase of the response process, with the minutes it may take.
package struct Phase: Hashable, Sendable {
  /// As written, usually from 1.
  package var number: Int
  /// The heading without number and window: "Detection and acknowledgement".
  package var name: String
  /// Minutes since detection, or since resolution for a review: 0...5, 15...30, 0...2880 for "within 48
  /// hours". `nil` when the heading does not give any.
  package var window: ClosedRange<Int>?
  package var line: Int
  package var anchor: String?
}
