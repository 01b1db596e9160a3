internal import Arguments
internal import Checklist
internal import Content
internal import Diagnostics
internal import Files
internal import Pipeline
internal import Publishing

/// What a run tells: results on standard output, counts and remarks on standard error.
struct Telling {
  private let arguments: ParsedArguments
  private let start = ContinuousClock.now

  /// The time that a run takes is counted from here.
  init(_ arguments: ParsedArguments) { self.arguments = arguments }

  // MARK: Findings

  /// - Returns: `.findings` when something fails, else `.clean`.
  func tell(_ judgement: Judgement) async throws -> ExitCode {
    let reporter = arguments[.format] ?? Surroundings.reporter
    let summary = "\(judgement.summary) in \(seconds) s"
    let report = Report(
      findings: judgement.findings,
      rules: reporter.showsRules ? await judgement.rules() : [],
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

  func tell(passedBy paths: [String]) {
    for path in paths {
      StandardStream.error.tell(
        "\(path.plainLine): neither a review nor a runbook, so not checked\n")
    }
  }

  func write(_ baseline: Baseline, to path: String) throws -> ExitCode {
    try writeFile(Array(baseline.text.utf8), to: path)
    let count = Judgement.counted(baseline.count, "finding")
    StandardStream.error.tell("\(path): \(count) written\n")
    return .clean
  }

  // MARK: The site

  func tellNothingWritten(_ code: ExitCode) -> ExitCode {
    StandardStream.error.tell(
      "nothing written; fix the errors, or build with --keep-going\n")
    return code
  }

  /// `drafts` is how many incidents and runbooks were left out.
  func tell(_ summary: WriteSummary, drafts: Int) {
    let site = arguments[.site]
    var text =
      "\(site): \(summary.written) written, \(summary.unchanged) unchanged, \(summary.removed) removed in \(seconds) s\n"
    for path in summary.kept { text += "kept \(site)/\(path): it was edited by hand\n" }
    if drafts > 0 {
      text +=
        "\(Judgement.counted(drafts, "draft")) left out; build with --drafts to include \(drafts == 1 ? "it" : "them")\n"
    }
    text += Self.note(ofGone: summary.gone, in: site)
    StandardStream.error.tell(text + "open \(site)/static/archive/index.html\n")
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
      "note: nothing is at '\(String(first.dropFirst("static".count)).plainLine)'\(more) any more; if the text has moved, run 'build-site redirects'\n"
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

  /// One line a path: what would happen to it.
  func tell(_ preview: WritePreview) throws {
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

extension Baseline.Fixed {
  /// What is said of an entry that can go.
  fileprivate var line: String {
    let times = count == 1 ? "" : " (\(count) times)"
    return "fixed: \(path.plainLine): \(code)\(times) is in the baseline but no longer found\n"
  }
}
