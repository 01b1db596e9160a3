internal import Bytes
internal import CommonMark
internal import Diagnostics

/// Links that lead nowhere on the site.
extension Rewriting {
  /// Replaces a link by its text. The brackets kept stars and the like in the text from pairing with those
  /// around it, so text that contains any is rewritten. Where a bracket was beside such a mark, or kept an
  /// address or an emoji apart, an element takes its place.
  mutating func unlink(_ link: InlineLink, _ holdsLinks: Bool, in run: TextRun) {
    let hasMarks = !holdsLinks && link.text.contains { Self.pairing.contains(file.bytes[$0]) }
    let (before, after) = gaps(around: link, in: run)
    if file.bytes.trimmed(link.text).isEmpty {
      // Without anything in its place, a line could be blank and end the paragraph.
      return edits.replace(link.range, with: PlainText.gap)
    }
    if hasMarks || link.isImage, let text = link.plainText {
      edits.replace(link.range, with: before + PlainText.escapedPart(text) + after)
    } else {
      edits.replace(link.range.lowerBound..<link.text.lowerBound, with: before)
      edits.replace(link.text.upperBound..<link.range.upperBound, with: after)
    }
  }

  /// What takes the place of the brackets.
  private func gaps(around link: InlineLink, in run: TextRun) -> (before: String, after: String) {
    let bytes = file.bytes
    let (start, end) = (link.range.lowerBound, link.range.upperBound)
    let text = bytes[link.text]
    var (isBefore, isAfter) = (false, false)
    if start > run.range.lowerBound {
      let last = bytes[start - 1]
      isBefore =
        Self.pairing.contains(last) || last == .colon || last == UInt8(ascii: "@")
        || bytes.has(":/", at: start - 2) || bytes.has("//", at: start - 2)
        || bytes.hasIgnoringCase("www.", at: start - 4)
        || last == UInt8(ascii: "w") && [UInt8(ascii: "w"), UInt8(ascii: ".")].contains(text.first)
    }
    if end < run.range.upperBound {
      let next = bytes[end]
      isAfter =
        Self.pairing.contains(next) || next == UInt8(ascii: "@")
        || next == .colon && (text.contains(.colon) || bytes.has("://", at: end))
        || next == .slash && (text.last == .colon || text.last == .slash)
        || (next == UInt8(ascii: ".") || next == UInt8(ascii: "w"))
          && text.last == UInt8(ascii: "w")
    }
    return (isBefore ? PlainText.gap : "", isAfter ? PlainText.gap : "")
  }

  private static let pairing = Set("*_~`<\\".utf8)
}
