extension Program {
  /// The script for `build-site completion fish | source`.
  var fishCompletion: String {
    let first = "complete -c \(name) -n __fish_use_subcommand"
    var text = "complete -c \(name) -f\n"
    text += "complete -c \(name) -s h -l help -d 'show help'\n"
    text += "\(first) -l version -d 'show the version'\n"
    for command in allCommands {
      text += "\(first) -a \(command.name) -d \(fishQuoted(command.summary))\n"
    }
    for command in allCommands {
      let start = "complete -c \(name) -n '__fish_seen_subcommand_from \(command.name)'"
      for option in command.options {
        let value = option.wordKind.map { " -r\($0.fishArguments)" } ?? ""
        text += "\(start) -l \(option.name)\(value) -d \(fishQuoted(option.help))\n"
      }
      for operand in operands(of: command) { text += start + operand.wordKind.fishArguments + "\n" }
    }
    return text
  }

  /// Inside single quotes fish knows only `\\` and `\'`.
  private func fishQuoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}

extension WordKind {
  fileprivate var fishArguments: String {
    switch self {
    case .path: " -F"
    case .oneOf(let words): " -f -a '\(words.joined(separator: " "))'"
    case .anything: " -f"
    }
  }
}
