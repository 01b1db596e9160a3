extension [Diagnostic] {
  /// How many findings of one code in one file are told one by one: more than anyone reads, and than an honest file has.
  package static var mostAlike: Int { 1000 }

  /// The findings in their order, where those of one code in one file beyond ``mostAlike`` are one finding, at the place
  /// of the first of them, that counts them.
  package var withFewAlike: [Diagnostic] {
    if count <= Self.mostAlike { return self }
    var kinds: [Kind: Int] = [:]
    var counts: [Int] = []
    var last = (index: -1, kind: -1)
    // The kind of each finding; those of one kind mostly follow one another.
    let kindOf = indices.map { index in
      if last.index >= 0, self[last.index].isAlike(self[index]) {
        counts[last.kind] += 1
        return last.kind
      }
      let kind = kinds[Kind(self[index]), default: counts.count]
      if kind == counts.count {
        kinds[Kind(self[index])] = kind
        counts.append(0)
      }
      counts[kind] += 1
      last = (index, kind)
      return kind
    }
    guard counts.contains(where: { $0 > Self.mostAlike }) else { return self }
    var told = [Int](repeating: 0, count: counts.count)
    return indices.compactMap { index in
      let kind = kindOf[index]
      told[kind] += 1
      if told[kind] <= Self.mostAlike { return self[index] }
      return told[kind] == Self.mostAlike + 1
        ? self[index].standing(for: counts[kind] - Self.mostAlike) : nil
    }
  }

  private struct Kind: Hashable {
    let code: String
    let path: String

    init(_ finding: Diagnostic) {
      code = finding.code
      path = finding.path
    }
  }
}

extension Diagnostic {
  fileprivate func isAlike(_ other: Diagnostic) -> Bool { code == other.code && path == other.path }

  /// A finding in place of some of its kind, of which it is the first.
  fileprivate func standing(for count: Int) -> Diagnostic {
    Diagnostic(
      code: code, level: level, path: path, range: range,
      message: count == 1 ? "1 more finding like these" : "\(count) more findings like these",
      help: "mend those before it and check again, or list the file under 'exclude:' in site.yml")
  }
}
