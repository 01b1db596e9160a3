internal import Arguments
internal import Files
internal import Pipeline

extension Command {
  static let inspect = Command(
    name: "inspect", summary: "show how reviews are understood, and which lines are not",
    operands: [
      Operand(
        "PATH", .any,
        help: "files, or folders with Markdown files (with --files, default: the content folder)")
    ],
    options: [Option.inspectionFormat, Option.files, Option.content, Option.exclude]
  ) { arguments in
    if arguments[.files] {
      var settings = Build.Settings()
      settings.content = arguments[.content]
      settings.exclude = arguments[.exclude]
      settings.paths = arguments.operands
      try StandardStream.output.write(
        try FileList(of: Build(settings)).text(as: arguments[.inspectionFormat]))
      return .clean
    }
    if arguments.operands.isEmpty { throw UsageError("inspect needs a PATH, or --files") }
    let inspections = try Inspections(of: arguments.operands, content: arguments[.content])
    try StandardStream.output.write(
      try await inspections.text(as: arguments[.inspectionFormat]))
    return .clean
  }
}
