internal import Diagnostics
internal import Vocabulary

/// One call of a program on a command line, with its words.
struct ProgramCall {
  /// Without its folder.
  let program: String
  /// The words after the program.
  let words: ArraySlice<ShellWords.Word>

  /// - Returns: `nil` when the command only sets variables.
  init?(_ command: [ShellWords.Word]) {
    guard let index = Self.programIndex(in: command) else { return nil }
    program = String(command[index].text.split(separator: "/").last ?? "")
    words = command[(index + 1)...]
  }

  /// The place of the program after assignments and words such as `sudo`.
  static func programIndex(in words: [ShellWords.Word]) -> Int? {
    var index = 0
    while index < words.count {
      let text = words[index].text
      let isAssignment = text.contains("=") && !text.hasPrefix("-")
      guard isAssignment || text.hasPrefix("-") || launchers.contains(text) else { return index }
      index += text == "-u" ? 2 : 1
    }
    return nil
  }

  private static let launchers: Set<String> = [
    "sudo", "env", "time", "nohup", "exec", "poetry", "uv", "pipenv", "run",
  ]

  /// What is wrong with its options and addresses.
  func findings(in file: SourceFile) -> [Diagnostic] {
    optionFindings(in: file) + addressFindings(in: file)
  }

  // MARK: Options

  /// What follows "--" is for another program, as in "kubectl exec pod -- psql --list".
  private func optionFindings(in file: SourceFile) -> [Diagnostic] {
    guard let options = ProgramOptions.of(program) else { return [] }
    return words.prefix { $0.text != "--" }.compactMap { word in
      guard word.text.hasPrefix("-"), let fault = options.fault(of: word.text, of: program)
      else { return nil }
      return RunbookFinding.unknownOption.at(word.range, in: file, fault.message, help: fault.help)
    }
  }

  // MARK: Addresses

  /// Programs whose own words are addresses.
  private static let askers: Set<String> = [
    "curl", "wget", "http", "https", "ab", "hey", "wrk", "open", "xdg-open",
  ]
  /// Options of theirs whose values are texts.
  private static let texts: Set<String> = [
    "-d", "--data", "--data-raw", "--data-binary", "--data-ascii", "--data-urlencode", "--json",
    "-H", "--header", "-F", "--form", "--form-string", "-A", "--user-agent", "-w", "--write-out",
    "--post-data", "--body-data", "-b", "--cookie", "-u", "--user", "-e", "--referer",
  ]

  private func addressFindings(in file: SourceFile) -> [Diagnostic] {
    let isAsker = Self.askers.contains(program)
    return words.indices.compactMap { index in
      let word = words[index]
      let isText = index > words.startIndex && Self.texts.contains(words[index - 1].text)
      guard let fault = CommandAddress(word.text, isAsked: isAsker && !isText)?.fault else {
        return nil
      }
      return RunbookFinding.malformedAddress.at(
        word.range, in: file, fault.message, help: fault.help)
    }
  }
}
