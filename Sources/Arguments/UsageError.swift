internal import Diagnostics

/// What is wrong with a command line: one phrase, with a suggestion when there is a near name.
package struct UsageError: Error, Hashable, Sendable {
  package let message: String

  package init(_ message: String) { self.message = message }

  static func unknownCommand(_ word: String, among names: [String]) -> UsageError {
    let guess = nearestName(to: word, among: names)
    return UsageError("'\(word)' is neither a command nor a path" + suggestion(guess))
  }

  static func unknownOption(_ spelling: String, of command: Command) -> UsageError {
    let names = command.options.map(\.spelling) + ["--help"]
    return UsageError(
      "'\(command.name)' has no option '\(spelling)'"
        + suggestion(nearestName(to: spelling, among: names)))
  }

  static func unknownChoice(_ text: String, of name: String, among choices: [String]) -> UsageError
  {
    let guess = nearestName(to: text, among: choices)
    let list = choices.joined(separator: ", ")
    return UsageError(
      "'\(text)' is not a value of '--\(name)'"
        + suggestion(guess, otherwise: "; use one of \(list)"))
  }

  static func wrongValue(_ text: String, of name: String, expected: String) -> UsageError {
    UsageError("'--\(name)' takes \(expected), but '\(text)' is not")
  }

  static func missingValue(of option: OptionDeclaration) -> UsageError {
    let choices = option.choices.isEmpty ? "" : ": " + option.choices.joined(separator: ", ")
    return UsageError("'\(option.spelling)' needs a value, \(option.valueName ?? "")\(choices)")
  }

  static func needlessValue(_ value: String, of option: OptionDeclaration) -> UsageError {
    UsageError("'\(option.spelling)' takes no value, but '\(value)' was given")
  }

  static func repeated(_ option: OptionDeclaration) -> UsageError {
    UsageError("'\(option.spelling)' was given twice")
  }

  static func missingOperand(_ operand: Operand, of command: Command) -> UsageError {
    UsageError("'\(command.name)' needs \(operand.name), \(operand.help)")
  }

  static func needlessOperand(_ word: String, of command: Command) -> UsageError {
    command.operands.isEmpty
      ? UsageError("'\(command.name)' takes no operands, but '\(word)' was given")
      : UsageError("'\(command.name)' takes no more operands, but '\(word)' was given")
  }

  static func lateCommand(_ name: String) -> UsageError {
    UsageError("command '\(name)' comes after an option; write it first")
  }
}
