internal import Bytes

/// The definition of a label: where its links lead, or what a footnote says.
package struct Definition: Hashable, Sendable {
  /// The parts of `[label]: destination "title"` in the file, as byte offsets.
  package struct Target: Hashable, Sendable {
    /// From the `[` to the end of the last line, including quote marks in between.
    package let range: Range<Int>
    /// With `<` and `>` where the author wrote them.
    package let destination: Range<Int>
    /// With its quotes or parentheses.
    package let title: Range<Int>?
  }

  /// As ``folded(_:)`` returns it; the label of a footnote begins with `^`.
  package let label: String
  package let lines: LineRange
  /// Where a link leads; `nil` for a footnote.
  package let target: Target?

  package var isFootnote: Bool { target == nil }

  /// The most bytes that a label may have.
  package static let longestLabel = 999

  /// A label in the form used for comparison: regardless of case, of the kind and number of spaces, and of
  /// the quote marks at the start of its lines.
  package static func folded(_ label: ArraySlice<UInt8>) -> String {
    var words: [UInt8] = []
    var isBetween = false
    var isLineStart = false
    for byte in label {
      if byte.isCmarkSpace || (isLineStart && byte == .greaterThan) {
        isBetween = true
        isLineStart = isLineStart || byte.isLineEnding
      } else {
        if isBetween, !words.isEmpty { words.append(.space) }
        words.append(byte)
        (isBetween, isLineStart) = (false, false)
      }
    }
    // As in case folding, "ẞ" and "ss" are the same.
    return String(decoding: words, as: UTF8.self).lowercased().uppercased()
  }

  /// What is between the brackets of a label at `start`; `nil` when it is blank or there is no label.
  package static func label(at start: Int, in bytes: [UInt8], until end: Int) -> Range<Int>? {
    var next = start + 1
    let limit = min(end, start + longestLabel + 2)
    var isBlank = true
    while next < limit {
      switch bytes[next] {
      case .rightBracket: return isBlank ? nil : start + 1..<next
      case .leftBracket: return nil
      case .backslash:
        next += 1
        isBlank = false
      default: if !bytes[next].isWhitespace { isBlank = false }
      }
      next += 1
    }
    return nil
  }
}
