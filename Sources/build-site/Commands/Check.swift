internal import Arguments
internal import Pipeline

extension Command {
  static let check = Command(
    name: "check",
    summary: "judge the content, or any reviews; writes nothing but what is asked for",
    operands: [
      Operand(
        "PATH", .any,
        help: "files, folders, or '-' for standard input; the content folder when there is none")
    ],
    options: [
      Option.content, Option.templates, Option.format, Option.strict, Option.baseline,
      Option.writeBaseline, Option.fix, Option.diff, Option.stdinPath, Option.now,
    ]
  ) { arguments in
    let telling = Telling(arguments)
    let build = try Build(checking: arguments)
    if let code = try await Fixing.run(build, arguments) { return code }
    let checked = try await build.checked()
    telling.tell(passedBy: checked.passedBy)
    if let path = arguments[.writeBaseline] {
      return try telling.write(checked.judgement.baseline, to: path)
    }
    return try await telling.tell(checked.judgement)
  }
}
