internal import Bytes

extension UInt8 {
  /// Whether it may be part of the name of a directive or an emoji.
  var isNamePart: Bool { isAlphanumeric || self == .hyphen || self == .underscore }
}

extension [UInt8] {
  /// Whether `text` is at `offset`.
  func has(_ text: String, at offset: Int) -> Bool {
    guard offset >= 0, offset + text.utf8.count <= count else { return false }
    var place = offset
    for byte in text.utf8 {
      guard self[place] == byte else { return false }
      place += 1
    }
    return true
  }

  /// Whether `text`, given in lower case, is at `offset`, ignoring case.
  func hasIgnoringCase(_ text: String, at offset: Int) -> Bool {
    guard offset >= 0, offset + text.utf8.count <= count else { return false }
    var place = offset
    for wanted in text.utf8 {
      let byte = self[place]
      guard byte == wanted || (byte.isLetter && byte | 0x20 == wanted) else { return false }
      place += 1
    }
    return true
  }

  /// How many columns a part of a line from its start takes; a tab goes on to the next multiple of four.
  func columns(_ range: Range<Int>) -> Int {
    self[range].reduce(0) { column, byte in column + (byte == .tab ? 4 - column % 4 : 1) }
  }

  func text(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }

  /// The text of `range` without the quote marks at the start of its later lines.
  func unquotedText(_ range: Range<Int>) -> String {
    var isLineStart = false
    let text = self[range].filter { byte in
      if byte.isLineEnding {
        isLineStart = true
      } else if !byte.isSpaceOrTab, byte != .greaterThan {
        isLineStart = false
      }
      return !isLineStart || byte != .greaterThan
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The offsets of `range` without white space at either end.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, self[first].isWhitespace { range = range.dropFirst() }
    while let last = range.last, self[last].isWhitespace { range = range.dropLast() }
    return range
  }
}

extension Sequence<UInt8> {
  /// The length of the longest row of one byte; code with it needs a longer fence.
  func longestRun(of mark: UInt8) -> Int {
    var longest = 0
    var run = 0
    for byte in self {
      run = byte == mark ? run + 1 : 0
      longest = Swift.max(longest, run)
    }
    return longest
  }
}
