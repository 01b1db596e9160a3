extension Program {
  /// The manual page, in the macros of man(7): what `--help` says of the program and of each command.
  var manualPage: String {
    var page = ".TH \(roff(name.uppercased())) 1 \"\" \"\(roff("\(name) \(version)"))\"\n"
    page += ".SH NAME\n\(roff(name)) \\- \(roff(summary))\n"
    page += ".SH SYNOPSIS\n"
    page += allCommands.map { ".B \(roff(name)) \(roff($0.usage))\n" }.joined(separator: ".br\n")
    page += ".SH COMMANDS\n" + allCommands.map(manual).joined()
    if !environment.isEmpty {
      page += ".SH ENVIRONMENT\n"
      page += environment.map { ".TP\n.B \(roff($0.name))\n\(roffLines($0.text))" }.joined()
    }
    return notes.isEmpty ? page : page + ".SH EXIT STATUS\n\(roffLines(notes))"
  }

  private func manual(of command: Command) -> String {
    let isDefault = command.name == defaultCommand.name
    var page = ".SS \(roff(command.usage))\n"
    page += roffLines(command.summary + (isDefault ? " (the default)" : ""))
    for operand in command.operands {
      page += ".TP\n.I \(roff(operand.name))\n\(roffLines(operand.help))"
    }
    for option in command.options {
      page += ".TP\n.B \(roff(option.usage))\n\(roffLines(option.description))"
    }
    return page
  }
}

extension Command {
  /// The name with its operands, as a usage line shows it.
  var usage: String {
    ([name] + operands.map(\.usage) + (options.isEmpty ? [] : ["[OPTION…]"])).joined(separator: " ")
  }
}

/// A text in which nothing is an escape or a request, and hyphens can be copied.
private func roff(_ text: String) -> String {
  text.replacing("\\", with: "\\e").replacing("-", with: "\\-").replacing("\n", with: " ")
}

/// A paragraph; a line that begins like a request is none.
private func roffLines(_ text: String) -> String {
  text.split(separator: "\n").map { line in
    (line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" : "") + roff(String(line)) + "\n"
  }.joined()
}
