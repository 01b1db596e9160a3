internal import Arguments
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
      Option.content, Option.exclude, Option.templates, Option.format, Option.strict,
      Option.baseline,
      Option.writeBaseline, Option.fix, Option.diff, Option.stdinPath, Option.now, Option.quiet,
      Option.noCache, Option.online, Option.withShellcheck, Option.withAnsible,
    ]
  ) { arguments in
    var telling = Telling(arguments)
    var build = try Build(checking: arguments)
    build.progress = telling.startProgress()
    if let code = try await Fixing.run(build, arguments) { return code }
    let checked = try await build.checked()
    telling.tell(passedBy: checked.passedBy)
    telling.tell(runs: checked.runs)
    if let path = arguments[.writeBaseline] {
      return try telling.write(checked.judgement.baseline, to: path)
    }
    return try await telling.tell(checked.judgement)
  }
}
