internal import Bytes

/// JSON as bytes, in the order it is written: keys are never sorted, numbers never depend on a
/// locale.
///
/// Strings are safe in a `<script>` element as well: `<`, `>`, `&` and the line separators U+2028
/// and U+2029 are escaped.
package struct JSONWriter: Sendable {
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  package init() {}

  /// With room for so many bytes, so that a long text is not copied while it grows.
  package init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// The bytes of a file: what was written, and a line break.
  package consuming func file() -> [UInt8] {
    bytes.append(0x0A)
    return bytes
  }

  package mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
    try enclose("{", "}", body)
  }

  package mutating func array(_ body: (inout JSONWriter) throws -> Void) rethrows {
    try enclose("[", "]", body)
  }

  /// The key of the next value. Keys are not checked for being unique.
  package mutating func key(_ key: String) {
    separate()
    quote(key)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  package mutating func value(_ value: String) {
    separate()
    quote(value)
  }

  package mutating func value(_ value: Int) { literal(value.description) }
  package mutating func value(_ value: Bool) { literal(value ? "true" : "false") }

  /// The shortest decimal that reads back as the same number; `null` for what JSON has no number
  /// for.
  package mutating func value(_ value: Double) {
    literal(value.isFinite ? value.description : "null")
  }

  package mutating func null() { literal("null") }

  package mutating func values(_ values: some Sequence<String>) {
    array { writer in for value in values { writer.value(value) } }
  }

  package mutating func member(_ key: String, _ value: String) {
    self.key(key)
    self.value(value)
  }

  package mutating func member(_ key: String, _ value: Int) {
    self.key(key)
    self.value(value)
  }

  package mutating func member(_ key: String, _ value: Bool) {
    self.key(key)
    self.value(value)
  }

  package mutating func member(_ key: String, _ values: some Sequence<String>) {
    self.key(key)
    self.values(values)
  }

  /// A line break before the next entry, so that a diff shows one line.
  package mutating func newline() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
    bytes.append(0x0A)
  }

  private mutating func enclose(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) throws -> Void
  ) rethrows {
    separate()
    bytes.append(UInt8(ascii: open))
    needsComma = false
    try body(&self)
    bytes.append(UInt8(ascii: close))
    needsComma = true
  }

  private mutating func literal(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { unsafe appendEscaped($0) }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var index = 0
    while index < text.count {
      guard let code = unsafe Self.escape(at: index, of: text) else {
        index += 1
        continue
      }
      unsafe bytes.append(contentsOf: text[start..<index])
      appendEscape(code)
      index += code < 0x80 ? 1 : 3
      start = index
    }
    unsafe bytes.append(contentsOf: text[start...])
  }

  /// The UTF-16 unit that must not stand as it is, or `nil` when the byte may.
  private static func escape(at index: Int, of text: UnsafeBufferPointer<UInt8>) -> UInt16? {
    let byte = unsafe text[index]
    switch byte {
    case 0..<0x20, 0x22, 0x26, 0x3C, 0x3E, 0x5C, 0x7F: return UInt16(byte)
    case 0xE2:
      // U+2028 and U+2029 are E2 80 A8 and E2 80 A9. Text is valid, so two bytes follow.
      let last = unsafe text[index + 2]
      let isSeparator = unsafe text[index + 1] == 0x80 && (last == 0xA8 || last == 0xA9)
      return isSeparator ? 0x2000 | UInt16(last & 0x7F) : nil
    default: return nil
    }
  }

  /// A control character that no text holds becomes its picture, so that nobody who shows the text acts on
  /// it.
  private mutating func appendEscape(_ code: UInt16) {
    if code < 0x20 && !UInt8(code).isWhitespace || code == 0x7F {
      bytes += [0xE2, 0x90, code == 0x7F ? 0xA1 : 0x80 | UInt8(code)]
      return
    }
    bytes.append(UInt8(ascii: "\\"))
    switch code {
    case 0x22, 0x5C: bytes.append(UInt8(code))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    default:
      let digits = String(code, radix: 16)
      bytes.append(UInt8(ascii: "u"))
      bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
      bytes.append(contentsOf: digits.utf8)
    }
  }
}
