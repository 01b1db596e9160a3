extension [UInt8] {
  /// Where some bytes begin for the first time within a part of these; `nil` when they are not in it, or are
  /// none.
  package func offset(of sought: [UInt8], in part: Range<Int>) -> Int? {
    guard let first = sought.first else { return nil }
    var place = part.lowerBound
    while place + sought.count <= part.upperBound {
      if self[place] == first, self[place..<place + sought.count].elementsEqual(sought) {
        return place
      }
      place += 1
    }
    return nil
  }

  /// Where some bytes begin for the last time; `nil` when they are not in these, or are none.
  package func lastOffset(of sought: [UInt8]) -> Int? {
    guard let first = sought.first else { return nil }
    var place = count - sought.count
    while place >= 0 {
      if self[place] == first, self[place..<place + sought.count].elementsEqual(sought) {
        return place
      }
      place -= 1
    }
    return nil
  }
}
