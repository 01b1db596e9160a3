extension Program {
  /// The help of the whole program.
  var help: String {
    let rows = allCommands.map { command in
      let isDefault = command.name == defaultCommand.name
      return HelpRow(command.name, command.summary + (isDefault ? " (the default)" : ""))
    }
    var text = wrapped(summary, width: HelpRow.width).joined(separator: "\n")
    text += "\n\nUsage: \(name) [COMMAND] [OPTION…]\n"
    text += section("Commands", rows)
    text += section("Options", [.help, HelpRow("--version", "show the version")])
    text += "\n'\(name) COMMAND --help' lists the options of a command.\n"
    return notes.isEmpty ? text : text + "\n\(notes)\n"
  }

  func help(of command: Command) -> String {
    var text = wrapped(command.summary, width: HelpRow.width).joined(separator: "\n")
    text += "\n\nUsage: \(name) \(command.usage)\n"
    text += section("Operands", command.operands.map { HelpRow($0.usage, $0.help) })
    text += section("Options", command.options.map(\.helpRow) + [.help])
    return text
  }

  private func section(_ title: String, _ rows: [HelpRow]) -> String {
    guard !rows.isEmpty else { return "" }
    let column = min(HelpRow.widestLabel, rows.map(\.label.count).max() ?? 0)
    return "\n\(title):\n" + rows.map { $0.lines(column: column) }.joined()
  }
}

extension OptionDeclaration {
  /// What it does, with its choices and its default.
  var description: String {
    var text = help
    if !choices.isEmpty { text += ": " + choices.joined(separator: ", ") }
    if isRepeated { text += " (may be repeated)" }
    if let shown { text += " (default: \(shown))" }
    return text
  }

  fileprivate var helpRow: HelpRow { HelpRow(usage, description) }
}

/// A row of a table in the help: a label and its text.
private struct HelpRow {
  static let help = HelpRow("-h, --help", "show this help")
  static let width = 80
  /// A longer label gets its own line.
  static let widestLabel = 24

  let label: String
  let text: String

  init(_ label: String, _ text: String) {
    self.label = label
    self.text = text
  }

  func lines(column: Int) -> String {
    let indent = String(repeating: " ", count: column + 4)
    let lines = wrapped(text, width: Self.width - column - 4)
    let isLong = label.count > column
    let gap = String(repeating: " ", count: isLong ? 0 : column - label.count + 2)
    let start = isLong ? "  \(label)\n\(indent)" : "  \(label)\(gap)"
    return start + lines.joined(separator: "\n\(indent)") + "\n"
  }
}

/// The lines of a text, broken at spaces.
private func wrapped(_ text: String, width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  for word in text.split(separator: " ") {
    if !line.isEmpty, line.count + 1 + word.count > width {
      lines.append(line)
      line = ""
    }
    line += (line.isEmpty ? "" : " ") + word
  }
  return lines + [line]
}
