internal import Bytes
package import Diagnostics

/// The known findings of a team, so that only new ones fail a run.
///
/// One line per fingerprint: rule, content hash, count, path below the content folder. A finding keeps its
/// entry when its line moves and is new when the line changes; two equal findings need a count of 2. When its
/// file has moved, it keeps the only entry that is left over for it.
package struct Baseline: Hashable, Sendable {
  private var counts: [Fingerprint: Int] = [:]

  private static let header =
    "# build-site baseline 1: rule, content hash, count, file; 'build-site check --write-baseline' writes it\n"

  /// `name` is the path of a file in the baseline.
  package init(of findings: [Diagnostic], naming name: (_ path: String) -> String = { $0 }) {
    for finding in findings {
      var named = finding
      named.path = name(finding.path)
      counts[Fingerprint(of: named), default: 0] += 1
    }
  }

  /// Reads what ``text`` writes; blank lines and lines that start with `#` are ignored.
  ///
  /// - Throws: A diagnostic at the first line that is not an entry.
  package init(parsing file: SourceFile) throws(Diagnostic) {
    for line in 1...file.lineCount {
      let text = file.text(ofLine: line)
      if text.hasPrefix("#") || text.allSatisfy(\.isWhitespace) { continue }
      guard let (fingerprint, count) = Self.entry(text) else {
        throw Diagnostic(
          code: "BS073", level: .error, path: file.path, range: file.range(ofLine: line),
          message: "this line is not a baseline entry",
          help: "rewrite the file with 'build-site check --write-baseline'")
      }
      guard counts.updateValue(count, forKey: fingerprint) == nil else {
        throw Diagnostic(
          code: "BS073", level: .error, path: file.path, range: file.range(ofLine: line),
          message: "this baseline entry is repeated", help: "remove one of the two")
      }
    }
  }

  /// The text of the file, sorted by path so that changes merge well.
  package var text: String {
    let lines = counts.map { fingerprint, count in
      (fingerprint, "\(fingerprint.code) \(fingerprint.content) \(count) \(fingerprint.path)\n")
    }
    let sorted = lines.sorted {
      ($0.0.path, $0.0.code, $0.0.content) < ($1.0.path, $1.0.code, $1.0.content)
    }
    return Self.header + sorted.map(\.1).joined()
  }

  /// The number of findings it holds.
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
  /// The outcome of a comparison with a run.
  package struct Comparison: Hashable, Sendable {
    /// Findings that are not in the baseline, in their order.
    package var new: [Diagnostic]
    /// The number of findings that are in the baseline.
    package var known: Int
    /// Entries of the baseline that the run no longer found, sorted.
    package var fixed: [Fixed]
  }

  /// A fingerprint without the file.
  private struct Subject: Hashable {
    let code: String
    let content: String

    init(_ fingerprint: Fingerprint) {
      code = fingerprint.code
      content = fingerprint.content
    }
  }

  /// Under which a finding may be in the baseline, the present one first.
  private static func fingerprints(
    of finding: Diagnostic, _ name: (_ path: String) -> String
  ) -> [Fingerprint] {
    var named = finding
    named.path = name(finding.path)
    let findings = named.path == finding.path ? [finding] : [named, finding]
    return findings.flatMap { finding in
      finding.isAboutDocument
        ? [Fingerprint(of: finding), Fingerprint(of: finding, withLine: true)]
        : [Fingerprint(of: finding)]
    }
  }

  package struct Fixed: Hashable, Sendable {
    package let code: String
    package let path: String
    package let count: Int
  }

  /// Compares a run with the baseline.
  ///
  /// Among findings with the same fingerprint the first ones are known.
  ///
  /// - Parameters:
  ///   - findings: Those of the run.
  ///   - name: The path of a file in the baseline; entries may also have the path as it is.
  ///   - covering: Whether the run looked at a file: entries of other files are neither known nor fixed.
  ///   - isThere: Whether there is still a file with the path of an entry.
  /// - Returns: What is new, known and fixed.
  package func compared(
    with findings: [Diagnostic], naming name: (_ path: String) -> String = { $0 },
    covering: (_ path: String) -> Bool, isThere: (_ path: String) -> Bool = { _ in true }
  ) -> Comparison {
    var left = counts
    var unknown: [Diagnostic] = []
    for finding in findings {
      let known = Self.fingerprints(of: finding, name).first { left[$0].map { $0 > 0 } ?? false }
      if let known { left[known]? -= 1 } else { unknown.append(finding) }
    }
    var new: [Diagnostic] = []
    let moved = Dictionary(
      grouping: left.filter { $0.value > 0 && covering($0.key.path) && !isThere($0.key.path) }.keys
    ) { Subject($0) }
    for finding in unknown {
      let entries = moved[Subject(Fingerprint(of: finding))] ?? []
      if entries.count == 1, let entry = entries.first, let count = left[entry], count > 0 {
        left[entry] = count - 1
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
  /// Two capitals and three digits, as in `PM007`.
  static func isCode(_ text: some StringProtocol) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 5 && bytes[..<2].allSatisfy { $0.isUppercase }
      && bytes[2...].allSatisfy { $0.isDigit }
  }
}
