internal import Diagnostics

extension [YAMLPair] {
  /// The earlier keys of the same mapping, each with the line of its first occurrence.
  func duplicateKeys() -> [(key: YAMLNode, line: Int)] {
    // For the few keys of front matter, comparing all pairs is faster than a dictionary.
    guard count > 32 else {
      return indices.compactMap { index in
        guard let text = self[index].key.text,
          let first = self[..<index].first(where: { $0.key.text == text })
        else { return nil }
        return (self[index].key, first.key.range.lowerBound.line)
      }
    }
    var firstLines: [String: Int] = [:]
    return compactMap { pair in
      guard let text = pair.key.text else { return nil }
      if let line = firstLines[text] { return (pair.key, line) }
      firstLines[text] = pair.key.range.lowerBound.line
      return nil
    }
  }

  /// The pairs with those of `<<` mappings after them; a key of the mapping itself wins, then the first.
  func merged() -> [YAMLPair] {
    guard contains(where: \.isMerge) else { return self }
    var result = filter { !$0.isMerge }
    var keys = Set(result.compactMap(\.key.text))
    for pair in self where pair.isMerge {
      for source in pair.value.items ?? [pair.value] {
        for inherited in source.pairs ?? [] {
          guard let key = inherited.key.text, keys.insert(key).inserted else { continue }
          result.append(inherited)
        }
      }
    }
    return result
  }
}

extension YAMLPair {
  /// Whether the key is the merge key of YAML 1.1, <https://yaml.org/type/merge.html>.
  fileprivate var isMerge: Bool { key.content == .scalar("<<", isQuoted: false) }
}
