internal import Arguments
internal import Diagnostics
internal import Files
internal import Pipeline
internal import Serving

/// `check --watch`: a check, and another one whenever something changes.
enum RepeatedCheck {
  /// Returns when the program is asked to end.
  ///
  /// - Throws: What keeps the first check from being made; `UsageError` for options that do not go with it.
  static func run(_ arguments: ParsedArguments) async throws -> ExitCode {
    guard arguments[.fix] == nil, !arguments[.fixOnly], !arguments.has(.addAllow),
      !arguments[.diff], arguments[.writeBaseline] == nil, !arguments.operands.contains("-")
    else {
      throw UsageError(
        "'--watch' only reports: it goes neither with '-' nor with an option that changes files, prints changes or writes a baseline"
      )
    }
    Interruption.expectInterrupt()
    var watch = ChangeWatch(polls: arguments[.poll])
    let answers = ProgramAnswers()
    var isFirst = true
    let last = try LastRun(checking: arguments)
    try await watch.repeating(knowing: last?.inputs) { log, changed in
      var files = FileSource.disk(noting: log)
      // What Ansible says depends on files.
      if !arguments[.withAnsible] { files.run = answers.remembering(files.run) }
      if !isFirst {
        StandardStream.error.tell("\n\(changeLine(changed, otherwise: "something")) changed\n")
      }
      do {
        try await check(arguments, files)
      } catch  where !isFirst {
        if (error as? FileError)?.path == StandardStream.output.name { throw error }
        _ = Failure.report(error)
      }
      isFirst = false
      return !Interruption.isRequested
    }
    return .clean
  }

  private static func check(_ arguments: ParsedArguments, _ files: FileSource) async throws {
    var telling = Telling(checking: arguments)
    let build = try Build(checking: arguments, files: files)
    let checked = try await build.checked()
    telling.tell(passedBy: checked.passedBy)
    telling.tell(runs: checked.runs)
    _ = try await telling.tell(checked.judgement)
  }
}
