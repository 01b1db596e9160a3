/// A shell that can complete the words of the program.
enum Shell: String, CaseIterable, Sendable {
  case bash
  case zsh
  case fish
}

extension Program {
  /// The completion script for a shell.
  func completion(for name: String) throws(UsageError) -> String {
    guard let shell = Shell(rawValue: name) else {
      throw UsageError("no completion for '\(name)'; use bash, zsh or fish")
    }
    return switch shell {
    case .bash: bashCompletion
    case .zsh: zshCompletion
    case .fish: fishCompletion
    }
  }

  /// The name of the program as part of the name of a shell function.
  var functionName: String { "_" + name.replacing("-", with: "_") }
}

/// What completes a word that is not an option.
enum WordKind {
  case path
  case oneOf([String])
  case anything

  init(name: String, words: [String]) {
    if !words.isEmpty {
      self = .oneOf(words)
    } else {
      self = ["FILE", "FOLDER", "PATH"].contains(name) ? .path : .anything
    }
  }
}

extension OptionDeclaration {
  /// What the next word is; `nil` for a flag, and for an option whose value comes after "=".
  var wordKind: WordKind? {
    bare == nil ? valueName.map { WordKind(name: $0, words: choices) } : nil
  }

  /// The option as whole words, with each value after "=".
  var words: [String] {
    [spelling]
      + (bare.map { bare in choices.filter { $0 != bare } } ?? []).map { "\(spelling)=\($0)" }
  }
}

extension Operand {
  var wordKind: WordKind { WordKind(name: name, words: suggestions) }
}

extension Program {
  /// The operands of a command; those of `help` are the commands.
  func operands(of command: Command) -> [Operand] {
    guard command.name == Command.help.name else { return command.operands }
    return command.operands.map {
      Operand($0.name, $0.count, suggestions: allCommands.map(\.name), help: $0.help)
    }
  }
}

/// A text as one word of the shell, in single quotes.
func singleQuoted(_ text: String) -> String {
  "'" + text.replacing("'", with: "'\\''") + "'"
}
