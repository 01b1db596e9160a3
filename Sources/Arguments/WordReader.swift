extension Command {
  /// Sorts words into options and operands.
  ///
  /// - Parameters:
  ///   - words: The words after the name of the command.
  ///   - isCommand: Whether a word is a command, for the message about one operand too many.
  /// - Returns: The values of the given options, and the operands.
  /// - Throws: The first mistake.
  func read(
    _ words: [String], isCommand: (String) -> Bool = { _ in false }
  ) throws(UsageError) -> ParsedArguments {
    var reader = WordReader(words: words[...], command: self)
    while let word = reader.words.popFirst() {
      if word == "--" {
        reader.operands += reader.words
        break
      }
      if word.hasPrefix("-"), word != "-" {
        try reader.readOption(word)
      } else {
        reader.operands.append(word)
      }
    }
    try checkCount(of: reader.operands, isCommand: isCommand)
    var values: [String: any Sendable] = [:]
    for option in options {
      guard let texts = reader.texts[option.name] else { continue }
      values[option.name] = try option.read(texts)
    }
    return ParsedArguments(operands: reader.operands, values: values, of: self)
  }

  private func checkCount(
    of words: [String], isCommand: (String) -> Bool
  ) throws(UsageError) {
    if words.count > operands.most {
      let word = words[operands.most]
      throw isCommand(word) ? .lateCommand(word) : .needlessOperand(word, of: self)
    }
    guard words.count >= operands.least else {
      let needed = operands.filter { $0.count == .one || $0.count == .several }
      throw .missingOperand(needed[words.count], of: self)
    }
  }
}

/// The words still to be read, and what was found so far.
private struct WordReader {
  var words: ArraySlice<String>
  let command: Command
  var operands: [String] = []
  /// The texts of each given option, by its name.
  var texts: [String: [String]] = [:]

  /// Reads `--name`, `--name value` or `--name=value`.
  mutating func readOption(_ word: String) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let spelling = String(parts[0])
    guard let option = command.options.first(where: { $0.spelling == spelling }) else {
      throw .unknownOption(spelling, of: command)
    }
    guard option.isRepeated || texts[option.name] == nil else { throw .repeated(option) }
    let attached = parts.count == 2 ? String(parts[1]) : nil
    texts[option.name, default: []].append(try text(of: option, attached: attached))
  }

  private mutating func text(
    of option: OptionDeclaration, attached: String?
  ) throws(UsageError) -> String {
    guard option.valueName != nil else {
      if let attached { throw .needlessValue(attached, of: option) }
      return ""
    }
    if let attached { return attached }
    if let bare = option.bare { return bare }
    // "--format --strict" lacks a value; a value that starts with a hyphen can be given after "=".
    guard let next = words.first, !next.hasPrefix("--") else { throw .missingValue(of: option) }
    words.removeFirst()
    return next
  }
}
