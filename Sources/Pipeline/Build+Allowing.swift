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
    var trials = try trials(of: wanted.filter(isAllowable), because: reason)
    let known = SuppressionTrial.targets(of: before.findings)
    for _ in 0..<Self.mostRounds {
      let texts = trials.compactMapValues(\.bytes)
      if texts.isEmpty { break }
      let after = try await Build(settings, files: files.replacing(texts)).checked(rules: [])
      let found = SuppressionTrial.targets(of: after.judgement.findings)
      var hasMoved = false
      for path in trials.keys {
        let moves = trials[path]?.advance(from: known[path] ?? [], to: found[path] ?? []) ?? false
        hasMoved = hasMoved || moves
      }
      if !hasMoved { break }
    }
    return AllowedFindings(
      documents: trials.values.compactMap(\.document).sorted { bytesPrecede($0.path, $1.path) },
      left: (wanted.filter { !isAllowable($0) } + trials.values.flatMap(\.left)).sorted())
  }

  /// What is tried for the findings of each document, by its path.
  private func trials(
    of findings: [Diagnostic], because reason: String
  ) throws(ContentError) -> [String: SuppressionTrial] {
    var trials: [String: SuppressionTrial] = [:]
    for (path, findings) in Dictionary(grouping: findings, by: \.path) {
      do throws(FileError) {
        trials[path] = SuppressionTrial(at: findings, in: try files.file(path), because: reason)
      } catch {
        throw .unreadable([error])
      }
    }
    return trials
  }

  /// Each place has three forms at the most, and one that moves may free another.
  private static let mostRounds = 8
  private static let codesOfSuppressions: Set<String> = [
    "BS070", "BS071", "BS072", "BS073", "BS080",
  ]
}
