internal import Bytes

/// A style sheet without comments and without the space that only its authors need, which is what pages load.
///
/// Strings and addresses stay as they are. A comment or string that never ends is kept to the end, so that nothing
/// is lost that a browser would still read.
package struct CompactStyleSheet {
  package private(set) var bytes: [UInt8] = []
  private var isSpaceOwed = false

  package init(_ source: [UInt8]) {
    bytes.reserveCapacity(source.count)
    var place = 0
    while place < source.count {
      let byte = source[place]
      let rest = source[place...]
      if byte.isWhitespace {
        isSpaceOwed = true
        place += 1
      } else if rest.starts(with: Self.commentStart), let end = Self.endOfComment(in: rest) {
        isSpaceOwed = true
        place = end
      } else {
        let end = Self.endOfPiece(in: rest)
        append(source[place..<end])
        place = end
      }
    }
  }

  /// Adds a piece, after a space where leaving it out would join two words.
  private mutating func append(_ piece: ArraySlice<UInt8>) {
    guard let first = piece.first else { return }
    if isSpaceOwed, let last = bytes.last, !Self.endsWord(last), !Self.startsAnew(first) {
      bytes.append(UInt8(ascii: " "))
    }
    isSpaceOwed = false
    if first == UInt8(ascii: "}"), bytes.last == UInt8(ascii: ";") { bytes.removeLast() }
    bytes += piece
  }

  /// Space after a colon is never a descendant in a selector, while space before one is.
  private static func endsWord(_ byte: UInt8) -> Bool {
    startsAnew(byte) || byte == UInt8(ascii: ":")
  }

  private static func startsAnew(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"), UInt8(ascii: ","): true
    default: false
    }
  }

  private static let commentStart = Array("/*".utf8)

  private static func endOfComment(in rest: ArraySlice<UInt8>) -> Int? {
    var place = rest.startIndex + commentStart.count
    while place + 1 < rest.endIndex {
      if rest[place] == UInt8(ascii: "*"), rest[place + 1] == UInt8(ascii: "/") { return place + 2 }
      place += 1
    }
    return nil
  }

  /// Where a string, an address without quotes, a comment that never ends, or a single byte ends.
  private static func endOfPiece(in rest: ArraySlice<UInt8>) -> Int {
    let start = rest.startIndex
    switch rest[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return end(of: rest, from: start + 1, at: rest[start])
    case UInt8(ascii: "u") where rest.starts(with: Array("url(".utf8)):
      return end(of: rest, from: start + 4, at: UInt8(ascii: ")"))
    case UInt8(ascii: "\\"): return min(start + 2, rest.endIndex)
    case _ where rest.starts(with: commentStart): return rest.endIndex
    default: return start + 1
    }
  }

  /// After the next byte `close` that no backslash escapes.
  private static func end(of rest: ArraySlice<UInt8>, from start: Int, at close: UInt8) -> Int {
    var place = start
    while place < rest.endIndex {
      if rest[place] == UInt8(ascii: "\\") {
        place += 2
      } else if rest[place] == close {
        return place + 1
      } else {
        place += 1
      }
    }
    return rest.endIndex
  }
}
