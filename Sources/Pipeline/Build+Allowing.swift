internal import Checklist
package import Content
package import Diagnostics
internal import Files
internal import Screening

/// Documents in which suppressions were written, none of it on the disk.
package struct AllowedFindings: Sendable {
  package let documents: [FixedDocument]
  /// The findings that cannot be suppressed by a comment or an entry of the front matter where they are.
  package let left: [Diagnostic]
}

extension Build {
  /// Writes a suppression for each finding that the run would report.
  ///
  /// The content is checked again with what was written. A suppression that has no effect, or that changes what is
  /// found elsewhere, is written in another form, or not at all. Secrets are not allowed this way: each takes a look.
  ///
  /// - Throws: ``ContentError``.
  package func allowed(because reason: String) async throws -> AllowedFindings {
    var settings = settings
    settings.selection = FindingSelection()
    let before = try await Build(settings, files: files).checked(rules: []).judgement
    let wanted = before.findings.filter(self.settings.selection.includes)
    let isAllowable = { (finding: Diagnostic) in
      ContentLayout.isMarkdown(finding.path) && !SecretCode.all.contains(finding.code)
        && !Self.codesOfSuppressions.contains(finding.code)
    }
    var attempt = try Attempt(at: wanted.filter(isAllowable), because: reason, in: files)
    for _ in 0..<Self.mostRounds {
      let texts = attempt.texts
      if texts.isEmpty { break }
      let after = try await Build(settings, files: files.replacing(texts)).checked(rules: [])
        .judgement
      if !attempt.advance(from: before.findings, to: after.findings) { break }
    }
    return AllowedFindings(
      documents: attempt.documents,
      left: (wanted.filter { !isAllowable($0) } + attempt.left).sorted())
  }

  /// Each place has three forms at the most, and one that moves may free another.
  private static let mostRounds = 8
  private static let codesOfSuppressions: Set<String> = [
    "BS070", "BS071", "BS072", "BS073", "BS080",
  ]
}

/// Suppressions on trial: for each finding, the forms that are left to try.
private struct Attempt {
  /// A finding apart from its words, which may quote what was written.
  private struct Key: Hashable {
    let path: String
    let target: SuppressionWriter.Target

    init(_ finding: Diagnostic, line: (Int) -> Int = { $0 }) {
      path = finding.path
      target = SuppressionWriter.Target(
        code: finding.code, line: line(finding.range?.lowerBound.line ?? 1))
    }

    private init(path: String, target: SuppressionWriter.Target) {
      self.path = path
      self.target = target
    }

    func moved(to line: Int) -> Key {
      Key(path: path, target: SuppressionWriter.Target(code: target.code, line: line))
    }
  }

  private var files: [String: SourceFile] = [:]
  private var writers: [String: SuppressionWriter] = [:]
  /// The forms that were not tried in vain, the present one first.
  private var forms: [Key: [SuppressionWriter.Form]] = [:]
  private let findings: [Key: Diagnostic]

  init(
    at findings: [Diagnostic], because reason: String, in source: FileSource
  ) throws(ContentError) {
    self.findings = Dictionary(findings.map { (Key($0), $0) }) { first, _ in first }
    for key in self.findings.keys {
      if writers[key.path] == nil {
        do throws(FileError) {
          let file = try source.file(key.path)
          files[key.path] = file
          writers[key.path] = SuppressionWriter(file, reason: reason)
        } catch {
          throw .unreadable([error])
        }
      }
      forms[key] = writers[key.path]?.forms(for: key.target.line)
    }
  }

  /// The findings for which no form is left.
  var left: [Diagnostic] { findings.filter { forms[$0.key]?.isEmpty ?? true }.map(\.value) }

  /// What is written at present, by path.
  var texts: [String: [UInt8]] { written.mapValues(\.bytes) }

  var documents: [FixedDocument] {
    written.sorted { bytesPrecede($0.key, $1.key) }.compactMap { path, text in
      files[path].map { file in
        FixedDocument(
          before: file, after: text.bytes, edits: targets(in: path).count)
      }
    }
  }

  private func targets(in path: String) -> [SuppressionWriter.Target: SuppressionWriter.Form] {
    var targets: [SuppressionWriter.Target: SuppressionWriter.Form] = [:]
    for (key, forms) in forms where key.path == path { targets[key.target] = forms.first }
    return targets
  }

  private var written: [String: (bytes: [UInt8], added: [Int])] {
    var texts: [String: (bytes: [UInt8], added: [Int])] = [:]
    for (path, writer) in writers {
      let targets = targets(in: path)
      if !targets.isEmpty { texts[path] = writer.document(allowing: targets) }
    }
    return texts
  }

  /// Moves on to the next form where a finding is still there, and in each document that has a finding more.
  ///
  /// - Returns: whether something moved.
  mutating func advance(from before: [Diagnostic], to after: [Diagnostic]) -> Bool {
    let added = written.mapValues(\.added)
    let line = { (path: String, line: Int) in
      line + (added[path] ?? []).count { $0 <= line }
    }
    let known = Set(before.map { finding in Key(finding) { line(finding.path, $0) } })
    let found = Set(after.map { Key($0) })
    var failed = forms.keys.filter { key in
      !(forms[key] ?? []).isEmpty && found.contains(key.moved(to: line(key.path, key.target.line)))
    }
    let disturbed = Set(found.subtracting(known).map(\.path))
    failed += forms.keys.filter { key in
      guard let form = forms[key]?.first, !failed.contains(key) else { return false }
      return disturbed.contains(key.path) && form != .inFrontMatter
    }
    for key in failed { forms[key]?.removeFirst() }
    return !failed.isEmpty
  }
}
