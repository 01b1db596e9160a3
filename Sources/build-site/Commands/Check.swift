internal import Arguments
internal import Files
internal import Pipeline

extension Command {
  static let check = Command(
    name: "check",
    summary: "check the content folder, or any reviews and runbooks, and report findings",
    operands: [
      Operand(
        "PATH", .any,
        help: "files, folders, or '-' for standard input (default: the content folder)")
    ],
    options: [
      Option.content, Option.exclude, Option.templates, Option.format, Option.select,
      Option.ignore, Option.level, Option.statistics, Option.strict, Option.exitZero,
      Option.baseline, Option.writeBaseline, Option.fix, Option.fixOnly, Option.addAllow,
      Option.diff, Option.stdinPath, Option.now, Option.showFiles, Option.showSettings,
      Option.quiet, Option.color,
      Option.noCache, Option.watch, Option.poll, Option.online, Option.withShellcheck,
      Option.withAnsible,
    ]
  ) { given in
    if given[.showFiles] {
      let files = try FileList(of: Build(checking: given))
      try StandardStream.output.write(files.text(as: .plain))
      return .clean
    }
    if given[.showSettings] {
      let checked = try await Build(checking: given.withSettings()).checked()
      try StandardStream.output.write(SettingsList(of: checked).text)
      return .clean
    }
    if given[.watch] { return try await RepeatedCheck.run(given.withSettings()) }
    var telling = Telling(checking: given)
    let last = try LastRun(checking: given)
    if let verdict = await last?.verdict() { return try telling.tell(verdict) }
    let arguments = try given.withSettings()
    let log = InputLog(knowing: last?.inputs)
    if last != nil { log.noteProgram() }
    var build = try Build(checking: arguments, files: last == nil ? .disk : .disk(noting: log))
    build.progress = telling.startProgress()
    if let code = try await Fixing.run(build, arguments) { return code }
    let checked = try await build.checked()
    telling.tell(passedBy: checked.passedBy)
    telling.tell(runs: checked.runs)
    if let path = arguments[.writeBaseline] {
      return try telling.write(checked.judgement.baseline, to: path)
    }
    let code = try await telling.tell(checked.judgement)
    // What is told of paths is no part of the verdict.
    if checked.passedBy.isEmpty { await last?.replace(by: telling.verdict, log, outputs: []) }
    return code
  }
}
