internal import Publishing
internal import Vocabulary

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A logarithmic axis of time: half a minute is at its left end, and 0 counts as that.
struct DurationAxis {
  static let width = 720.0
  private static let left = 8.0
  private static let right = 12.0
  /// In minutes. Far enough apart for their labels on a phone.
  private static let marks = [1, 10, 60, 1_440, 10_080, 43_200, 525_600]

  private let longest: Int
  private let shortest: Int

  /// `isLong` begins the axis at an hour, for lengths of days.
  init(longest: Int, isLong: Bool = false) {
    shortest = isLong ? 60 : 1
    self.longest = max(60 * shortest, longest)
  }

  func x(_ minutes: Int) -> Double {
    let low = log(0.5 * Double(shortest))
    let high = log(Double(longest) * 1.2)
    let part = (log(max(0.5 * Double(shortest), Double(minutes))) - low) / (high - low)
    return Self.left + part * (Self.width - Self.left - Self.right)
  }

  /// Draws its lines down to a place, with the labels below.
  func draw(to bottom: Double, _ svg: inout SVG) {
    for minutes in Self.marks where minutes >= shortest && minutes <= longest {
      svg.line(x1: x(minutes), y1: 0, x2: x(minutes), y2: bottom, [.class("axis")])
      let words = minutes == 525_600 ? "1 year" : Wording.length(minutes)
      svg.text(words, x: x(minutes), y: bottom + 20, [.anchor(.middle)])
    }
  }
}
