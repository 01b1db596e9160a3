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

  // MARK: Options

  /// What is wrong with its options. What follows "--" is for another program, as in
  /// "kubectl exec pod -- psql --list".
  func findings(in file: SourceFile) -> [Diagnostic] {
    guard let options = ProgramOptions.of(program) else { return [] }
    return words.prefix { $0.text != "--" }.compactMap { word in
      guard word.text.hasPrefix("-"), let fault = options.fault(of: word.text, of: program)
      else { return nil }
      return RunbookFinding.unknownOption.at(word.range, in: file, fault.message, help: fault.help)
    }
  }
}
