package import Checklist
internal import Content
package import Diagnostics
internal import Incidents
package import Learning
internal import Publishing
internal import Runbooks

/// What a run looked at and found, over all the folders that it was asked about.
package struct Judgement: Sendable {
  /// Sorted; without what authors allow and what the baseline knows.
  package private(set) var findings: [Diagnostic] = []
  /// What comments and front matter allow.
  package private(set) var suppressed: [Diagnostic] = []
  /// How many findings the baseline knows.
  package private(set) var known = 0
  /// Entries of the baseline that nothing answers to any more.
  package private(set) var fixed: [Baseline.Fixed] = []
  /// How many incidents and runbooks it looked at.
  package private(set) var incidents = 0
  package private(set) var runbooks = 0
  /// The errors in each document that nobody allows, those that the baseline knows included.
  package private(set) var errors = ErrorCounts()
  /// A finding about a file of the plan that is no longer an error.
  private var waived: Set<Waiver> = []

  /// Judges some folders, in the one order there is: what reading and the rules found, what the outputs
  /// and their plan find, the levels that the team chose, what authors allow, and the baseline.
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
    incidents += library.incidents.count { incident in
      [incident.reviewPath, incident.timelinePath].contains { $0.map(covers) ?? false }
    }
    runbooks += library.runbooks.count { covers($0.path) }
  }

  /// The same run with what the writer refused to write the site for.
  package func refused(for findings: [Diagnostic]) -> Judgement {
    var judgement = self
    judgement.findings = findings.sorted()
    return judgement
  }

  /// Whether the team does without any file of the plan.
  var isWaiving: Bool { !waived.isEmpty }

  /// Whether what speaks against a file of the plan is known and no error: the team does without the file.
  func isWaived(_ finding: Diagnostic) -> Bool { waived.contains(Waiver(finding)) }
}

/// What of a finding no level, no excerpt and no order changes.
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
