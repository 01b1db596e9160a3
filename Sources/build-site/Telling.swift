internal import Arguments
internal import Checklist
internal import Content
internal import Diagnostics
internal import Files

/// Findings as they are told: the report on standard output, the count on standard error.
enum Verdict {
  /// - Returns: `.findings` when something fails, else `.clean`.
  static func tell(
    _ judgement: Judgement, arguments: ParsedArguments, since start: ContinuousClock.Instant
  ) async throws -> ExitCode {
    let reporter = arguments[.format] ?? Surroundings.reporter
    let summary = "\(judgement.summary) in \(seconds(since: start)) s"
    let report = Report(
      findings: judgement.findings,
      rules: reporter.showsRules ? await rules(of: judgement.findings) : [],
      summary: summary, failingLevel: arguments[.strict] ? .warning : .error)
    let style = Reporter.Style(usesColor: Surroundings.usesColor)
    try StandardStream.output.write(reporter.text(report, style))
    if let text = reporter.jobSummary?(report), let path = Surroundings.jobSummary {
      try appendFile(Array(text.utf8), to: path)
    }
    StandardStream.error.tell(
      judgement.fixed.map(\.line).joined() + summary.plainLine + "\n")
    return report.fails ? .findings : .clean
  }

  private static func rules(of findings: [Diagnostic]) async -> [RuleDescription] {
    var rules: [RuleDescription] = []
    for code in Set(findings.map(\.code)).sorted() {
      if let rule = Rule.named(code) { rules.append(await rule.described()) }
    }
    return rules
  }

  static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// With one decimal.
  static func seconds(since start: ContinuousClock.Instant) -> String {
    let tenths = (ContinuousClock.now - start).components
    let value = Int(tenths.seconds) * 10 + Int(tenths.attoseconds / 100_000_000_000_000_000)
    return "\(value / 10).\(value % 10)"
  }
}

extension Baseline.Fixed {
  /// What is said of an entry that can go.
  fileprivate var line: String {
    let times = count == 1 ? "" : " (\(count) times)"
    return "fixed: \(path.plainLine): \(code)\(times) is in the baseline and not found any more\n"
  }
}
