internal import Arguments
internal import Checklist
internal import Files

extension Command {
  static let explain = Command(
    name: "explain", summary: "tell why a rule exists, with a bad and a good example",
    operands: [
      Operand(
        "CODE", .optional, suggestions: Rule.all.map(\.code),
        help: "the code of a rule, such as PM002; all rules when there is none")
    ]
  ) { arguments in
    guard let code = arguments.operands.first else {
      try StandardStream.output.write(Rule.all.map(\.listLine).joined())
      return .clean
    }
    guard let rule = Rule.named(code) else {
      try StandardStream.error.write(
        "build-site: no rule '\(code)'; 'build-site explain' lists them all\n")
      return .usage
    }
    try StandardStream.output.write(rule.explanation)
    return .clean
  }
}
