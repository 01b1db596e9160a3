internal import CommonMark
internal import Diagnostics

/// Where the parts of a heading are in the file.
struct HeadingParts {
  /// The first `#`; `nil` for a heading with a line under it.
  let hashes: Int?
  /// Without marks before and behind it and without the id.
  let text: Range<Int>
  /// Where the text with the id ends.
  let end: Int
  /// What looks like `{#id}` at the end.
  let writtenID: Range<Int>?
  /// Whether the archive takes it for the id.
  let isID: Bool

  init(of block: Block, in page: Rewriting) {
    let bytes = page.file.bytes
    let first = page.file.offsets(ofLine: block.lines.lowerBound)
    let mark = bytes[first].firstIndex(of: .hash)
    hashes = mark.flatMap {
      Self.isMark(before: $0, from: first.lowerBound, in: bytes)
        && Self.beginsATX(at: $0, of: first, in: bytes) ? $0 : nil
    }
    let lastLine = max(block.lines.lowerBound, block.lines.upperBound - 2)
    let last = hashes == nil ? page.file.offsets(ofLine: lastLine) : first
    var end = bytes.trimmed(last).upperBound
    if hashes != nil { end = Self.withoutClosingHashes(last.lowerBound..<end, in: bytes) }
    self.end = end
    let written = Self.writtenID(before: end, from: last.lowerBound, in: bytes)
    let name = written.map { bytes.decoded($0.dropFirst(2).dropLast()) }
    isID = name.map { Self.isMade(block.anchor ?? "", from: $0) } ?? false
    writtenID = written
    let start =
      hashes.map { $0 + bytes[$0..<first.upperBound].prefix { $0 == .hash }.count }
      ?? page.afterListMark(first.lowerBound, until: first.upperBound)
    var textEnd = end
    if isID, let written {
      let isEscaped = written.lowerBound > 0 && bytes[written.lowerBound - 1] == .backslash
      textEnd = written.lowerBound - (isEscaped ? 1 : 0)
    }
    text = bytes.trimmed(start..<max(start, textEnd))
  }

  /// An id that the page has already gets a number.
  private static func isMade(_ anchor: String, from name: String) -> Bool {
    guard anchor.hasPrefix(name) else { return false }
    let rest = anchor.utf8.dropFirst(name.utf8.count)
    return rest.isEmpty || (rest.first == .hyphen && rest.dropFirst().allSatisfy(\.isDigit))
  }

  /// Up to six hashes, and a blank after them; other text may begin with hashes too.
  private static func beginsATX(at hashes: Int, of line: Range<Int>, in bytes: [UInt8]) -> Bool {
    let count = bytes[hashes..<line.upperBound].prefix { $0 == .hash }.count
    let after = hashes + count
    return count <= 6 && (after == line.upperBound || bytes[after].isWhitespace)
  }

  /// Only list and quote marks and blanks stand before an ATX heading.
  private static func isMark(before offset: Int, from start: Int, in bytes: [UInt8]) -> Bool {
    bytes[start..<offset].allSatisfy {
      $0.isBlank || $0 == .greaterThan || $0.isDigit || [.hyphen, .plus].contains($0)
        || [UInt8(ascii: "*"), UInt8(ascii: "."), .rightParenthesis].contains($0)
    }
  }

  private static func withoutClosingHashes(_ range: Range<Int>, in bytes: [UInt8]) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] == .hash { end -= 1 }
    guard end < range.upperBound, end > range.lowerBound, bytes[end - 1].isBlank else {
      return range.upperBound
    }
    while end > range.lowerBound, bytes[end - 1].isBlank { end -= 1 }
    return end
  }

  private static func writtenID(
    before end: Int, from start: Int, in bytes: [UInt8]
  ) -> Range<Int>? {
    guard end > start, bytes[end - 1] == UInt8(ascii: "}"),
      let brace = (start..<end).last(where: { bytes.has("{#", at: $0) }), brace + 2 < end
    else { return nil }
    return brace..<end
  }
}
