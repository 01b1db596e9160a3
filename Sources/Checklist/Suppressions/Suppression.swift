internal import Bytes
package import Diagnostics
package import Incidents

/// An author's decision to keep a finding, with the reason.
///
/// A comment `<!-- build-site allow PM007: reason -->` covers the next line with text, or its own line when
/// that has other text, or the code block that begins on that line; an entry `PM007: reason` of `allow:` in the
/// front matter covers the file, and `allow:` in site.yml names the files that it covers.
package struct Suppression: Hashable, Sendable {
  /// The file that is covered.
  package let path: String
  package let code: String
  /// The lines that are covered; `nil` for the whole file.
  package let lines: Range<Int>?
  /// The file that says so.
  package let written: String
  /// Where the code is written in it.
  package let range: SourceRange
}

/// What a suppression covers, and what may cover a finding.
private struct Covered: Hashable {
  let path: String
  let code: String
  /// The first of the lines; `nil` for the whole file.
  let line: Int?
}

/// The suppressions of a document, and what is wrong with them.
package struct SuppressionReading: Hashable, Sendable {
  package var suppressions: [Suppression] = []
  package var diagnostics: [Diagnostic] = []

  package init() {}

  package init(of document: DocumentReading) {
    readFrontMatter(document)
    readComments(document)
  }

  /// Adds those of another document.
  package mutating func add(_ other: Self) {
    suppressions += other.suppressions
    diagnostics += other.diagnostics
  }

  /// Adds a suppression, or reports why it is not one.
  mutating func add(
    code written: String, reason: String, path: String? = nil, lines: Range<Int>? = nil,
    at range: SourceRange, in file: SourceFile
  ) {
    let code = written.uppercased()
    guard Rule.named(code) != nil else {
      let near = nearestName(to: code, among: Rule.all.map(\.code))
      return report(
        "BS072", "'\(written)' is not a rule, so nothing is suppressed", at: range, in: file,
        help: near.map { "write '\($0)', or another code that 'build-site explain' lists" }
          ?? "write a code that 'build-site explain' lists")
    }
    guard reason.contains(where: { $0.isLetter || $0.isNumber }) else {
      return report(
        "BS070", "\(code) is suppressed without a reason", at: range, in: file,
        help: "write the reason after a colon, as in '\(code): the vendor sends no times'")
    }
    guard code != "BS080" else {
      return report(
        "BS070", "BS080 cannot be suppressed: nothing is read from a file with a merge conflict",
        at: range, in: file, help: "remove the entry, and resolve the conflict")
    }
    suppressions.append(
      Suppression(
        path: path ?? file.path, code: code, lines: lines, written: file.path, range: range))
  }

  mutating func report(
    _ code: String, _ message: String, at range: SourceRange, in file: SourceFile, help: String
  ) {
    diagnostics.append(
      Diagnostic(
        code: code, level: .warning, path: file.path, range: range, message: message, help: help
      ).quoting(file))
  }
}

extension SuppressionReading {
  /// Divides the findings into those that remain, together with those about suppressions, and those that
  /// are suppressed.
  ///
  /// When only a part of the content is checked (not `isWhole`), rules about links may report less, so
  /// suppressions of theirs are not called unused.
  package func applied(
    to findings: [Diagnostic], isWhole: Bool
  ) -> (kept: [Diagnostic], suppressed: [Diagnostic]) {
    guard !suppressions.isEmpty else {
      return (diagnostics.isEmpty ? findings : findings + diagnostics, [])
    }
    var used: Set<Covered> = []
    var kept: [Diagnostic] = []
    var suppressed: [Diagnostic] = []
    let covers = Set(suppressions.map(\.covered))
    let lines = coveredLines
    for finding in findings {
      let start = lines[finding.path].flatMap { $0.start(covering: finding.range) }
      let covering = Set([nil, start]).map {
        Covered(path: finding.path, code: finding.code, line: $0)
      }.filter(covers.contains)
      used.formUnion(covering)
      if covering.isEmpty { kept.append(finding) } else { suppressed.append(finding) }
    }
    let unused = suppressions.filter { !used.contains($0.covered) && ($0.isDecided || isWhole) }
    return (kept + diagnostics + unused.map(\.unusedFinding), suppressed)
  }
}

extension SuppressionReading {
  /// The lines that are covered in each file: in order, none of them twice.
  private var coveredLines: [String: [Range<Int>]] {
    Dictionary(grouping: suppressions, by: \.path).mapValues { $0.compactMap(\.lines).inOrder }
  }
}

extension [Range<Int>] {
  /// The first line of those lines that a finding is in.
  fileprivate func start(covering range: SourceRange?) -> Int? {
    guard let line = range?.lowerBound.line else { return nil }
    let next = partition { $0.lowerBound > line }
    return next > 0 && self[next - 1].contains(line) ? self[next - 1].lowerBound : nil
  }
}

extension Suppression {
  fileprivate var covered: Covered { Covered(path: path, code: code, line: lines?.lowerBound) }

  /// Whether its rule finds the same in one document as in the whole content.
  fileprivate var isDecided: Bool {
    switch Rule.named(code)?.check {
    case .library, .output: false
    case .incident, .elsewhere, nil: true
    }
  }

  fileprivate var unusedFinding: Diagnostic {
    let file = path == written ? "this file" : "'\(path)'"
    let place = lines.map { "on line \($0.lowerBound)" } ?? "in \(file)"
    return Diagnostic(
      code: "BS071", level: .warning, path: written, range: range,
      message: "\(code) is suppressed but not reported \(place)",
      help: "remove it, or put it on the line before the finding")
  }
}
