internal import Bytes
internal import Diagnostics

/// Finds pieces of raw HTML in the lines of a paragraph, a heading or a row, in reading order.
///
/// cmark's own inline positions are wrong after a line break, in quotes and after definitions, so the
/// search is for the text as it was written.
struct MarkupFinder {
  private let bytes: [UInt8]
  private var next: Int
  private let end: Int
  /// How many bytes may still be looked at, so that text that is not there does not take quadratic time.
  private var budget: Int

  init(file: SourceFile, lines: LineRange) {
    bytes = file.bytes
    let last = min(max(lines.lowerBound, lines.upperBound - 1), file.lineCount)
    let first = min(max(lines.lowerBound, 1), last)
    next = file.offsets(ofLine: first).lowerBound
    end = file.offsets(ofLine: last).upperBound
    budget = 100_000 + 16 * (end - next)
  }

  /// Skips a piece of code, in which nothing is HTML.
  mutating func skip(code literal: [UInt8]) {
    let text = literal.filter { !$0.isCmarkSpace }
    var open = next
    while open < end, budget > 0 {
      budget -= 1
      guard bytes[open] == 0x60 else {
        open += bytes[open] == 0x5C ? 2 : 1
        continue
      }
      let start = ticksEnd(open)
      if let close = close(of: start - open, from: start), isCode(start..<close, text) {
        next = min(close + start - open, end)
        return
      }
      open = start
    }
  }

  /// The places of the next piece of HTML with these bytes; `nil` when it is not found.
  mutating func places(of literal: [UInt8]) -> LiteralPlaces? {
    var start = next
    while start < end, budget > 0 {
      budget -= 1
      if bytes[start] == 0x3C, let (places, last) = places(of: literal, at: start) {
        next = last
        return places
      }
      start += bytes[start] == 0x5C ? 2 : 1
    }
    return nil
  }

  // MARK: Code

  private func ticksEnd(_ start: Int) -> Int {
    var last = start
    while last < end, bytes[last] == 0x60 { last += 1 }
    return last
  }

  private mutating func close(of length: Int, from start: Int) -> Int? {
    var place = start
    while place < end, budget > 0 {
      budget -= 1
      guard bytes[place] == 0x60 else {
        place += 1
        continue
      }
      let last = ticksEnd(place)
      if last - place == length { return place }
      place = last
    }
    return nil
  }

  /// Whether a stretch of the file is code with a given text, ignoring spaces, and quote marks between its
  /// lines.
  private func isCode(_ range: Range<Int>, _ text: [UInt8]) -> Bool {
    var rest = text[...]
    for offset in range where !bytes[offset].isCmarkSpace {
      if bytes[offset] == rest.first {
        rest = rest.dropFirst()
      } else if bytes[offset] != 0x3E, bytes[offset] != 0x5C {
        return false
      }
    }
    return rest.isEmpty
  }

  // MARK: HTML

  private mutating func places(
    of literal: [UInt8], at start: Int
  ) -> (places: LiteralPlaces, end: Int)? {
    var places = LiteralPlaces(at: start)
    var offset = start
    var index = 0
    while index < literal.count {
      budget -= 1
      guard let width = width(of: literal, at: index, offset) else { return nil }
      places.add(index, at: offset + width.skipped)
      offset += width.skipped + 1
      index += width.literal
      guard literal[index - 1] == 0x0A else { continue }
      guard let line = lineStart(of: literal, at: index, offset) else { return nil }
      offset = line
      places.add(index, at: offset)
    }
    return (places, offset)
  }

  /// How many bytes of the literal the byte at an offset represents, and how many bytes before it are not
  /// in the literal: the backslash of a pipe in a table.
  private func width(
    of literal: [UInt8], at index: Int, _ offset: Int
  ) -> (literal: Int, skipped: Int)? {
    guard offset < end else { return nil }
    let byte = bytes[offset]
    if byte == literal[index] { return (1, 0) }
    switch byte {
    case 0x5C where literal[index] == 0x7C && offset + 1 < end && bytes[offset + 1] == 0x7C:
      return (1, 1)
    case 0x0D where literal[index] == 0x20: return (1, 0)
    case 0x0D where literal[index] == 0x0A && offset + 1 < end && bytes[offset + 1] == 0x0A:
      return (1, 1)
    case 0, 0x80...:
      let isUnknown = literal[index...].starts(with: [0xEF, 0xBF, 0xBD])
      return isUnknown ? (3, 0) : nil
    default: return nil
    }
  }

  /// Where a line of the literal continues in the file, after quote marks and spaces.
  private func lineStart(of literal: [UInt8], at index: Int, _ offset: Int) -> Int? {
    let line = literal[index...].prefix { $0 != 0x0A }
    var last = offset
    while last < end, bytes[last] == 0x20 || bytes[last] == 0x09 || bytes[last] == 0x3E {
      last += 1
    }
    let exact = (offset...last).reversed().first { place in
      bytes[place..<end].prefix(line.count).elementsEqual(line)
    }
    return exact ?? last
  }
}
