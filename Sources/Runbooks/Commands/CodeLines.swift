internal import Bytes
internal import CommonMark
internal import Diagnostics

/// The lines of a code block's text with their places in the file.
struct CodeLines {
  struct Line {
    var bytes: ArraySlice<UInt8>
    var start: SourceLocation

    func dropping(_ count: Int) -> Line {
      Line(
        bytes: bytes.dropFirst(count),
        start: SourceLocation(line: start.line, column: start.column + count))
    }

    /// The line without the `> ` that a shell prints before the next line of a command.
    func droppingContinuationPrompt() -> Line {
      bytes.starts(with: [0x3E, 0x20]) ? dropping(2) : self
    }

    /// `true` for a line that a shell would ignore.
    var isBlankOrComment: Bool {
      let text = bytes.drop { $0.isSpaceOrTab || $0 == 0x0D }
      return text.isEmpty || text.first == 0x23
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  let lines: [Line]

  init(of block: Block, in file: SourceFile) {
    let first = block.lines.lowerBound + (Self.isFenced(block, in: file) ? 1 : 0)
    var pieces = Array(block.text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
    if pieces.last?.isEmpty == true { pieces.removeLast() }
    lines = pieces.enumerated().map { index, bytes in
      let line = first + index
      // The parser removes indentation and quote marks from the front: the rest is the end of the source
      // line.
      let length = line <= file.lineCount ? file.offsets(ofLine: line).count : 0
      let column = max(0, length - bytes.count) + 1
      return Line(bytes: bytes, start: SourceLocation(line: line, column: column))
    }
  }

  private static func isFenced(_ block: Block, in file: SourceFile) -> Bool {
    if case .code(let language) = block.kind, !language.isEmpty { return true }
    guard block.lines.lowerBound <= file.lineCount else { return false }
    let marks = file.bytes[file.offsets(ofLine: block.lines.lowerBound)].drop { byte in
      [0x20, 0x09, 0x3E, 0x2D, 0x2A, 0x2B, 0x2E, 0x29].contains(byte)
        || byte.isDigit
    }
    return marks.starts(with: [0x60, 0x60, 0x60]) || marks.starts(with: [0x7E, 0x7E, 0x7E])
  }
}
