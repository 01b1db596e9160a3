internal import Checklist
internal import Content
internal import Diagnostics

/// Suppressions of findings in one document, on trial: what is written is read back, and each finding has several forms
/// that are tried one after the other.
struct SuppressionTrial {
  /// A finding apart from its words, which may quote what was written.
  typealias Target = SuppressionWriter.Target

  private let file: SourceFile
  private let writer: SuppressionWriter
  private let findings: [Target: Diagnostic]
  /// The forms that were not tried in vain, the present one first.
  private var forms: [Target: [SuppressionWriter.Form]]
  /// The document as it is written at present; `nil` when nothing is written.
  private(set) var bytes: [UInt8]?
  /// The lines before each of which a line was added.
  private var added: [Int] = []

  init(at findings: [Diagnostic], in file: SourceFile, because reason: String) {
    let writer = SuppressionWriter(file, reason: reason)
    self.file = file
    self.writer = writer
    self.findings = Dictionary(findings.map { (Target($0), $0) }) { first, _ in first }
    forms = Dictionary(
      uniqueKeysWithValues: self.findings.keys.map { ($0, writer.forms(for: $0.line)) })
    write()
  }

  /// The findings of each document, by its path.
  static func targets(of findings: [Diagnostic]) -> [String: Set<Target>] {
    Dictionary(grouping: findings, by: \.path).mapValues { Set($0.map(Target.init)) }
  }

  /// The findings for which no form is left.
  var left: [Diagnostic] { findings.filter { forms[$0.key]?.isEmpty ?? true }.map(\.value) }

  /// The document with what is written in it; `nil` when that is nothing.
  var document: FixedDocument? {
    bytes.map { FixedDocument(before: file, after: $0, edits: present.count) }
  }

  /// Moves on to the next form where a finding is still there, and everywhere when there is a finding more.
  ///
  /// - Returns: whether something moved.
  mutating func advance(from before: Set<Target>, to after: Set<Target>) -> Bool {
    let isDisturbed = !after.isSubset(of: before.map(moved))
    let failed = present.filter { target, form in
      after.contains(moved(target)) || isDisturbed && form != .inFrontMatter
    }
    for target in failed.keys { forms[target]?.removeFirst() }
    if !failed.isEmpty { write() }
    return !failed.isEmpty
  }

  private var present: [Target: SuppressionWriter.Form] { forms.compactMapValues(\.first) }

  /// Where a finding is in the document as it is written.
  private func moved(_ target: Target) -> Target {
    Target(code: target.code, line: target.line + added.count { $0 <= target.line })
  }

  private mutating func write() {
    (bytes, added) = (nil, [])
    if !present.isEmpty { (bytes, added) = writer.document(allowing: present) }
  }
}

extension SuppressionWriter.Target {
  fileprivate init(_ finding: Diagnostic) {
    self.init(code: finding.code, line: finding.range?.lowerBound.line ?? 1)
  }
}
