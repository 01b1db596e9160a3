internal import Bytes
internal import Diagnostics

/// A comment `{/* … */}`, and its stand-in in Markdown: an HTML comment where it fits, otherwise characters
/// that show nothing. The stand-in takes the same number of bytes.
struct MDXComment {
  private let range: Range<Int>
  private let file: SourceFile

  init(_ range: Range<Int>, in file: SourceFile) {
    self.range = range
    self.file = file
  }

  func replace(in bytes: inout [UInt8], _ images: inout ImageOpenings) {
    let first = file.location(ofOffset: range.lowerBound).line
    let last = file.location(ofOffset: range.upperBound - 1).line
    let line = file.offsets(ofLine: first)
    let before = file.bytes[line.lowerBound..<range.lowerBound]
    let after = file.bytes[range.upperBound..<file.offsets(ofLine: last).upperBound]
    let begins = before.allSatisfy(Self.isMark)
    if let id = headingID, !begins, after.isBlank {
      put(id, in: &bytes)
    } else if first == last, !begins || after.isBlank,
      !images.areOpen(at: range.lowerBound, ofLineAt: line.lowerBound, in: file.bytes), let comment
    {
      put(comment, in: &bytes)
    } else if first != last, begins, after.isBlank, before.isEmpty, let comment {
      put(comment, in: &bytes)
    } else {
      blank(in: &bytes, endsLine: after.isBlank, isFirst: begins)
    }
  }

  /// What may come before the text of a line.
  private static func isMark(_ byte: UInt8) -> Bool {
    byte.isCmarkSpace || byte == 0x3E || byte.isDigit
      || [0x2D, 0x2B, 0x2A, 0x2E, 0x29].contains(byte)
  }

  private var inner: ArraySlice<UInt8> {
    file.bytes[(range.lowerBound + 3)..<(range.upperBound - 3)]
  }

  /// `{/* #id */}` at the end of a heading is its id.
  private var headingID: [UInt8]? {
    let line = file.offsets(ofLine: file.location(ofOffset: range.lowerBound).line)
    let id = Array(inner).trimmed
    let isID =
      id.first == 0x23 && id.count > 1
      && id.dropFirst().allSatisfy { $0.isAlphanumeric || $0 == 0x2D || $0 == 0x5F }
    return isID && file.bytes[line].first == 0x23 ? [0x7B] + id + [0x7D] : nil
  }

  /// The HTML comment; `nil` when there is no room for one.
  private var comment: [UInt8]? {
    guard range.count >= 7 else { return nil }
    var text = Array(inner)
    if let first = text.first, first.isCmarkSpace, first != 0x0A {
      text.removeFirst()
    } else if let last = text.last, last.isCmarkSpace, last != 0x0A {
      text.removeLast()
    } else {
      text = text.dropLast().map { $0.isLineEnding ? $0 : 0x20 }
      guard Array(inner).last != 0x0A else { return nil }
    }
    let hasMark = text.indices.contains { index in
      text[index] == 0x2D && (index + 1 == text.count || text[index + 1] == 0x2D)
        || text[index] == 0x7C
    }
    if hasMark || text.first == 0x3E || text.first == 0x2D {
      text = text.map { $0.isLineEnding ? $0 : 0x20 }
    }
    return Array("<!--".utf8) + text + Array("-->".utf8)
  }

  private func put(_ text: [UInt8], in bytes: inout [UInt8]) {
    for (index, offset) in range.enumerated() {
      bytes[offset] = index < text.count ? text[index] : 0x20
    }
  }

  /// Fills the place with word joiners where text follows at the start of a line, because spaces would turn
  /// it into code, and with spaces elsewhere. Quote marks stay.
  private func blank(in bytes: inout [UInt8], endsLine: Bool, isFirst: Bool) {
    var isStart = true
    var lastStart = range.lowerBound
    var startsLine = isFirst
    for offset in range {
      if bytes[offset].isLineEnding {
        isStart = true
        lastStart = offset + 1
        startsLine = true
      } else if isStart, offset > range.lowerBound,
        bytes[offset].isCmarkSpace || bytes[offset] == 0x3E
      {
        lastStart = offset + 1
      } else {
        isStart = false
        bytes[offset] = 0x20
      }
    }
    guard !endsLine, startsLine else { return }
    var next = lastStart
    while next + 3 <= range.upperBound {
      bytes.replaceSubrange(next..<next + 3, with: [0xE2, 0x81, 0xA0])
      next += 3
    }
  }
}

/// Whether the text before a comment opens an image, in whose alternative text an HTML comment would be text.
///
/// It goes on where it was asked last, because a line may have many comments.
struct ImageOpenings {
  private var next = 0
  private var isOpen = false

  mutating func areOpen(at offset: Int, ofLineAt start: Int, in bytes: [UInt8]) -> Bool {
    if next < start || offset < next { (next, isOpen) = (start, false) }
    while next < offset {
      if bytes[next] == 0x5D {
        isOpen = false
      } else if bytes[next] == 0x5B, next > start, bytes[next - 1] == 0x21 {
        isOpen = true
      }
      next += 1
    }
    return isOpen
  }
}
