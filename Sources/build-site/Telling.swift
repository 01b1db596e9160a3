internal import Arguments
internal import Checklist
internal import Content
internal import Diagnostics
internal import Files
internal import Pipeline
internal import Publishing

/// What a run tells: results on standard output, counts and remarks on standard error.
struct Telling {
  var arguments: ParsedArguments
  private let start = ContinuousClock.now
  /// How long the check took, with one decimal; `nil` until it is over.
  private var checked: String?
  /// What the same run would tell if it began now.
  private(set) var verdict = Verdict(exitCode: 0)

  /// Whether findings are counted, not printed.
  private var countsOnly = false
  /// Whether findings never make the run fail.
  private var isLenient = false

  /// The time that a run takes is counted from here.
  init(_ arguments: ParsedArguments) { self.arguments = arguments }

  /// The same for a check, which has more options.
  init(checking arguments: ParsedArguments) {
    self.init(arguments)
    countsOnly = arguments[.statistics]
    isLenient = arguments[.exitZero]
  }

  /// What the report says of the time is counted up to here.
  mutating func noteEndOfCheck() { checked = seconds }

  /// Begins to show how far the run is.
  ///
  /// - Returns: what is to be told of it.
  func startProgress() -> Progress.Listener {
    ProgressLine.start(isQuiet: arguments[.quiet])
  }

  // MARK: Findings

  /// Whether something that was found makes the run fail.
  func fails(_ judgement: Judgement) -> Bool {
    judgement.findings.contains { $0.level >= failingLevel }
  }

  private var failingLevel: Level { arguments[.strict] ? .warning : .error }

  /// - Returns: `.findings` when something fails, else `.clean`.
  mutating func tell(_ judgement: Judgement) async throws -> ExitCode {
    let reporter = arguments[.format] ?? Surroundings.reporter
    let seconds = checked ?? seconds
    let report = Report(
      findings: reporter.isForHost ? judgement.findings : Self.shown(judgement.findings),
      rules: reporter.showsRules ? await judgement.rules() : [],
      summary: "\(judgement.summary) in \(seconds) s",
      failingLevel: failingLevel)
    let fails = report.fails && !isLenient
    var told = Verdict(exitCode: Int((fails ? ExitCode.findings : .clean).rawValue))
    told.output = Array(try text(of: report, by: reporter).utf8)
    told.errors = Verdict.TimedText(judgement.fixed.map(\.line).joined())
    if !arguments[.quiet] {
      told.errors += Verdict.TimedText("\(judgement.summary.plainLine) in ", " s\n")
    }
    if let text = reporter.jobSummary?(report), Surroundings.jobSummary != nil {
      told.jobSummary = Verdict.TimedText(text, summaryEndingIn: seconds)
    }
    verdict = told
    return try tell(told, seconds)
  }

  /// The findings with paths from where the reader is.
  private static func shown(_ findings: [Diagnostic]) -> [Diagnostic] {
    guard Surroundings.startFolder != workingFolder() else { return findings }
    return findings.map { finding in
      var finding = finding
      finding.path = Surroundings.shown(finding.path)
      return finding
    }
  }

  private func text(of report: Report, by reporter: Reporter) throws -> String {
    guard countsOnly else {
      return reporter.text(
        report,
        Reporter.Style(
          usesColor: Surroundings.usesColor(arguments[.color]), program: Surroundings.program))
    }
    let statistics = FindingStatistics(of: report.findings)
    let name = { (code: String) in Rule.named(code)?.name }
    switch arguments[.format]?.name {
    case nil, Reporter.text.name: return statistics.text(naming: name)
    case Reporter.json.name: return statistics.json(naming: name)
    case let other?:
      throw UsageError("'--statistics' has the formats text and json, not '\(other)'")
    }
  }

  /// Tells what an earlier run found out.
  func tell(_ verdict: Verdict) throws -> ExitCode { try tell(verdict, seconds) }

  /// What is left to do after this takes no time worth showing.
  private func tell(_ verdict: Verdict, _ seconds: String) throws -> ExitCode {
    ProgressLine.end()
    try StandardStream.output.write(verdict.output)
    let summary = verdict.jobSummary.text(seconds: seconds)
    if !summary.isEmpty, let path = Surroundings.jobSummary {
      try appendFile(Array(summary.utf8), to: path)
    }
    StandardStream.error.tell(verdict.errors.text(seconds: seconds))
    return ExitCode(rawValue: Int32(truncatingIfNeeded: verdict.exitCode)) ?? .bug
  }

  /// Tells a line on standard error that the same run would tell again.
  private mutating func tellLine(_ text: String) {
    verdict.errors += Verdict.TimedText(text)
    StandardStream.error.tell(text)
  }

  func tell(passedBy paths: [String]) {
    for path in paths {
      StandardStream.error.tell(
        "\(path.plainLine): neither a review nor a runbook, so not checked\n")
    }
  }

  func tell(runs: [String]) {
    for run in runs { StandardStream.error.tell("ran \(run.plainLine)\n") }
  }

  func write(_ baseline: Baseline, to path: String) throws -> ExitCode {
    try writeFile(Array(baseline.text.utf8), to: path)
    let count = Judgement.counted(baseline.count, "finding")
    StandardStream.error.tell("\(path): \(count) written\n")
    return .clean
  }

  // MARK: The site

  mutating func tellNothingWritten(_ code: ExitCode) -> ExitCode {
    tellLine(
      "nothing written; fix the errors, or build with --keep-going\n")
    return code
  }

  /// Secrets are not published, whatever the options say.
  mutating func tellSecrets() -> ExitCode {
    verdict.exitCode = Int(ExitCode.findings.rawValue)
    tellLine(
      "nothing written; remove the secrets, or allow each with a reason: --keep-going does not publish them\n"
    )
    return .findings
  }

  /// `drafts` is how many incidents and runbooks were left out.
  mutating func tell(_ summary: WriteSummary, drafts: Int) {
    // What is remembered of the run takes a moment more.
    ProgressLine.end()
    verdict.errors += text(of: summary.repeated, drafts: drafts)
    StandardStream.error.tell(text(of: summary, drafts: drafts).text(seconds: seconds))
  }

  private func text(of summary: WriteSummary, drafts: Int) -> Verdict.TimedText {
    let site = Surroundings.shown(arguments[.site])
    let kept = summary.kept.map { "kept \(joinedPath(site, $0)): it was edited by hand\n" }.joined()
    let gone = Self.note(ofGone: summary.gone, in: site)
    if arguments[.quiet] { return Verdict.TimedText(kept + gone) }
    let page = joinedPath(site, "static/archive/index.html")
    let leftOut =
      drafts == 0
      ? ""
      : "\(Judgement.counted(drafts, "draft")) left out; build with --drafts to include \(drafts == 1 ? "it" : "them")\n"
    return Verdict.TimedText(
      "\(site): \(summary.written) written, \(summary.unchanged) unchanged, \(summary.removed) removed in ",
      " s\n\(kept)\(leftOut)\(gone)open \(page)\n")
  }

  /// Links to a page that is gone lead nowhere; most often it has only moved.
  private static func note(ofGone paths: [String], in site: String) -> String {
    let folders = ["incidents", "runbooks"].map { "static/archive/\($0)/" }
    let pages = paths.filter { path in
      path.hasSuffix("/index.html")
        && folders.contains { path.hasPrefix($0) && path != "\($0)index.html" }
    }
    guard let first = pages.first else { return "" }
    let more = pages.count == 1 ? "" : " and \(Judgement.counted(pages.count - 1, "other page"))"
    return
      "note: nothing is at '\(String(first.dropFirst("static".count)).plainLine)'\(more) any more; if the text has moved, run '\(Surroundings.program) redirects'\n"
  }

  /// What `redirects.yml` lacks, and what no redirect can mend.
  func tell(_ moves: Moves) throws {
    let lines = moves.moved.map(\.line) + moves.missing
    try StandardStream.output.write(lines.map(\.text).joined())
    var text = ""
    for address in moves.taken {
      text +=
        "\(address.plainLine): another page has this address now; give one of the two a 'slug:'\n"
    }
    for path in moves.gone {
      text += "\(path.plainLine): its text is in no other file, so nothing redirects\n"
    }
    let count = Judgement.counted(lines.count, "redirect")
    let what = arguments[.redirectsCheck] ? "missing in" : "added to"
    text +=
      lines.isEmpty ? "no redirect is missing\n" : "\(count) \(what) \(moves.path.plainLine)\n"
    StandardStream.error.tell(text)
  }

  /// One line a path: what would happen to it; or the lines that would change.
  func tell(_ preview: WritePreview) throws {
    if arguments[.diff] {
      for change in preview.changes {
        let path = joinedPath(arguments[.site], change.path)
        try StandardStream.output.write(
          UnifiedDiff.bytes(of: path, from: change.before, to: change.after))
      }
      return
    }
    try StandardStream.output.write(
      preview.written.map { "write \($0)\n" }.joined()
        + preview.removed.map { "remove \($0)\n" }.joined()
        + preview.kept.map { "keep \($0)\n" }.joined())
  }

  /// With one decimal.
  private var seconds: String {
    let tenths = (ContinuousClock.now - start).components
    let value = Int(tenths.seconds) * 10 + Int(tenths.attoseconds / 100_000_000_000_000_000)
    return "\(value / 10).\(value % 10)"
  }
}
