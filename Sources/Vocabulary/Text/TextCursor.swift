internal import Bytes

/// Reads a text from its start: a byte, a number or a word at a time.
package struct TextCursor {
  package var rest: ArraySlice<UInt8>
  @usableFromInline let start: Int

  @inlinable package init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
    start = bytes.startIndex
  }

  /// The number of bytes read so far.
  @inlinable package var length: Int { rest.startIndex - start }
  @inlinable package var isAtEnd: Bool { rest.isEmpty }
  @inlinable package var next: UInt8? { rest.first }

  @inlinable package func peek(_ ahead: Int) -> UInt8? {
    let index = rest.startIndex + ahead
    return index < rest.endIndex ? rest[index] : nil
  }

  @inlinable package mutating func skip(_ count: Int) { rest = rest.dropFirst(count) }

  /// Takes exactly these bytes.
  @inlinable package mutating func take(_ text: StaticString) -> Bool {
    let found = text.withUTF8Buffer { wanted in
      // Nearly always the first byte rules out a match.
      unsafe rest.first == wanted.first && rest.count >= wanted.count
        && rest.prefix(wanted.count).elementsEqual(wanted)
    }
    if found { rest = rest.dropFirst(text.utf8CodeUnitCount) }
    return found
  }

  /// Skips spaces and tabs, and Unicode spaces of any width.
  @inlinable package mutating func skipBlanks() {
    while let width = blankWidth { rest = rest.dropFirst(width) }
  }

  /// Whether a blank is here.
  @inlinable package var isBlank: Bool { blankWidth != nil }

  /// The width in bytes of the blank here; `nil` when there is none.
  @inlinable package var blankWidth: Int? {
    switch rest.first {
    case 0x20, 0x09: 1
    case 0xC2 where peek(1) == 0xA0: 2
    case 0xE2 where peek(1) == 0x80:
      (0x80...0x8A).contains(peek(2) ?? 0) || peek(2) == 0xAF ? 3 : nil
    case 0xE2 where peek(1) == 0x81 && peek(2) == 0x9F: 3
    case 0xE3 where peek(1) == 0x80 && peek(2) == 0x80: 3
    default: nil
    }
  }

  /// How many digits there are here.
  package var digitCount: Int {
    var count = 0
    while let byte = peek(count), byte.isDigit { count += 1 }
    return count
  }

  /// A number with a count of digits in this range; more digits or fewer are not a match.
  package mutating func number(digits: ClosedRange<Int>) -> Int? {
    let count = digitCount
    guard digits.contains(count), let value = Digits.value(rest.prefix(count)) else { return nil }
    rest = rest.dropFirst(count)
    return value
  }

  /// The letters here, in lower case: ASCII and accented Latin, at most 16 bytes.
  package var word: String {
    var letters: [UInt8] = []
    var index = rest.startIndex
    while index < rest.endIndex, letters.count < 16 {
      let byte = rest[index]
      if byte.isLetter {
        letters.append(byte | 0x20)
      } else if 0xC3...0xC5 ~= byte, index + 1 < rest.endIndex {
        // "À" is "à"; Polish names of months are in lower case.
        let second = rest[index + 1]
        letters += [byte, byte == 0xC3 && second < 0x9F ? second | 0x20 : second]
        index += 1
      } else {
        break
      }
      index += 1
    }
    return String(decoding: letters, as: UTF8.self)
  }

  /// Takes a word, ignoring case, unless another letter follows it.
  @inlinable package mutating func take(word wanted: String) -> Bool {
    guard let first = rest.first, first >= 0x80 || first | 0x20 == wanted.utf8.first else {
      return false
    }
    let found = word
    guard found == wanted else { return false }
    skip(found.utf8.count)
    return true
  }

  /// Takes an arrow of any kind, or an ellipsis character.
  package mutating func takeArrow() -> Bool {
    guard next == 0xE2, let second = peek(1), let third = peek(2) else { return false }
    let isArrow = second == 0x86 || second == 0x87 || (second == 0x9E && third >= 0x94)
    guard isArrow || (second == 0x80 && third == 0xA6) else { return false }
    skip(3)
    return true
  }

  /// Takes a hyphen, a dash of any length or a wave dash.
  @inlinable package mutating func takeDash() -> Bool {
    if let width = dashWidth {
      skip(width)
      return true
    }
    return false
  }

  @inlinable package var dashWidth: Int? {
    switch next {
    case UInt8(ascii: "-"): 1
    case 0xE2 where peek(1) == 0x80 && (0x90...0x95).contains(peek(2) ?? 0): 3
    case 0xE2 where peek(1) == 0x88 && peek(2) == 0x92: 3
    case 0xE3 where peek(1) == 0x80 && peek(2) == 0x9C: 3
    case 0xEF where peek(1) == 0xBD && peek(2) == 0x9E: 3
    default: nil
    }
  }
}
