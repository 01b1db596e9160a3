internal import Diagnostics
internal import Vocabulary
internal import YAML

extension PlaybookCommand {
  /// The `ansible-playbook` commands of one command line, and what is wrong with them.
  static func all(
    in line: ShellBlock.CommandLine, _ words: ShellWords, of file: SourceFile
  ) -> (commands: [PlaybookCommand], findings: [Diagnostic]) {
    guard line.text.mentions("ansible-playbook") else { return ([], []) }
    var reader = PlaybookCommandReader(file: file, text: line.text)
    for command in words.commands { reader.read(command) }
    if let place = words.unclosedQuote, !reader.commands.isEmpty {
      let end = SourceLocation(line: place.line, column: place.column + 1)
      reader.findings.append(
        RunbookFinding.brokenCommand.at(
          place..<end, in: file, "quote is not closed",
          help: "close the quote, or escape it with a backslash"))
    }
    return (reader.commands, reader.findings)
  }
}

private struct PlaybookCommandReader {
  let file: SourceFile
  let text: String
  var commands: [PlaybookCommand] = []
  var findings: [Diagnostic] = []

  mutating func read(_ words: [ShellWords.Word]) {
    guard let first = ProgramCall.programIndex(in: words),
      words[first].text.split(separator: "/").last == "ansible-playbook"
    else { return }
    var command = PlaybookCommand(
      line: words[first].range.lowerBound.line, program: words[first].text, text: text)
    var rest = words[(first + 1)...]
    while let word = rest.popFirst() {
      if let skipped = redirectionLength(word.text) {
        rest = rest.dropFirst(skipped)
      } else if word.text.hasPrefix("-"), word.text != "-" {
        readOption(word, rest: &rest, into: &command)
      } else {
        command.playbooks.append(.init(text: word.text, range: word.range))
      }
    }
    commands.append(command)
  }

  /// How many words after a redirection such as `>` or `2>log` belong to it; `nil` when the text is not a
  /// redirection.
  private func redirectionLength(_ text: String) -> Int? {
    let mark = text.drop { ("0"..."9").contains($0) || $0 == "&" }
    guard mark.hasPrefix(">") else { return nil }
    return mark.allSatisfy { $0 == ">" } ? 1 : 0
  }

  private mutating func readOption(
    _ word: ShellWords.Word, rest: inout ArraySlice<ShellWords.Word>,
    into command: inout PlaybookCommand
  ) {
    let (name, attached) = split(word)
    guard PlaybookOption.takesValue.contains(name) else {
      command.flags.append(.init(name: word.text, value: nil, range: word.range))
      // What follows a misspelt option is no playbook.
      if attached == nil, PlaybookOption.isMisspeltWithValue(name), let next = rest.first,
        !next.text.hasSuffix(".yml"), !next.text.hasSuffix(".yaml")
      {
        rest = rest.dropFirst()
      }
      return
    }
    guard let value = attached ?? rest.popFirst() else {
      report(word.range, "'\(name)' has no value", help: "write the value after '\(name)'")
      return
    }
    switch name {
    case "-i", "--inventory", "--inventory-file":
      command.inventories.append(.init(text: value.text, range: value.range))
    case "-e", "--extra-vars": readVariables(value, into: &command)
    default:
      let range = word.range.lowerBound..<max(word.range.upperBound, value.range.upperBound)
      command.flags.append(
        .init(name: name, value: value.text, range: range, valueRange: value.range))
    }
  }

  /// Splits `--name=value` and `-nvalue`, each written as one word.
  private func split(_ word: ShellWords.Word) -> (name: String, value: ShellWords.Word?) {
    let text = word.text
    if text.hasPrefix("--") {
      guard let sign = word.letters.firstIndex(where: { $0.byte == 0x3D }) else {
        return (text, nil)
      }
      let name = String(decoding: word.letters[..<sign].map(\.byte), as: UTF8.self)
      return (name, word.dropping(sign + 1))
    }
    let name = String(text.prefix(2))
    guard word.letters.count > 2, PlaybookOption.takesValue.contains(name) else {
      return (text, nil)
    }
    return (name, word.dropping(word.letters[2].byte == 0x3D ? 3 : 2))
  }

  private mutating func readVariables(
    _ value: ShellWords.Word, into command: inout PlaybookCommand
  ) {
    switch value.letters.first?.byte {
    case 0x40:
      let name = value.dropping(1)
      command.variableFiles.append(.init(text: name.text, range: name.range))
    case 0x7B, 0x5B: readMapping(value, into: &command)
    default:
      var unread: [ShellWords.Word] = []
      for pair in ShellWords(value.letters, hasOperators: false).commands.joined()
      where !readPair(pair, into: &command) {
        unread.append(pair)
      }
      // One finding is enough: the words after a value without its quotes all fail in the same way.
      guard let pair = unread.first else { return }
      report(
        pair.range, "extra variable '\(pair.text)' has no value",
        help: "write it as 'name=value', and quote a value with spaces")
    }
  }

  /// - Returns: `false` when there is no `name=`.
  private func readPair(_ pair: ShellWords.Word, into command: inout PlaybookCommand) -> Bool {
    guard let sign = pair.letters.firstIndex(where: { $0.byte == 0x3D }), sign > 0 else {
      return false
    }
    let name = String(decoding: pair.letters[..<sign].map(\.byte), as: UTF8.self)
    let end = pair.letters[sign].place
    command.extraVariables.append(
      .init(
        name: name, value: pair.dropping(sign + 1).text,
        range: pair.range.lowerBound..<max(pair.range.lowerBound, end),
        valueRange: pair.dropping(sign + 1).range))
    return true
  }

  private mutating func readMapping(_ value: ShellWords.Word, into command: inout PlaybookCommand) {
    let source = SourceFile(path: file.path, text: value.text)
    guard let pairs = readYAML(in: source, lines: nil, form: .permissive).root?.pairs else {
      report(
        value.range, "extra variables are neither 'name=value' nor a YAML mapping",
        help: "write them as 'name=value', or as one mapping in braces")
      return
    }
    for pair in pairs {
      guard let name = pair.key.text else { continue }
      command.extraVariables.append(
        .init(
          name: name, value: pair.value.text ?? "", range: value.range, valueRange: value.range))
    }
  }

  private mutating func report(_ range: SourceRange, _ message: String, help: String) {
    findings.append(RunbookFinding.brokenCommand.at(range, in: file, message, help: help))
  }
}
