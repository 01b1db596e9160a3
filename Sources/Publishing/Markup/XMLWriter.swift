internal import Bytes
internal import Templates

/// XML as bytes: elements closed by construction, text and attribute values escaped byte by byte.
///
/// Names are `StaticString`, so that nothing from the content can become a tag or an attribute.
package struct XMLWriter: Sendable {
  package typealias Attribute = (name: StaticString, value: String)

  package private(set) var bytes: [UInt8] = []

  /// - Parameter declaration: begins the document with `<?xml …?>` and a line break.
  package init(declaration: Bool = false) {
    if declaration { append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n") }
  }

  /// An element with what `body` writes inside it.
  package mutating func element(
    _ name: StaticString, _ attributes: [Attribute] = [], _ body: (inout XMLWriter) throws -> Void
  ) rethrows {
    open(name, attributes)
    append(">")
    try body(&self)
    append("</")
    append(name.description)
    append(">")
  }

  /// An element with text inside it.
  package mutating func element(
    _ name: StaticString, _ attributes: [Attribute] = [], text: String
  ) {
    element(name, attributes) { $0.text(text) }
  }

  /// An element without content, as `<name/>`.
  package mutating func element(_ name: StaticString, _ attributes: [Attribute] = []) {
    open(name, attributes)
    append("/>")
  }

  package mutating func text(_ text: String) {
    bytes.appendEscaped(Self.withoutForbidden(text))
  }

  /// What another writer wrote.
  package mutating func append(_ other: XMLWriter) { bytes += other.bytes }

  /// A line break between elements, for readers of diffs.
  package mutating func newline() { bytes.append(0x0A) }

  private mutating func open(_ name: StaticString, _ attributes: [Attribute]) {
    append("<")
    append(name.description)
    for (name, value) in attributes {
      append(" ")
      append(name.description)
      append("=\"")
      text(value)
      append("\"")
    }
  }

  private mutating func append(_ markup: String) {
    bytes.append(contentsOf: markup.utf8)
  }

  /// XML 1.0, 2.2: most control characters, U+FFFE and U+FFFF are in no document, not even as
  /// `&#1;`. They become U+FFFD.
  private static func withoutForbidden(_ text: String) -> String {
    let suspicious = text.utf8.contains { $0 == 0xEF || ($0 < 0x20 && !$0.isWhitespace) }
    guard suspicious else { return text }
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      let isControl = scalar.value < 0x20 && !UInt8(scalar.value).isWhitespace
      return isControl || scalar.value & ~1 == 0xFFFE ? "\u{FFFD}" : scalar
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
