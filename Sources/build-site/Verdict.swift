internal import Arguments
internal import Content
internal import Diagnostics
internal import Files
internal import Learning

/// Findings as they are told: the report on standard output, the count on standard error.
enum Verdict {
  /// - Returns: `.findings` when something fails, else `.clean`.
  static func tell(
    _ findings: [Diagnostic], of content: Content, arguments: ParsedArguments,
    since start: ContinuousClock.Instant
  ) throws -> ExitCode {
    let reporter = arguments[.format] ?? Surroundings.reporter
    let style = Reporter.Style(usesColor: Surroundings.usesColor)
    try StandardStream.output.write(reporter.report(findings, style))
    try StandardStream.error.write(summary(of: findings, content: content, since: start) + "\n")
    let fails = findings.contains {
      $0.level == .error || (arguments[.strict] && $0.level == .warning)
    }
    return fails ? .findings : .clean
  }

  private static func summary(
    of findings: [Diagnostic], content: Content, since start: ContinuousClock.Instant
  ) -> String {
    let counts = [Level.error, .warning, .note].compactMap { level -> String? in
      let count = findings.count { $0.level == level }
      return count == 0 ? nil : counted(count, level.rawValue)
    }
    let verdict = counts.isEmpty ? "no findings" : counts.joined(separator: ", ")
    let library = content.library
    return
      "\(counted(library.incidents.count, "incident")), \(counted(library.runbooks.count, "runbook")): \(verdict) in \(seconds(since: start)) s"
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
