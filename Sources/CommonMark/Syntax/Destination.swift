internal import Bytes

/// Reads where a link leads: the part of `[text](destination "title")` between the parentheses.
package struct Destination: Sendable {
  /// With `<` and `>` where the author wrote them.
  package let range: Range<Int>
  /// With its quotes or parentheses.
  package let title: Range<Int>?
  /// The position after what was read.
  package let end: Int

  /// Only titles of reasonable length, so that a file full of open quotes is read in linear time.
  private static let longestTitle = 4_096
  /// As in cmark.
  private static let mostParentheses = 32

  /// Reads what follows the `(` of an inline link, up to and including its `)`.
  package init?(inlineAt start: Int, in bytes: [UInt8], until end: Int) {
    guard let read = Destination(at: start, in: bytes, until: end, mayBeEmpty: true) else {
      return nil
    }
    let close = Self.skippingSpace(from: read.end, in: bytes, until: end)
    guard close < end, bytes[close] == .rightParenthesis else { return nil }
    range = read.range
    title = read.title
    self.end = close + 1
  }

  /// Reads what follows the `:` of a reference definition, up to the end of its last line.
  init?(definitionAt start: Int, in bytes: [UInt8], until end: Int) {
    guard let read = Destination(at: start, in: bytes, until: end, mayBeEmpty: false) else {
      return nil
    }
    if let close = Self.lineEnd(after: read.end, in: bytes, until: end) {
      (range, title, self.end) = (read.range, read.title, close)
    } else if read.title != nil,
      let close = Self.lineEnd(after: read.range.upperBound, in: bytes, until: end)
    {
      // What looked like a title on the next line is separate text.
      (range, title, self.end) = (read.range, nil, close)
    } else {
      return nil
    }
  }

  private init?(at start: Int, in bytes: [UInt8], until end: Int, mayBeEmpty: Bool) {
    let first = Self.skippingSpace(from: start, in: bytes, until: end)
    guard first < end, let last = Self.end(ofDestinationAt: first, in: bytes, until: end),
      mayBeEmpty || last > first
    else { return nil }
    range = first..<last
    let quote = Self.skippingSpace(from: last, in: bytes, until: end)
    guard quote > last, quote < end,
      let titleEnd = Self.end(ofTitleAt: quote, in: bytes, until: end)
    else {
      title = nil
      self.end = last
      return
    }
    title = quote..<titleEnd
    self.end = titleEnd
  }

  private static func skippingSpace(from start: Int, in bytes: [UInt8], until end: Int) -> Int {
    var next = start
    while next < end, bytes[next].isWhitespace { next += 1 }
    return next
  }

  private static func end(ofDestinationAt start: Int, in bytes: [UInt8], until end: Int) -> Int? {
    var next = start
    if bytes[start] == .lessThan {
      next += 1
      while next < end, bytes[next] != .greaterThan {
        if bytes[next].isLineEnding || bytes[next] == .lessThan { return nil }
        next += bytes[next] == .backslash && next + 1 < end && bytes[next + 1].isPunctuation ? 2 : 1
      }
      return next < end ? next + 1 : nil
    }
    var depth = 0
    while next < end, bytes[next] > .space, bytes[next] != 0x7F {
      switch bytes[next] {
      case .backslash where next + 1 < end && bytes[next + 1].isPunctuation: next += 1
      case .leftParenthesis:
        depth += 1
        if depth > mostParentheses { return nil }
      case .rightParenthesis:
        if depth == 0 { return next }
        depth -= 1
      default: break
      }
      next += 1
    }
    return depth == 0 ? min(next, end) : nil
  }

  private static func end(ofTitleAt start: Int, in bytes: [UInt8], until end: Int) -> Int? {
    let close: UInt8
    switch bytes[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): close = bytes[start]
    case .leftParenthesis: close = .rightParenthesis
    default: return nil
    }
    var next = start + 1
    let limit = min(end, start + longestTitle)
    while next < limit {
      if bytes[next] == close { return next + 1 }
      if bytes[next] == .leftParenthesis, close == .rightParenthesis { return nil }
      next += bytes[next] == .backslash ? 2 : 1
    }
    return nil
  }

  /// The end of the line when only spaces are left on it.
  private static func lineEnd(after start: Int, in bytes: [UInt8], until end: Int) -> Int? {
    var next = start
    while next < end, bytes[next].isSpaceOrTab { next += 1 }
    return next >= end || bytes[next].isLineEnding ? next : nil
  }
}
