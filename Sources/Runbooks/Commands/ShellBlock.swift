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
      /// Whether it is a line of a here-document, which is no part of the command's words.
      var isText = false
    }

    var pieces: [Piece]

    var line: Int { pieces.first?.start.line ?? 1 }

    /// The command on one line, without its here-document.
    var text: String {
      pieces.filter { !$0.isText }.map { String(decoding: $0.bytes, as: UTF8.self).trimmed }.joined(
        separator: " "
      )
      .trimmed
    }
  }

  private(set) var commandLines: [CommandLine] = []
  /// The lines that a shell can read as they follow each other: all of them, or those after prompts. Empty when some
  /// are output.
  private(set) var scriptLines: [ShellScript.Line] = []

  /// - Returns: `nil` when the block is in another language.
  init?(_ block: Block, in file: SourceFile) {
    guard case .code(let language) = block.kind else { return nil }
    let name = language.prefix { $0 != " " && $0 != "{" && $0 != "," }.lowercased()
    guard let trust = Self.languages[name] else { return nil }
    let lines = CodeLines(of: block, in: file).lines
    let isScript = read(lines, trust: trust)
    // Other shells have words of their own.
    guard !["zsh", "ksh", "fish"].contains(name) else { return }
    if lines.contains(where: { Self.promptLength(of: $0.bytes) > 0 }) {
      scriptLines = ShellScript.lines(of: commandLines)
    } else if isScript, trust == .programs {
      scriptLines = lines.map { ShellScript.Line(text: $0.text, start: $0.start) }
    }
  }

  /// Which lines count as commands when no line has a prompt.
  private enum Trust {
    /// Known programs, and what looks like another one.
    case programs
    /// Lines that begin with a known program: a session may be only output.
    case knownPrograms
    case none
  }

  private static let languages: [String: Trust] = [
    "bash": .programs, "sh": .programs, "shell": .programs, "zsh": .programs, "ksh": .programs,
    "fish": .programs,
    "": .knownPrograms, "console": .knownPrograms, "terminal": .knownPrograms,
    "shell-session": .knownPrograms, "shellsession": .knownPrograms, "text": .none, "txt": .none,
    "plaintext": .none,
  ]

  /// - Returns: whether every line is shell text.
  private mutating func read(_ lines: [CodeLines.Line], trust: Trust) -> Bool {
    let hasPrompts = lines.contains { Self.promptLength(of: $0.bytes) > 0 }
    var isScript = true
    // A program that is not known here is one when it begins the block.
    var programs: Set<ArraySlice<UInt8>> = []
    var isFirst = true
    var index = 0
    while index < lines.count {
      let prompt = Self.promptLength(of: lines[index].bytes)
      let first = lines[index].dropping(prompt)
      if first.isBlankOrComment {
        index += 1
        continue
      }
      let kind = KnownPrograms.kind(of: first.bytes)
      let program = first.bytes.drop(while: \.isSpaceOrTab).prefix { !$0.isWhitespace }
      let isCommand =
        switch trust {
        case _ where hasPrompts: prompt > 0
        case .programs where kind == .unknownProgram:
          isFirst || programs.contains(program) || KnownPrograms.hasOption(first.bytes)
        case .programs: kind == .command
        case .knownPrograms: kind == .command && !KnownPrograms.isProse(first.bytes)
        case .none: false
        }
      isFirst = false
      guard isCommand else {
        if kind != .structure, !hasPrompts { isScript = false }
        index += 1
        continue
      }
      programs.insert(program)
      let (command, next) = Self.command(in: lines, from: index, first: first)
      commandLines.append(command)
      index = next
    }
    return isScript
  }

  /// Joins lines that are continued by a backslash or an open quote.
  ///
  /// A quote that is never closed continues nothing: it is more likely an apostrophe in some output. The lines of a
  /// here-document belong to the command that reads it.
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
      if end == .complete {
        index = Self.endOfHereDocument(in: lines, from: index, begun: line.bytes, &pieces)
        return (CommandLine(pieces: pieces), index)
      }
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

  /// Adds the lines of a here-document to the command.
  ///
  /// - Returns: The index of the line after it; `index` when there is none, or no end of it.
  private static func endOfHereDocument(
    in lines: [CodeLines.Line], from index: Int, begun line: ArraySlice<UInt8>,
    _ pieces: inout [CommandLine.Piece]
  ) -> Int {
    guard let word = HereDocument.word(in: line) else { return index }
    let end = lines[index...].prefix(longestHereDocument).firstIndex { other in
      other.bytes.drop(while: \.isSpaceOrTab).withoutEnd(\.isWhitespace).elementsEqual(word)
    }
    guard let end else { return index }
    if !pieces.isEmpty { pieces[pieces.count - 1].keepsBreak = true }
    for line in lines[index...end] {
      pieces.append(
        CommandLine.Piece(bytes: line.bytes, start: line.start, keepsBreak: true, isText: true))
    }
    return end + 1
  }

  private static let longestHereDocument = 1_000

  /// In lines; anything longer is not a command.
  private static let longestCommand = 200

  /// How many bytes white space and a prompt such as `$ `, `% ` or `sh-5.1$ ` take; 0 when there is no
  /// prompt.
  private static func promptLength(of bytes: ArraySlice<UInt8>) -> Int {
    let text = bytes.drop { $0.isSpaceOrTab }
    let word = text.prefix { $0 != 0x20 }
    guard let last = word.last, word.endIndex < text.endIndex else { return 0 }
    let isSign =
      last == 0x24 || last == 0x25 && word.count == 1
      || last == .hash && word.count > 1 && word.contains(.hyphen)
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

  /// Programs whose names begin no sentence, so that they mark the commands of a text without code blocks.
  private static let programs: Set<String> = [
    "ansible", "ansible-playbook", "aws", "az", "cat", "cd", "cf", "curl", "dig", "docker",
    "etcdctl",
    "export", "fly", "gcloud", "gh", "git", "grep", "helm", "journalctl", "jq", "kubectl", "ls",
    "make", "mysql", "nslookup", "oc", "ping", "psql", "redis-cli", "scp", "ssh", "sudo",
    "systemctl", "tail", "terraform", "virtctl", "watch", "wget",
  ]
}
