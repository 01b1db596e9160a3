internal import Bytes
package import Diagnostics

/// Lines of a file as a half-open range, counted from 1.
package typealias LineRange = Range<Int>

extension SourceFile {
  var hasByteOrderMark: Bool { bytes.starts(with: [0xEF, 0xBB, 0xBF]) }

  /// The offsets of a line without its line ending, and without a byte order mark.
  func textOffsets(ofLine line: Int) -> Range<Int> {
    let offsets = offsets(ofLine: line)
    return line == 1 && hasByteOrderMark ? offsets.dropFirst(3) : offsets
  }

  /// Whether a line holds only the dashes below a heading, or could be such a line.
  func isUnderline(line: Int) -> Bool {
    let text = bytes[offsets(ofLine: line)].drop { $0.isCmarkSpace || $0 == 0x3E }
    guard let mark = text.first, mark == 0x3D || mark == 0x2D else { return false }
    return text.drop { $0 == mark }.isBlank
  }

  /// Whether a line holds only white space and quote marks.
  func isBlank(line: Int) -> Bool {
    bytes[offsets(ofLine: line)].allSatisfy { $0.isSpaceOrTab || $0 == 0x3E }
  }

  /// A line without the spaces and quote marks before its text.
  func unquotedOffsets(ofLine line: Int) -> Range<Int> {
    let line = textOffsets(ofLine: line)
    let text = bytes[line].drop { $0.isCmarkSpace || $0 == 0x3E }
    return text.startIndex..<line.upperBound
  }

  /// A line without the list and quote marks before its text.
  package func contentOffsets(ofLine line: Int) -> Range<Int> {
    let line = textOffsets(ofLine: line)
    var start = line.lowerBound
    while start < line.upperBound {
      let text = bytes[start..<line.upperBound]
      if text[start].isCmarkSpace || text[start] == 0x3E {
        start += 1
      } else if let mark = listMark(text) {
        start += mark
      } else {
        break
      }
    }
    return start..<line.upperBound
  }

  /// The length of a list item's mark with the space after it.
  private func listMark(_ text: ArraySlice<UInt8>) -> Int? {
    let digits = text.prefix { $0.isDigit }
    let mark = digits.endIndex
    guard mark < text.endIndex, digits.count < 10 else { return nil }
    let marks = digits.isEmpty ? "-+*" : ".)"
    guard marks.utf8.contains(text[mark]), mark + 1 < text.endIndex, text[mark + 1].isCmarkSpace
    else {
      return nil
    }
    return digits.count + 2
  }
}

extension SourceFile {
  var isMDX: Bool { Self.isMDX(path) }

  /// Whether a file is written as MDX, judging by its name.
  static func isMDX(_ path: String) -> Bool {
    // Most names end in "d".
    guard let last = path.utf8.last, last | 0x20 == 0x78 else { return false }
    return DocumentName(path)?.isMDX ?? false
  }
}
