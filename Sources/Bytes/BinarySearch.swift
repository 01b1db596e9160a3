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
