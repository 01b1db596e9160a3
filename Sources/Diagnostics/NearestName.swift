/// The name an author may have meant, for "did you mean".
///
/// Case is ignored. A name is near when at most a third of the letters of
/// `word` differ (a swap of two neighbours counts as one), or when it is the only one that starts
/// with `word`.
///
/// - Returns: The nearest name, or the first of several; `nil` when none is near, or one is equal.
package func nearestName(
  to word: String, among names: some Sequence<String>
) -> String? {
  let letters = Array(word.lowercased().unicodeScalars)
  guard !letters.isEmpty, letters.count <= 64 else { return nil }
  let farthest = max(1, letters.count / 3)
  var nearest: (name: String, distance: Int)?
  var longer: [String] = []
  for name in names {
    guard name != word else { return nil }
    let other = Array(name.lowercased().unicodeScalars)
    if letters.count >= 3, other.starts(with: letters) { longer.append(name) }
    guard abs(other.count - letters.count) <= farthest else { continue }
    let distance = editDistance(letters, other)
    guard distance <= farthest, distance < letters.count else { continue }
    if distance < nearest?.distance ?? .max { nearest = (name, distance) }
  }
  return nearest?.name ?? (longer.count == 1 ? longer.first : nil)
}

/// What a help says of the name that may be meant.
package func didYouMean(_ name: String) -> String { "did you mean '\(name)'?" }

/// The end of a phrase about a name that is not known; `otherwise` where none is near.
package func suggestion(_ near: String?, otherwise: String = "") -> String {
  near.map { "; \(didYouMean($0))" } ?? otherwise
}

/// The number of letters to add, remove, replace or swap with their neighbour.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1]
    for column in right.indices {
      let isEqual = left[row] == right[column]
      var best = min(
        previous[column + 1] + 1, current[column] + 1, previous[column] + (isEqual ? 0 : 1))
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        best = min(best, beforePrevious[column - 1] + 1)
      }
      current.append(best)
    }
    (beforePrevious, previous) = (previous, current)
  }
  return previous[right.count]
}
