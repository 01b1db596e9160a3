/// Bytes that a browser may read as markup.
///
/// Text cannot become HTML by accident: it is escaped, and only renderers call
/// ``init(trusted:)``.
package struct HTML: Hashable, Sendable {
  package private(set) var bytes: [UInt8]

  /// Markup that a renderer of this package wrote.
  package init(trusted bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Markup that a renderer of this package wrote.
  package init(trusted markup: String) {
    bytes = Array(markup.utf8)
  }

  /// Text as a browser shows it, in an element as well as in a quoted attribute.
  package init(text: String) {
    bytes = []
    bytes.appendEscaped(text)
  }

  package static let empty = HTML(trusted: [])

  package var isEmpty: Bool { bytes.isEmpty }

  package mutating func append(_ other: HTML) {
    bytes.append(contentsOf: other.bytes)
  }
}

extension [UInt8] {
  /// Appends text with `& < > " '` escaped.
  ///
  /// It works on bytes: `"` followed by a combining accent is one `Character` and would slip
  /// through a loop over characters.
  package mutating func appendEscaped(_ text: String) {
    var text = text
    text.withUTF8 { unsafe appendEscaped($0) }
  }

  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in text.indices {
      guard let escape = Self.escape(of: unsafe text[index]) else { continue }
      unsafe append(contentsOf: text[start..<index])
      append(contentsOf: escape.utf8)
      start = index + 1
    }
    unsafe append(contentsOf: text[start...])
  }

  private static func escape(of byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}
