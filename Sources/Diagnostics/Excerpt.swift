/// One source line as a terminal can show it, and where the finding is in it.
package struct Excerpt: Hashable, Sendable {
  /// The line, or the piece of it around the finding; tabs are one space, control characters `␀`-style pictures.
  package let line: String
  /// Characters before the caret.
  package let indent: Int
  /// How many characters the caret marks, at least 1.
  package let width: Int

  /// Longer lines are cut around the finding.
  private static let longest = 120

  package init(of range: SourceRange, in file: SourceFile) {
    let offsets = file.offsets(ofLine: range.lowerBound.line)
    let start = min(offsets.lowerBound + range.lowerBound.column - 1, offsets.upperBound)
    let sameLine = range.upperBound.line == range.lowerBound.line
    let end =
      sameLine
      ? min(max(start, offsets.lowerBound + range.upperBound.column - 1), offsets.upperBound)
      : offsets.upperBound
    // A line of megabytes is not decoded as a whole: four bytes are the most that a character's scalar takes.
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
  }

  /// Text without anything that moves the cursor: an escape code in a file must not reach the terminal.
  private static func printable(_ bytes: ArraySlice<UInt8>) -> [Character] {
    String(decoding: bytes, as: UTF8.self).map { character in
      guard let scalar = character.unicodeScalars.first else { return character }
      switch scalar.value {
      case 0x09: return " "
      case 0..<0x20: return Character(Unicode.Scalar(UInt8(scalar.value)).picture)
      case 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: return "\u{FFFD}"
      default: return character
      }
    }
  }
}

extension Unicode.Scalar {
  /// The control picture of a C0 control character, as U+241B for escape.
  fileprivate var picture: Unicode.Scalar { Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}" }
}
