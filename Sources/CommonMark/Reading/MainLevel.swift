extension Outline {
  /// The level of the main sections among headings: the highest level there is, or the next one when a
  /// single heading of level 1 is above all others.
  package static func mainLevel(of levels: [Int]) -> Int {
    let top = levels.min() ?? 2
    guard top == 1, levels.count(where: { $0 == 1 }) == 1 else { return top }
    return levels.filter { $0 > 1 }.min() ?? 1
  }
}
