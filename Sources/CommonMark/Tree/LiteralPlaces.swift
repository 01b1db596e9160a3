internal import Bytes
internal import Diagnostics

/// Where the bytes of one of cmark's literals are in the file. The literal lacks the quote and list marks,
/// and a NUL or a byte that is not UTF-8 takes three bytes in it.
struct LiteralPlaces {
  /// Where stretches of the literal begin whose bytes are equally far from their places, and how far.
  private var shifts: [(start: Int, shift: Int)] = []

  /// The places of a literal that begins at an offset of the file.
  init(at offset: Int) { shifts = [(0, offset)] }

  /// The places of a block's literal, whose lines are the ends of lines in the file.
  init(block literal: [UInt8], fromLine first: Int, in file: SourceFile) {
    var start = 0
    var line = first
    while start < literal.count, line <= file.lineCount {
      let next = literal[start...].firstIndex(of: 0x0A) ?? literal.count
      let end = next > start && literal[next - 1] == 0x0D ? next - 1 : next
      add(literal, start..<end, endingAt: file.offsets(ofLine: line), in: file.bytes)
      start = next + 1
      line += 1
    }
  }

  /// The places of a range, from its first byte to just after its last.
  func range(_ range: Range<Int>) -> Range<Int> {
    let first = place(range.lowerBound)
    return first..<(range.isEmpty ? first : max(first, place(range.upperBound - 1) + 1))
  }

  /// Records that what follows begins at an offset of the file.
  mutating func add(_ start: Int, at offset: Int) {
    if shifts.last?.shift != offset - start { shifts.append((start, offset - start)) }
  }

  private func place(_ offset: Int) -> Int {
    let index = shifts.partition { $0.start > offset }
    return index > 0 ? shifts[index - 1].shift + offset : offset
  }

  /// Compares a line with the end of the line in the file, from the back.
  private mutating func add(
    _ literal: [UInt8], _ text: Range<Int>, endingAt line: Range<Int>, in bytes: [UInt8]
  ) {
    var found: [(start: Int, shift: Int)] = []
    var (index, offset) = (text.upperBound, line.upperBound)
    var shift = offset - index
    while index > text.lowerBound, offset > line.lowerBound {
      if literal[index - 1] == bytes[offset - 1] || bytes[offset - 1] == 0x0D {
        index -= 1
        offset -= 1
        continue
      }
      // The columns of a tab before the text.
      guard index - 3 >= text.lowerBound,
        literal[index - 3..<index].elementsEqual([0xEF, 0xBF, 0xBD])
      else { break }
      found.append((index, shift))
      index -= 3
      offset -= 1
      while index > text.lowerBound, offset > line.lowerBound, bytes[offset - 1] >= 0x80,
        literal[index - 1] != bytes[offset - 1], literal[index - 1] != 0xBD
      {
        offset -= 1
      }
      shift = offset - index
    }
    // What is left before it is a part of a tab, or bytes of the character that could not be read.
    found.append((index, shift))
    if index > text.lowerBound { found.append((text.lowerBound, offset - text.lowerBound)) }
    shifts += found.reversed()
  }
}
