internal import Bytes

extension [UInt8] {
  /// Without white space at either end.
  var trimmed: ArraySlice<UInt8> { self[...].trimmed }
}

extension ArraySlice<UInt8> {
  /// Without white space at either end.
  var trimmed: ArraySlice<UInt8> {
    guard let first = firstIndex(where: { !$0.isCmarkSpace }),
      let last = lastIndex(where: { !$0.isCmarkSpace })
    else { return [] }
    return self[first...last]
  }

  /// Whether there is nothing but white space.
  var isBlank: Bool { allSatisfy(\.isCmarkSpace) }
}
