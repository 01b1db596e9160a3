internal import Bytes
package import Diagnostics

/// Where the marks of a heading are in the file, as byte offsets.
package struct HeadingSource: Sendable {
  /// The hashes before the text; `nil` for a heading with a line under it.
  package let hashes: Range<Int>?
  /// The dashes below the text; `nil` for a heading with hashes.
  package let underline: Range<Int>?
  /// From the end of the text, before closing hashes and spaces, to the end of its last line.
  package let rest: Range<Int>
  /// What looks like `{#id}` at the end of the text.
  package let writtenID: Range<Int>?

  /// Reads the heading that begins on a line; `nil` when there is none.
  package init?(atLine line: Int, in file: SourceFile) {
    let first = file.contentOffsets(ofLine: line)
    let marks = file.bytes[first].prefix { $0 == 0x23 }
    var text = first
    if (1...6).contains(marks.count),
      marks.endIndex == first.upperBound || file.bytes[marks.endIndex].isCmarkSpace
    {
      hashes = marks.startIndex..<marks.endIndex
      underline = nil
      text = marks.endIndex..<first.upperBound
    } else {
      var below = line + 1
      while below <= file.lineCount, !file.isBlank(line: below), !file.isUnderline(line: below) {
        below += 1
      }
      guard below <= file.lineCount, !file.isBlank(line: below) else { return nil }
      let dashes = file.bytes[file.offsets(ofLine: below)].drop { $0.isCmarkSpace || $0 == 0x3E }
        .prefix { $0 == 0x2D || $0 == 0x3D }
      hashes = nil
      underline = dashes.startIndex..<dashes.endIndex
      text = file.offsets(ofLine: below - 1)
    }
    let end = Self.end(of: file.bytes[text], isClosed: underline == nil)
    rest = end..<text.upperBound
    writtenID = Self.writtenID(at: file.bytes[text.lowerBound..<end])
  }

  /// The id written at the end of the text, when the heading's id was made from it: it is the same, or has
  /// a number added.
  package func id(madeInto anchor: String, in file: SourceFile) -> String? {
    guard let writtenID else { return nil }
    // A page writes underscores with a backslash.
    let written = file.bytes[writtenID.dropFirst(2).dropLast()].filter { $0 != 0x5C }
    let name = String(decoding: written, as: UTF8.self)
    guard anchor.hasPrefix(name) else { return nil }
    let number = anchor.utf8.dropFirst(name.utf8.count)
    let isMade =
      number.isEmpty
      || (number.first == 0x2D && number.dropFirst().allSatisfy { $0.isDigit })
    return isMade ? name : nil
  }

  private static func end(of text: ArraySlice<UInt8>, isClosed: Bool) -> Int {
    func withoutBlanks(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
      var text = text
      while text.last?.isCmarkSpace == true { text.removeLast() }
      return text
    }
    let trimmed = withoutBlanks(text)
    guard isClosed else { return trimmed.endIndex }
    var open = trimmed
    while open.last == 0x23 { open.removeLast() }
    return open.last?.isCmarkSpace == true ? withoutBlanks(open).endIndex : trimmed.endIndex
  }

  private static func writtenID(at text: ArraySlice<UInt8>) -> Range<Int>? {
    guard text.last == 0x7D, let brace = text.lastIndex(of: 0x7B), brace + 2 < text.endIndex - 1,
      text[brace + 1] == 0x23
    else { return nil }
    return brace..<text.endIndex
  }
}
