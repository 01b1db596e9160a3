internal import Bytes

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
    // A line of megabytes is not decoded whole: a scalar takes at most four bytes.
    let window = Self.longest * 4
    var before = Self.printable(file.bytes[max(offsets.lowerBound, start - window)..<start])
    let marked = Self.printable(file.bytes[start..<min(end, start + window)]).prefix(Self.longest)
    let after = Self.printable(file.bytes[end..<min(offsets.upperBound, end + window)])
    if before.count > Self.longest / 2 {
      before = ["…"] + before.suffix(Self.longest / 2)
    }
    let room = max(0, Self.longest - before.count - marked.count)
    let tail = after.count > room ? Array(after.prefix(room)) + ["…"] : after
    line = String(before + Array(marked) + tail)
    indent = before.count
    width = max(1, marked.count)
    lineHash = file.hash(ofLineAt: offsets)
    let first = file.scalarCount(of: offsets.lowerBound..<start) + 1
    columns = first..<first + file.scalarCount(of: start..<end)
  }

  /// Text without anything that moves the cursor: an escape code in a file must not reach the terminal.
  private static func printable(_ bytes: ArraySlice<UInt8>) -> [Character] {
    Array(String(decoding: bytes, as: UTF8.self).plainLine)
  }
}
