extension [Diagnostic] {
  /// How many there are of each level.
  package var levelCounts: [Level: Int] {
    var counts: [Level: Int] = [:]
    // By index, which reads the level alone: a finding is large to copy.
    for index in indices { counts[self[index].level, default: 0] += 1 }
    return counts
  }
}
