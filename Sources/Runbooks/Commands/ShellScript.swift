package import Diagnostics
internal import Vocabulary

/// The commands of one code block as a shell can read them, without prompts and output. It is never run.
package struct ShellScript: Hashable, Sendable {
  /// A line, and where it begins in the file.
  package struct Line: Hashable, Sendable {
    package var text: String
    package var start: SourceLocation
  }

  package var lines: [Line]

  init(lines: [Line]) { self.lines = lines }

  /// The lines, each with a line feed. What a reader fills in, such as `<pod>`, is a word of the same length, because
  /// a shell would take it for redirections.
  package var text: String {
    lines.map { FilledPlaceholders.text(of: $0.text) + "\n" }.joined()
  }

  /// Whether a shell could find fault with its grammar: plain words have none.
  package var hasGrammar: Bool {
    lines.contains { line in
      line.text.utf8.contains { "'\"`$(){}<>|&;\\!".utf8.contains($0) }
        || Self.words.contains { line.text.hasPrefix($0) }
    }
  }

  private static let words = ["if ", "for ", "while ", "until ", "case ", "function ", "[["]
}

extension ShellScript {
  /// - Returns: `nil` when there is nothing to read, or nothing that could be wrong.
  init?(_ block: ShellBlock) {
    self.init(lines: block.scriptLines)
    guard hasGrammar else { return nil }
  }

  /// The lines of some commands, as a shell is given them.
  static func lines(of commands: [ShellBlock.CommandLine]) -> [Line] {
    commands.flatMap { command in
      command.pieces.enumerated().map { index, piece in
        let isContinued = index + 1 < command.pieces.count && !piece.keepsBreak
        let text = String(decoding: piece.bytes, as: UTF8.self)
        return Line(text: isContinued ? text + "\\" : text, start: piece.start)
      }
    }
  }
}

/// Text in which `<name>` is a plain word.
private enum FilledPlaceholders {
  static func text(of line: String) -> String {
    guard line.utf8.contains(0x3C) else { return line }
    var bytes = Array(line.utf8)
    var index = 0
    while index < bytes.count {
      defer { index += 1 }
      guard bytes[index] == 0x3C, let end = end(of: bytes, from: index) else { continue }
      for place in index...end { bytes[place] = 0x78 }
      index = end
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    Unicode.Scalar(byte).isWordPart || byte == 0x2E || byte >= 0x80
  }

  /// The place of the `>` of a placeholder: a name that begins with a letter, or dots, on one line.
  private static func end(of bytes: [UInt8], from open: Int) -> Int? {
    guard open + 1 < bytes.count, isNameStart(bytes[open + 1]) else { return nil }
    for place in (open + 1)..<min(bytes.count, open + 81) {
      switch bytes[place] {
      case 0x3E: return place
      case 0x3C, 0x26, 0x3B, 0x28, 0x29, 0x22, 0x60: return nil
      default: continue
      }
    }
    return nil
  }
}
