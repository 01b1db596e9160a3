/// The whole command line: its table of commands, from which parsing, help and completion are made.
package struct Program: Sendable {
  package let name: String
  package let version: String
  /// One sentence, above the commands in the help.
  package let summary: String
  /// Without `help`, `completion` and `manual`, which every program has.
  package let commands: [Command]
  /// What runs when the first word is missing or an option.
  package let defaultCommand: Command
  /// What runs when the first word is a path; the default command when `nil`.
  package let commandForPaths: Command?
  /// Lines below the commands in the help, such as the exit codes.
  package let notes: String
  /// The variables that the program reads, for its manual page.
  package let environment: [(name: String, text: String)]

  package init(
    name: String, version: String, summary: String, commands: [Command], defaultCommand: Command,
    commandForPaths: Command? = nil, notes: String = "",
    environment: [(name: String, text: String)] = []
  ) {
    self.name = name
    self.version = version
    self.summary = summary
    self.commands = commands
    self.defaultCommand = defaultCommand
    self.commandForPaths = commandForPaths
    self.notes = notes
    self.environment = environment
  }

  /// The commands of the table and those that every program has.
  var allCommands: [Command] { commands + [.help, .completion, .manual] }
}

/// What a command line asks for.
package enum Invocation: Sendable {
  case run(Command, ParsedArguments)
  /// A text for standard output: help, version, the manual page or a completion script.
  case print(String)
  /// A text for standard error, with its line ending; the exit code is 64.
  case usage(String)
}

extension Program {
  /// Reads a command line.
  ///
  /// - Parameters:
  ///   - words: The command line without the name of the program.
  ///   - isPath: Whether a path exists; asked about a first word that is not a command, so that a
  ///     mistyped command is never taken for a path.
  /// - Returns: What to do; nothing is done yet.
  package func parse(_ words: [String], isPath: (_ word: String) -> Bool) -> Invocation {
    do throws(UsageError) {
      return try read(words, isPath: isPath)
    } catch {
      let hint = "see '\(name) \(helpWords(for: words)) --help'".replacing("  ", with: " ")
      return .usage("\(name): \(error.message)\n\(hint)\n")
    }
  }

  private func read(
    _ words: [String], isPath: (String) -> Bool
  ) throws(UsageError) -> Invocation {
    guard let first = words.first, !first.hasPrefix("-") else {
      let options = words.prefix { $0 != "--" }
      if options.contains("--version") { return .print("\(name) \(version)\n") }
      if options.contains(where: Self.asksForHelp) { return .print(help) }
      return try read(words, of: defaultCommand)
    }
    if let command = command(named: first) {
      return try read(Array(words.dropFirst()), of: command)
    }
    guard isPath(first) else {
      throw .unknownCommand(first, among: allCommands.map(\.name))
    }
    return try read(words, of: commandForPaths ?? defaultCommand)
  }

  private func read(_ words: [String], of command: Command) throws(UsageError) -> Invocation {
    if words.prefix(while: { $0 != "--" }).contains(where: Self.asksForHelp) {
      return .print(help(of: command))
    }
    let arguments = try command.read(words) { word in self.command(named: word) != nil }
    switch command.name {
    case Command.help.name: return .print(try help(about: arguments.operands.first))
    case Command.completion.name:
      return .print(try completion(for: arguments.operands.first ?? ""))
    case Command.manual.name: return .print(manualPage)
    default: return .run(command, arguments)
    }
  }

  private func help(about name: String?) throws(UsageError) -> String {
    guard let name else { return help }
    guard let command = command(named: name) else {
      throw .unknownCommand(name, among: allCommands.map(\.name))
    }
    return help(of: command)
  }

  private func command(named name: String) -> Command? {
    allCommands.first { $0.name == name }
  }

  private func helpWords(for words: [String]) -> String {
    words.first.flatMap { command(named: $0) }?.name ?? ""
  }

  private static func asksForHelp(_ word: String) -> Bool { word == "--help" || word == "-h" }
}

extension Command {
  static let help = Command(
    name: "help", summary: "list the commands, or the options of one",
    operands: [Operand("COMMAND", .optional, help: "the command to show help for")]
  ) { _ in .clean }

  static let completion = Command(
    name: "completion", summary: "print a script that completes commands and options",
    operands: [
      Operand("SHELL", suggestions: Shell.allCases.map(\.rawValue), help: "bash, zsh or fish")
    ]
  ) { _ in .clean }

  static let manual = Command(
    name: "manual", summary: "print the manual page, for 'man -l -'"
  ) { _ in .clean }
}
