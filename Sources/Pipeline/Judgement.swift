package import Checklist
internal import Content
package import Diagnostics
internal import Incidents
package import Learning
internal import Publishing
internal import Runbooks

/// What a run looked at and found, over all the folders that it was asked to look at.
package struct Judgement: Sendable {
  /// Sorted; without those that authors allow and those in the baseline.
  package private(set) var findings: [Diagnostic] = []
  /// The findings that comments and front matter allow.
  package private(set) var suppressed: [Diagnostic] = []
  /// How many findings are in the baseline.
  package private(set) var known = 0
  /// Entries of the baseline that no longer match a finding.
  package private(set) var fixed: [Baseline.Fixed] = []
  /// How many incidents and runbooks the run looked at.
  package private(set) var incidents = 0
  package private(set) var runbooks = 0
  /// How many Markdown files were no pages.
  package private(set) var leftOut = 0
  /// The errors in each document that nobody allows, including those in the baseline.
  package private(set) var errors = ErrorCounts()
  /// Findings about files of the plan that are no longer errors.
  private var waived: Set<Waiver> = []

  /// Judges some folders, always in the same order: what reading and the rules found, what the outputs and
  /// their plan find, the levels that the team chose, what authors allow, and the baseline.
  init(of folders: [PlannedContent], baseline: Baseline? = nil) {
    for folder in folders { add(folder) }
    findings.sort()
    if let baseline {
      let comparison = baseline.compared(with: findings) { path in
        folders.contains { $0.scope.covers(path) }
      }
      findings = comparison.new
      known = comparison.known
      fixed = comparison.fixed
    }
    waived.subtract(findings.filter { $0.level == .error }.map(Waiver.init))
  }

  private mutating func add(_ folder: PlannedContent) {
    let content = folder.content
    let library = content.library
    let plan = folder.plan.findings()
    var found = content.findings + Rule.all.flatMap { $0.diagnostics(in: library) }
    found += folder.outputs.flatMap { $0.check(library) } + plan
    found = library.configuration.levels.applied(
      to: found, severities: library.severities, document: library.document)
    let (kept, allowed) = content.suppressions.applied(to: found, isWhole: content.isComplete)
    let covers = folder.scope.covers
    findings += content.quoted(kept.filter { covers($0.path) })
    suppressed += allowed.filter { covers($0.path) }
    errors.add(kept, in: library)
    waived.formUnion(plan.map(Waiver.init))
    leftOut += content.leftOut.count { covers($0.path) }
    incidents += library.incidents.count { incident in
      [incident.reviewPath, incident.timelinePath].contains { $0.map(covers) ?? false }
    }
    runbooks += library.runbooks.count { covers($0.path) }
  }

  /// The same run, with the findings that made the writer refuse to write the site.
  package func refused(for findings: [Diagnostic]) -> Judgement {
    var judgement = self
    judgement.findings = findings.sorted()
    return judgement
  }

  /// Whether the team has accepted that some file of the plan is missing.
  var isWaiving: Bool { !waived.isEmpty }

  /// Whether the finding about a file of the plan is known and not an error, so that the team does without
  /// the file.
  func isWaived(_ finding: Diagnostic) -> Bool { waived.contains(Waiver(finding)) }
}

/// The parts of a finding that levels, excerpts and order do not change.
private struct Waiver: Hashable {
  let code: String
  let path: String
  let message: String

  init(_ finding: Diagnostic) {
    code = finding.code
    path = finding.path
    message = finding.message
  }
}
