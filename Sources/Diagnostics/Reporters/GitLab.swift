extension Reporter {
  /// For GitLab: a Code Quality report, an artefact that merge requests compare with the target branch.
  package static let gitlab = Reporter(
    name: "gitlab", summary: "a Code Quality report for GitLab", isForHost: true
  ) { report, _ in
    encoded(zip(report.findings, report.findings.uniqueFingerprints).map(Issue.init))
  }
}

/// One entry of the report; GitLab ignores unknown members and rejects a report without these.
private struct Issue: Encodable {
  let description: String
  let checkName: String
  let fingerprint: String
  let severity: String
  let location: Location

  struct Location: Encodable {
    let path: String
    let lines: Lines
  }

  struct Lines: Encodable {
    let begin: Int
  }

  private enum CodingKeys: String, CodingKey {
    case description
    case checkName = "check_name"
    case fingerprint, severity, location
  }

  init(_ finding: Diagnostic, fingerprint: String) {
    description = (finding.help.map { "\(finding.message); \($0)" } ?? finding.message).plainLine
    checkName = finding.code
    self.fingerprint = fingerprint
    severity = finding.level.codeQuality
    location = Location(
      path: finding.path, lines: Lines(begin: finding.range?.lowerBound.line ?? 1))
  }
}

extension Level {
  /// One of GitLab's info, minor, major, critical and blocker.
  fileprivate var codeQuality: String {
    switch self {
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }
}
