internal import Arguments
internal import Files
internal import Pipeline

extension Command {
  static let inspect = Command(
    name: "inspect", summary: "show how reviews are understood, and which lines are not",
    operands: [Operand("PATH", .several, help: "files, or folders with Markdown files")],
    options: [Option.inspectionFormat, Option.content]
  ) { arguments in
    let inspections = try Inspections(of: arguments.operands, content: arguments[.content])
    try StandardStream.output.write(
      try await inspections.text(as: arguments[.inspectionFormat]))
    return .clean
  }
}
