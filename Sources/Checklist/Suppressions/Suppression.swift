package import Diagnostics
package import Incidents

/// An author's decision to keep a finding, with the reason.
///
/// A comment `<!-- build-site allow PM007: reason -->` covers the next line with text, or its own line when
/// that has other text; an entry `PM007: reason` of `allow:` in the front matter covers the file.
package struct Suppression: Hashable, Sendable {
  package let path: String
  package let code: String
  /// The line that is covered; `nil` for the whole file.
  package let line: Int?
  /// Where the code is written.
  package let range: SourceRange
}

/// What a suppression covers, and what may cover a finding.
private struct Covered: Hashable {
  let path: String
  let code: String
  let line: Int?
}

/// The suppressions of a document, and what is wrong with them.
package struct SuppressionReading: Sendable {
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
    code written: String, reason: String, line: Int?, at range: SourceRange, in file: SourceFile
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
    suppressions.append(Suppression(path: file.path, code: code, line: line, range: range))
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
    guard !suppressions.isEmpty else { return (findings + diagnostics, []) }
    var used: Set<Covered> = []
    var kept: [Diagnostic] = []
    var suppressed: [Diagnostic] = []
    let byCover = Dictionary(grouping: suppressions) {
      Covered(path: $0.path, code: $0.code, line: $0.line)
    }
    for finding in findings {
      let lines = Set([nil, finding.range?.lowerBound.line])
      let covers = lines.map { Covered(path: finding.path, code: finding.code, line: $0) }
        .filter { byCover[$0] != nil }
      used.formUnion(covers)
      if covers.isEmpty { kept.append(finding) } else { suppressed.append(finding) }
    }
    let unused = suppressions.filter { suppression in
      let cover = Covered(
        path: suppression.path, code: suppression.code, line: suppression.line)
      return !used.contains(cover) && (suppression.isDecided || isWhole)
    }
    return (kept + diagnostics + unused.map(\.unusedFinding), suppressed)
  }
}

extension Suppression {
  /// Whether its rule finds the same in one document as in the whole content.
  fileprivate var isDecided: Bool {
    switch Rule.named(code)?.check {
    case .library, .output: false
    case .incident, .elsewhere, nil: true
    }
  }

  fileprivate var unusedFinding: Diagnostic {
    let place = line.map { "on line \($0)" } ?? "in this file"
    return Diagnostic(
      code: "BS071", level: .warning, path: path, range: range,
      message: "\(code) is suppressed but not reported \(place)",
      help: "remove it, or put it on the line before the finding")
  }
}
