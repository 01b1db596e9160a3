internal import Bytes
package import Diagnostics

/// The findings that a team lives with for now, so that only new ones fail.
///
/// One line a fingerprint: rule, content hash, how often, path. A line that moves keeps its entry, one
/// that changes is a new finding, and a finding that is there twice needs an entry of 2.
package struct Baseline: Hashable, Sendable {
  private var counts: [Fingerprint: Int] = [:]

  private static let header =
    "# build-site baseline 1: rule, content hash, count, file; 'build-site check --write-baseline' writes it\n"

  package init(of findings: [Diagnostic]) {
    for finding in findings { counts[Fingerprint(of: finding), default: 0] += 1 }
  }

  /// Reads what ``text`` writes; blank lines and lines that start with `#` say nothing.
  ///
  /// - Throws: A diagnostic at the first line that is no entry.
  package init(parsing file: SourceFile) throws(Diagnostic) {
    for line in 1...file.lineCount {
      let text = file.text(ofLine: line)
      if text.hasPrefix("#") || text.allSatisfy(\.isWhitespace) { continue }
      guard let (fingerprint, count) = Self.entry(text) else {
        throw Diagnostic(
          code: "BS073", level: .error, path: file.path, range: file.range(ofLine: line),
          message: "this is no entry of a baseline",
          help: "write the file again with 'build-site check --write-baseline'")
      }
      guard counts.updateValue(count, forKey: fingerprint) == nil else {
        throw Diagnostic(
          code: "BS073", level: .error, path: file.path, range: file.range(ofLine: line),
          message: "this entry of the baseline is there twice", help: "remove one of the two")
      }
    }
  }

  /// The file, sorted by path so that a team's changes merge.
  package var text: String {
    let lines = counts.map { fingerprint, count in
      (fingerprint, "\(fingerprint.code) \(fingerprint.content) \(count) \(fingerprint.path)\n")
    }
    let sorted = lines.sorted {
      ($0.0.path, $0.0.code, $0.0.content) < ($1.0.path, $1.0.code, $1.0.content)
    }
    return Self.header + sorted.map(\.1).joined()
  }

  /// How many findings it holds.
  package var count: Int { counts.values.reduce(0, +) }

  private static func entry(_ line: String) -> (Fingerprint, Int)? {
    let parts = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, Rule.isCode(parts[0]), parts[1].utf8.count == 16,
      UInt64(parts[1], radix: 16) != nil, let count = Int(parts[2]), count > 0, !parts[3].isEmpty
    else { return nil }
    let path = String(parts[3])
    return (Fingerprint(code: String(parts[0]), path: path, content: String(parts[1])), count)
  }
}

extension Baseline {
  /// What a comparison with a run comes to.
  package struct Comparison: Hashable, Sendable {
    /// Findings beyond those of the baseline, in their order.
    package var new: [Diagnostic]
    /// How many are in the baseline.
    package var known: Int
    /// Entries of the baseline that the run did not find any more, sorted.
    package var fixed: [Fixed]
  }

  package struct Fixed: Hashable, Sendable {
    package let code: String
    package let path: String
    package let count: Int
  }

  /// Compares a run with the baseline.
  ///
  /// Of findings with one fingerprint the first ones are the known ones. `covering` says whether the run
  /// looked at a file: entries of others are neither known nor fixed.
  package func compared(
    with findings: [Diagnostic], covering: (_ path: String) -> Bool
  ) -> Comparison {
    var left = counts
    var new: [Diagnostic] = []
    for finding in findings {
      let fingerprint = Fingerprint(of: finding)
      if let count = left[fingerprint], count > 0 {
        left[fingerprint] = count - 1
      } else {
        new.append(finding)
      }
    }
    let fixed = Dictionary(grouping: left.filter { $0.value > 0 && covering($0.key.path) }) {
      [$0.key.path, $0.key.code]
    }
    return Comparison(
      new: new, known: findings.count - new.count,
      fixed: fixed.map { key, entries in
        Fixed(code: key[1], path: key[0], count: entries.map(\.value).reduce(0, +))
      }.sorted { ($0.path, $0.code) < ($1.path, $1.code) })
  }
}

extension Rule {
  /// Two capitals and three digits, as `PM007`.
  static func isCode(_ text: some StringProtocol) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 5 && bytes[..<2].allSatisfy { $0.isUppercase }
      && bytes[2...].allSatisfy { $0.isDigit }
  }
}
