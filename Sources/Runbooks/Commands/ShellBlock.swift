internal import Bytes
internal import CommonMark
internal import Diagnostics
internal import Vocabulary

/// The command lines of a code block, without prompts, comments and output.
struct ShellBlock {
  /// One command with its continuation lines.
  struct CommandLine {
    /// A piece of a source line, without prompt and continuation mark.
    struct Piece {
      var bytes: ArraySlice<UInt8>
      var start: SourceLocation
      /// Whether the line break after it is kept, because a quote is open.
      var keepsBreak = false
    }

    var pieces: [Piece]

    var line: Int { pieces.first?.start.line ?? 1 }

    /// The command on one line.
    var text: String {
      pieces.map { String(decoding: $0.bytes, as: UTF8.self).trimmed }.joined(separator: " ")
        .trimmed
    }
  }

  private(set) var commandLines: [CommandLine] = []

  /// - Returns: `nil` when the block is not in a shell language.
  init?(_ block: Block, in file: SourceFile) {
    guard case .code(let language) = block.kind else { return nil }
    let name = language.prefix { $0 != " " && $0 != "{" && $0 != "," }.lowercased()
    guard let trust = Self.languages[name] else { return nil }
    read(CodeLines(of: block, in: file).lines, trust: trust)
  }

  /// Which lines count as commands when no line has a prompt.
  private enum Trust {
    case every
    /// Lines that begin with a known program: a session may be only output.
    case knownPrograms
    case none
  }

  private static let languages: [String: Trust] = [
    "bash": .every, "sh": .every, "shell": .every, "zsh": .every, "ksh": .every, "fish": .every,
    "": .knownPrograms, "console": .knownPrograms, "terminal": .knownPrograms,
    "shell-session": .knownPrograms, "shellsession": .knownPrograms, "text": .none, "txt": .none,
    "plaintext": .none,
  ]

  private mutating func read(_ lines: [CodeLines.Line], trust: Trust) {
    let hasPrompts = lines.contains { Self.promptLength(of: $0.bytes) > 0 }
    var index = 0
    while index < lines.count {
      let prompt = Self.promptLength(of: lines[index].bytes)
      let first = lines[index].dropping(prompt)
      let isCommand =
        switch trust {
        case _ where hasPrompts: prompt > 0
        case .every: true
        case .knownPrograms: Self.startsWithProgram(first.bytes)
        case .none: false
        }
      guard isCommand, !first.isBlankOrComment else {
        index += 1
        continue
      }
      let (command, next) = Self.command(in: lines, from: index, first: first)
      commandLines.append(command)
      index = next
    }
  }

  /// Joins lines that are continued by a backslash or an open quote.
  ///
  /// A quote that is never closed continues nothing: it is more likely an apostrophe in some output.
  private static func command(
    in lines: [CodeLines.Line], from start: Int, first: CodeLines.Line
  ) -> (CommandLine, next: Int) {
    var pieces: [CommandLine.Piece] = []
    var afterOpenQuote: (pieces: Int, next: Int)?
    var quote = OpenQuote()
    var line = first
    var index = start
    while true {
      index += 1
      let end = quote.scan(line.bytes)
      var piece = CommandLine.Piece(bytes: line.bytes, start: line.start)
      if end == .backslash { piece.bytes = piece.bytes.dropLast() }
      piece.keepsBreak = end == .openQuote
      pieces.append(piece)
      if end == .complete { return (CommandLine(pieces: pieces), index) }
      if end == .openQuote, afterOpenQuote == nil { afterOpenQuote = (pieces.count, index) }
      guard index < lines.count, pieces.count < longestCommand else { break }
      line = lines[index].droppingContinuationPrompt()
    }
    if let afterOpenQuote {
      pieces.removeSubrange(afterOpenQuote.pieces...)
      pieces[afterOpenQuote.pieces - 1].keepsBreak = false
      index = afterOpenQuote.next
    }
    return (CommandLine(pieces: pieces), index)
  }

  /// In lines; anything longer is not a command.
  private static let longestCommand = 200

  /// How many bytes white space and a prompt such as `$ `, `% ` or `sh-5.1$ ` take; 0 when there is no
  /// prompt.
  private static func promptLength(of bytes: ArraySlice<UInt8>) -> Int {
    let text = bytes.drop { $0.isSpaceOrTab }
    let word = text.prefix { $0 != 0x20 }
    guard let last = word.last, word.endIndex < text.endIndex else { return 0 }
    let isSign = last == 0x24 || last == 0x25 && word.count == 1
    let isHost = word.dropLast().allSatisfy { byte in
      Unicode.Scalar(byte).isWordPart || [0x2D, 0x2E, 0x2F, 0x3A, 0x40, 0x5F, 0x7E].contains(byte)
    }
    return isSign && isHost ? word.endIndex + 1 - bytes.startIndex : 0
  }

  static func startsWithProgram(_ bytes: ArraySlice<UInt8>) -> Bool {
    let text = bytes.drop { $0.isSpaceOrTab }
    let word = text.prefix { $0 != 0x20 }
    return programs.contains(String(decoding: word, as: UTF8.self))
  }

  /// Programs that mark the lines of a block without a language as commands.
  private static let programs: Set<String> = [
    "ansible", "ansible-playbook", "aws", "az", "cat", "cd", "cf", "curl", "dig", "docker",
    "etcdctl",
    "export", "fly", "gcloud", "gh", "git", "grep", "helm", "journalctl", "jq", "kubectl", "ls",
    "make", "mysql", "nslookup", "oc", "ping", "psql", "redis-cli", "scp", "ssh", "sudo",
    "systemctl", "tail", "terraform", "virtctl", "watch", "wget",
  ]
}
