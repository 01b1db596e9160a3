/// Figures as a sentence or a cell shows them.
enum Wording {
  /// `32 min`, `2 h 5 min`, `3 d 4 h`: the two largest units that are not zero.
  static func duration(_ minutes: Int) -> String {
    let parts = [(minutes / 1_440, "d"), (minutes / 60 % 24, "h"), (minutes % 60, "min")]
    let shown = parts.drop { $0.0 == 0 }.prefix(2).filter { $0.0 > 0 }
    return shown.isEmpty ? "0 min" : shown.map { "\($0.0) \($0.1)" }.joined(separator: " ")
  }

  /// `1 incident`, `7 incidents`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
