package import Checklist
internal import Diagnostics

extension Judgement {
  /// The last line of a run's output, without the time it took.
  package var summary: String {
    let numbers = findings.levelCounts
    let counts = [Level.error, .warning, .note].compactMap { level in
      numbers[level].map { Self.counted($0, level.rawValue) }
    }
    let aside = [
      (suppressed.count, "suppressed"), (known, "in the baseline"), (unreported, "not selected"),
      (leftOut, leftOut == 1 ? "file left out" : "files left out"),
      (outputs, outputs == 1 ? "generated folder left out" : "generated folders left out"),
    ].compactMap { $0.0 == 0 ? nil : "\($0.0) \($0.1)" }
    let verdict = counts.isEmpty ? "no findings" : counts.joined(separator: ", ")
    let pages = "\(Self.counted(incidents, "incident")), \(Self.counted(runbooks, "runbook"))"
    return "\(pages): \(verdict)" + (aside.isEmpty ? "" : " (\(aside.joined(separator: ", ")))")
      + judge
  }

  /// By which policy the incidents were judged, since levels depend on there being one.
  private var judge: String {
    if incidents == 0 { return "" }
    return policies.isEmpty
      ? ", judged without a policy" : ", judged by \(policies.joined(separator: " and "))"
  }

  /// The findings as a baseline, for a team to accept.
  package var baseline: Baseline { Baseline(of: findings, naming: name) }

  /// "1 file", "2 files".
  package static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
