/// A command: a word after the name of the program, and what it does.
package struct Command: Sendable {
  package let name: String
  /// One phrase without a full stop.
  package let summary: String
  package let operands: [Operand]
  package let options: [OptionDeclaration]
  package let run: @Sendable (_ arguments: ParsedArguments) async throws -> ExitCode

  package init(
    name: String, summary: String, operands: [Operand] = [], options: [any DeclaredOption] = [],
    run: @escaping @Sendable (_ arguments: ParsedArguments) async throws -> ExitCode
  ) {
    self.name = name
    self.summary = summary
    self.operands = operands
    self.options = options.map(\.declaration)
    self.run = run
  }
}

/// A word of a command line that is not an option, such as a file or a rule code.
package struct Operand: Sendable {
  package enum Count: Sendable {
    case one
    case optional
    /// None or more; only the last operand of a command.
    case any
    /// One or more; only the last operand of a command.
    case several
  }

  /// In capitals; `FILE`, `FOLDER` and `PATH` are completed as paths.
  package let name: String
  package let count: Count
  package let help: String
  /// Words that completion offers; others are allowed.
  package let suggestions: [String]

  package init(_ name: String, _ count: Count = .one, suggestions: [String] = [], help: String) {
    self.name = name
    self.count = count
    self.suggestions = suggestions
    self.help = help
  }

  /// The name as a usage line shows it, such as `[PATH…]`.
  var usage: String {
    switch count {
    case .one: name
    case .optional: "[\(name)]"
    case .any: "[\(name)…]"
    case .several: "\(name)…"
    }
  }
}

extension [Operand] {
  /// The number of words it needs.
  var least: Int { count { $0.count == .one || $0.count == .several } }

  /// The number of words it takes.
  var most: Int {
    contains { $0.count == .any || $0.count == .several } ? .max : count
  }
}
