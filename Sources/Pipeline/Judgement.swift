internal import Checklist
internal import Content
internal import Diagnostics
internal import Docusaurus
internal import Incidents
internal import Learning
internal import Runbooks

/// What a run looked at and found, over all the folders it was asked about.
struct Judgement {
  var findings: [Diagnostic] = []
  var incidents = 0
  var runbooks = 0
  /// Findings that comments and front matter allow.
  var suppressed = 0
  /// Findings that are in the baseline.
  var known = 0
  /// Entries of the baseline that nothing answers to any more.
  var fixed: [Baseline.Fixed] = []

  /// Adds the part of a folder's content that was asked about; all of it without a question.
  mutating func add(_ content: Content, covering: (_ path: String) -> Bool = { _ in true }) {
    let found = content.diagnostics + AuthorKeys.findings(in: content.library)
    findings = (findings + found.filter { covering($0.path) }).sorted()
    suppressed += content.suppressed.count { covering($0.path) }
    incidents += content.library.incidents.count { incident in
      [incident.reviewPath, incident.timelinePath].contains { $0.map(covering) ?? false }
    }
    runbooks += content.library.runbooks.count { covering($0.path) }
  }

  /// Takes out what a baseline knows.
  mutating func compare(with baseline: Baseline, covering: (_ path: String) -> Bool) {
    let comparison = baseline.compared(with: findings, covering: covering)
    findings = comparison.new
    known = comparison.known
    fixed = comparison.fixed
  }

  /// The last line of a run, but for how long it took.
  var summary: String {
    let counts = [Level.error, .warning, .note].compactMap { level -> String? in
      let count = findings.count { $0.level == level }
      return count == 0 ? nil : Verdict.counted(count, level.rawValue)
    }
    let aside = [(suppressed, "suppressed"), (known, "in the baseline")].compactMap {
      $0.0 == 0 ? nil : "\($0.0) \($0.1)"
    }
    let verdict = counts.isEmpty ? "no findings" : counts.joined(separator: ", ")
    let pages = "\(Verdict.counted(incidents, "incident")), \(Verdict.counted(runbooks, "runbook"))"
    return "\(pages): \(verdict)" + (aside.isEmpty ? "" : " (\(aside.joined(separator: ", ")))")
  }
}
