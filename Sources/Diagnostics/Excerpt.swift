package import Bytes

/// One source line as a terminal can show it, and where the finding is in it.
package struct Excerpt: Hashable, Sendable {
  /// The line, or the piece of it around the finding; tabs are one space, control characters `␀`-style pictures.
  package let line: String
  /// The number of characters before the caret.
  package let indent: Int
  /// The number of characters that the carets mark, at least 1.
  package let width: Int
  /// The hash of the whole line without surrounding spaces.
  package let lineHash: StableHash
  /// Where the finding starts and ends in its line, in Unicode scalars from 1; the end is exclusive.
  package let columns: Range<Int>

  /// Longer lines are cut around the finding.
  private static let longest = 120

  package init(of range: SourceRange, in file: SourceFile) {
    let file = file.asWritten
    let offsets = file.offsets(ofLine: range.lowerBound.line)
    let start = min(offsets.lowerBound + range.lowerBound.column - 1, offsets.upperBound)
    let sameLine = range.upperBound.line == range.lowerBound.line
    let end =
      sameLine
      ? min(max(start, offsets.lowerBound + range.upperBound.column - 1), offsets.upperBound)
      : offsets.upperBound
    let piece =
      Self.plainPiece(of: offsets, around: start..<end, in: file)
      ?? Self.piece(of: offsets, around: start..<end, in: file)
    line = piece.line
    indent = piece.indent
    width = max(1, piece.width)
    lineHash = file.hash(ofLineAt: offsets)
    let first = file.scalarCount(of: offsets.lowerBound..<start) + 1
    columns = first..<first + file.scalarCount(of: start..<end)
  }

  private typealias Piece = (line: String, indent: Int, width: Int)

  private static func piece(
    of line: Range<Int>, around range: Range<Int>, in file: SourceFile
  ) -> Piece {
    // A line of megabytes is not decoded whole: a scalar takes at most four bytes.
    let window = longest * 4
    let (start, end) = (range.lowerBound, range.upperBound)
    var before = printable(max(line.lowerBound, start - window)..<start, of: file)
    let marked = printable(start..<min(end, start + window), of: file).prefix(longest)
    let after = printable(end..<min(line.upperBound, end + window), of: file)
    if before.count > longest / 2 { before = ["…"] + before.suffix(longest / 2) }
    let room = max(0, longest - before.count - marked.count)
    let tail = after.count > room ? Array(after.prefix(room)) + ["…"] : after
    return (String(before + Array(marked) + tail), before.count, marked.count)
  }

  /// The same where every character of the piece, and one on each side of it, is a visible one of ASCII, as in most
  /// lines; `nil` elsewhere.
  private static func plainPiece(
    of line: Range<Int>, around range: Range<Int>, in file: SourceFile
  ) -> Piece? {
    guard file.hidden.isEmpty else { return nil }
    let (start, end) = (range.lowerBound, range.upperBound)
    let isCutBefore = start - line.lowerBound > longest / 2
    let first = isCutBefore ? start - longest / 2 : line.lowerBound
    let indent = start - first + (isCutBefore ? 1 : 0)
    let width = min(end - start, longest)
    let room = max(0, longest - indent - width)
    let isCutAfter = line.upperBound - end > room
    let last = isCutAfter ? end + room : line.upperBound
    func isPlain(_ range: Range<Int>) -> Bool {
      file.bytes[range.clamped(to: line)].allSatisfy { (0x20..<0x7F).contains($0) }
    }
    guard isPlain(first - 1..<start), isPlain(start..<min(end, start + width + 1)),
      isPlain(end..<last + 1)
    else { return nil }
    let bytes = file.bytes
    let text =
      (isCutBefore ? Array("…".utf8) : []) + bytes[first..<start + width] + bytes[end..<last]
      + (isCutAfter ? Array("…".utf8) : [])
    return (String(decoding: text, as: UTF8.self), indent, width)
  }

  /// Text without anything that moves the cursor: an escape code in a file must not reach the terminal. What
  /// the file hides is an ellipsis.
  private static func printable(_ range: Range<Int>, of file: SourceFile) -> [Character] {
    func text(_ range: Range<Int>) -> [Character] {
      let bytes = file.bytes[range]
      if bytes.allSatisfy({ (0x20..<0x7F).contains($0) }) {
        return bytes.map { Character(Unicode.Scalar($0)) }
      }
      return Array(String(decoding: file.bytes[range], as: UTF8.self).plainLine)
    }
    guard !file.hidden.isEmpty, !range.isEmpty else { return text(range) }
    var characters: [Character] = []
    var next = range.lowerBound
    let first = file.hidden.partition { $0.upperBound > range.lowerBound }
    for hidden in file.hidden[first...] {
      guard hidden.lowerBound < range.upperBound else { break }
      characters += text(next..<max(next, hidden.lowerBound)) + ["…"]
      next = min(hidden.upperBound, range.upperBound)
    }
    return characters + text(next..<range.upperBound)
  }
}
