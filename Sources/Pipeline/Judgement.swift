package import Checklist
internal import Content
package import Diagnostics
internal import Files
internal import Incidents
package import Learning
internal import Publishing
internal import Runbooks
internal import Screening

/// What a run looked at and found, over all the folders that it was asked to look at.
package struct Judgement: Sendable {
  /// Sorted; without those that authors allow and those in the baseline.
  package private(set) var findings: [Diagnostic] = []
  /// The findings that comments and front matter allow.
  package private(set) var suppressed: [Diagnostic] = []
  /// How many findings the run was told not to report.
  package private(set) var unreported = 0
  /// How many findings are in the baseline.
  package private(set) var known = 0
  /// Entries of the baseline that no longer match a finding.
  package private(set) var fixed: [Baseline.Fixed] = []
  /// How many incidents and runbooks the run looked at.
  package private(set) var incidents = 0
  package private(set) var runbooks = 0
  /// How many Markdown files were no pages.
  package private(set) var leftOut = 0
  /// Folders of pages that builds wrote.
  package private(set) var outputs = 0
  /// The errors in each document that nobody allows, including those in the baseline.
  package private(set) var errors = PageErrors()
  /// The content folder, which the paths of a baseline leave out; `nil` when the run looked at none.
  private var root: String?
  /// The runbooks that state the policies, by which the incidents were judged.
  package private(set) var policies: [String] = []
  /// Findings about files of the plan that are no longer errors.
  private var waived: Set<Waiver> = []

  /// Judges some folders, always in the same order: what reading and the rules found, what the outputs and
  /// their plan find, the levels that the team chose, what authors allow, and the baseline.
  init(of folders: [PlannedContent], baseline: Baseline? = nil) {
    for folder in folders { add(folder) }
    findings.sort()
    if let baseline {
      let comparison = baseline.compared(
        with: findings, naming: name,
        covering: { path in
          folders.contains { folder in folder.paths(of: path).contains(where: folder.scope.covers) }
        },
        isThere: { path in
          folders.contains { folder in
            folder.paths(of: path).contains { folder.content.library.pages[$0] != nil }
          }
        })
      findings = comparison.new
      known = comparison.known
      fixed = comparison.fixed
    }
    waived.subtract(findings.filter { $0.level == .error }.map(Waiver.init))
  }

  private mutating func add(_ folder: PlannedContent) {
    let content = folder.content
    let library = content.library
    let plan = folder.plan.findings
    let more = folder.found + plan
    // There may be a million findings, so they are copied only where something changes.
    var found = more.isEmpty ? content.findings : content.findings + more
    found = library.configuration.levels.applied(
      to: found, severities: library.severities, document: library.document)
    found = content.masked(found)
    let (kept, allowed) = content.suppressions.applied(to: found, isWhole: content.isComplete)
    found = []
    let covers = folder.scope.covers
    let isWhole = kept.allSatisfy { covers($0.path) }
    let shown = content.quoted((isWhole ? kept : kept.filter { covers($0.path) }).withFewAlike)
    findings = findings.isEmpty ? shown : findings + shown
    suppressed += allowed.filter { covers($0.path) }
    if folder.scope.isContent { root = folder.scope.root }
    if let policy = library.process?.path, !policies.contains(policy) { policies.append(policy) }
    errors.add(kept, in: library)
    waived.formUnion(plan.map(Waiver.init))
    leftOut += content.leftOut.count { $0.reason != .output && covers($0.path) }
    outputs += content.leftOut.count { $0.reason == .output && covers($0.path) }
    incidents += library.incidents.count { incident in
      [incident.reviewPath, incident.timelinePath].contains { $0.map(covers) ?? false }
    }
    runbooks += library.runbooks.count { covers($0.path) }
  }

  /// The path of a file as a baseline has it: below the content folder, wherever the run was started.
  func name(_ path: String) -> String {
    guard let root, root != ".", path.hasPrefix(root + "/") else { return path }
    return String(path.dropFirst(root.utf8.count + 1))
  }

  /// The same run, of which only some findings are reported.
  func reporting(_ selection: FindingSelection) -> Judgement {
    if selection.isEverything { return self }
    var judgement = self
    judgement.findings = findings.filter(selection.includes)
    judgement.unreported = findings.count - judgement.findings.count
    return judgement
  }

  /// The same run, with the findings that made the writer refuse to write the site among those of the content.
  package func refused(for findings: [Diagnostic]) -> Judgement {
    var judgement = self
    judgement.findings = (judgement.findings + findings).sorted()
    return judgement
  }

  /// Whether there is a secret that nobody has allowed, which is never published.
  package var holdsSecrets: Bool {
    findings.contains { $0.level == .error && SecretCode.all.contains($0.code) }
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

extension PlannedContent {
  /// The paths in this run that an entry of a baseline may mean.
  fileprivate func paths(of entry: String) -> [String] {
    scope.isContent && scope.root != "." ? [joinedPath(scope.root, entry), entry] : [entry]
  }
}
