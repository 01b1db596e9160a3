extension RandomAccessCollection {
  /// The index of the first element that `isAfter`, in a collection where those come last; its end
  /// index when there is none.
  ///
  /// It asks for the logarithm of the number of elements.
  @inlinable package func partition(_ isAfter: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = count
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if isAfter(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}

extension RandomAccessCollection where Element == Range<Int> {
  /// Whether a number is in one of these ranges, which are in order and do not overlap.
  package func covers(_ number: Int) -> Bool {
    let after = partition { $0.lowerBound > number }
    return after > startIndex && self[index(before: after)].contains(number)
  }
}

extension Sequence where Element == Range<Int> {
  /// In order and each once, for ``covers(_:)``.
  package var inOrder: [Range<Int>] { Set(self).sorted { $0.lowerBound < $1.lowerBound } }
}
