internal import Bytes
internal import CommonMark

/// The text at which Docusaurus cuts a post off on list pages, wherever it is in the file.
enum TruncateMarker {
  static let text = "<!-- truncate -->"

  /// The end of the marker at `start`: `<!--`, spaces, `truncate`, spaces, `-->`, or the same with
  /// `{/*` and `*/}`.
  static func end(at start: Int, in bytes: [UInt8]) -> Int? {
    guard start < bytes.count, bytes[start] == .lessThan || bytes[start] == .leftBrace else {
      return nil
    }
    let isComment = bytes.has("<!--", at: start)
    guard isComment || bytes.has("{/*", at: start) else { return nil }
    var next = start + (isComment ? 4 : 3)
    next = skippingSpace(from: next, in: bytes)
    guard bytes.has("truncate", at: next) else { return nil }
    next += 8
    next = skippingSpace(from: next, in: bytes)
    guard isComment ? bytes.has("-->", at: next) : bytes.has("*/}", at: next) else { return nil }
    return next + 3
  }

  /// Skips what `\s` matches in JavaScript: the white space of Unicode except U+0085, and U+FEFF.
  private static func skippingSpace(from start: Int, in bytes: [UInt8]) -> Int {
    var next = start
    while let scalar = bytes.scalar(at: next),
      scalar.properties.isWhitespace && scalar.value != 0x85 || scalar.value == 0xFEFF
    {
      next += UTF8.width(scalar)
    }
    return next
  }
}

extension Rewriting {
  /// Where the edits remove or split a marker: in running text and in raw HTML, in order.
  var editedMarkup: [Range<Int>] {
    let inText = tokens.joined().compactMap { token -> Range<Int>? in
      switch token {
      case .marker(let range), .markup(let range, _): range
      default: nil
      }
    }
    let html = blocks.lazy.filter { $0.kind == .html }.map { range(of: $0) }
    return (inText + html).inOrder
  }
}
