internal import Arguments
internal import Checklist
internal import Files
internal import Pipeline

extension Command {
  static let explain = Command(
    name: "explain",
    summary: "explain why a rule exists and what to do, with a bad and a good example",
    operands: [
      Operand(
        "CODE", .optional, suggestions: Rule.all.map(\.code),
        help: "the code of a rule, such as PM002 (default: list all rules)")
    ]
  ) { arguments in
    guard let code = arguments.operands.first else {
      try StandardStream.output.write(
        Rule.all.sorted { $0.code < $1.code }.map(\.listLine).joined())
      return .clean
    }
    guard let rule = Rule.named(code) else {
      StandardStream.error.tell("build-site: \(Rule.unknown(code))\n")
      return .usage
    }
    try StandardStream.output.write(await rule.described().explanation)
    return .clean
  }
}
