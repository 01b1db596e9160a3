internal import Arguments
internal import Files
internal import Pipeline

extension Command {
  static let inspect = Command(
    name: "inspect", summary: "show what is understood of reviews, and what is not",
    operands: [Operand("PATH", .several, help: "files, or folders with Markdown in them")],
    options: [Option.inspectionFormat, Option.content]
  ) { arguments in
    let inspections = try Inspections(of: arguments.operands, content: arguments[.content])
    try StandardStream.output.write(
      try await inspections.text(as: arguments[.inspectionFormat]))
    return .clean
  }
}
