internal import Arguments
internal import Files
internal import Pipeline
internal import Publishing

extension Command {
  static let build = Command(
    name: "build", summary: "check everything, and write the site if there are no errors",
    options: [
      Option.content, Option.exclude, Option.site, Option.templates, Option.format, Option.strict,
      Option.keepGoing,
      Option.drafts, Option.baseline, Option.dryRun, Option.diff, Option.now, Option.quiet,
      Option.color,
      Option.noCache,
    ]
  ) { given in
    if given[.diff], !given[.dryRun] { throw UsageError("'--diff' needs '--dry-run'") }
    var telling = Telling(given)
    // A run that told its verdict in the usual place found the settings as they are.
    var last = (try? Build.Settings.checkSite(given)).flatMap { LastRun(given) }
    if let verdict = await last?.verdict() { return try telling.tell(verdict) }
    let arguments = try given.withSettings()
    try Build.Settings.checkSite(arguments)
    if arguments[.site] != given[.site] {
      last = LastRun(arguments)
      if let verdict = await last?.verdict() { return try telling.tell(verdict) }
    }
    telling.arguments = arguments
    let log = InputLog(knowing: last?.inputs)
    log.noteProgram()
    let files = FileSource.disk(noting: log)
    var build = try Build(.init(arguments, isWriting: true, files: files), files: files)
    build.progress = telling.startProgress()
    let checked = try await build.checked()
    telling.noteEndOfCheck()
    let judgement = checked.judgement
    let isRefused = judgement.holdsSecrets || telling.fails(judgement) && !arguments[.keepGoing]
    if isRefused {
      let found = try await telling.tell(judgement)
      let code = judgement.holdsSecrets ? telling.tellSecrets() : telling.tellNothingWritten(found)
      await last?.replace(by: telling.verdict, log, outputs: [])
      return code
    }
    // What is wrong with the site folder is found when the site is written, and is told in the same report.
    do {
      if arguments[.dryRun] {
        let preview = try await checked.preview(showingChanges: arguments[.diff])
        let code = try await telling.tell(judgement)
        try telling.tell(preview)
        return code
      }
      let summary = try await checked.write()
      let code = try await telling.tell(judgement)
      telling.tell(summary, drafts: checked.draftsLeftOut)
      await last?.replace(by: telling.verdict, log, outputs: summary.outputs)
      return code
    } catch WriteError.refused(let findings) {
      return try await telling.tell(judgement.refused(for: findings))
    } catch let error as WriteError {
      _ = try await telling.tell(judgement)
      throw error
    }
  }
}
