internal import Bytes

/// A place in the bytes of TOML, and the steps from it.
struct TOMLCursor {
  let bytes: [UInt8]
  let end: Int
  var index: Int

  /// `"…"`, `'…'` and their multi-line forms.
  mutating func string() -> String? {
    let quote = bytes[index]
    let isLong = bytes[index..<end].starts(with: [quote, quote, quote])
    let isLiteral = quote == UInt8(ascii: "'")
    index += isLong ? 3 : 1
    if isLong, index < end, bytes[index] == 0x0D { index += 1 }
    if isLong, index < end, bytes[index] == 0x0A { index += 1 }
    var text: [UInt8] = []
    while index < end {
      let byte = bytes[index]
      if byte == quote, !isLong || bytes[index..<end].starts(with: [quote, quote, quote]) {
        index += isLong ? 3 : 1
        return String(decoding: text, as: UTF8.self)
      }
      if byte == 0x0A, !isLong { return nil }
      index += 1
      if byte == UInt8(ascii: "\\"), !isLiteral {
        guard takeEscape(into: &text) else { return nil }
      } else {
        text.append(byte)
      }
    }
    return nil
  }

  private mutating func takeEscape(into text: inout [UInt8]) -> Bool {
    guard index < end else { return false }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): text.append(byte)
    case 0x0A, 0x0D, 0x20, 0x09:
      // A line that ends in a backslash continues with the next word.
      while index < end, bytes[index] <= 0x20 { index += 1 }
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let count = byte == UInt8(ascii: "u") ? 4 : 8
      let digits = String(decoding: bytes[index..<min(index + count, end)], as: UTF8.self)
      guard digits.utf8.count == count, let value = UInt32(digits, radix: 16),
        let scalar = Unicode.Scalar(value)
      else { return false }
      text += String(scalar).utf8
      index += count
    default: return false
    }
    return true
  }

  mutating func take(_ byte: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard index < end, bytes[index] == UInt8(ascii: byte) else { return false }
    index += 1
    return true
  }

  mutating func skipBlanks() {
    while index < end, bytes[index].isSpaceOrTab { index += 1 }
  }

  mutating func skipComment() {
    while index < end, bytes[index] != 0x0A { index += 1 }
  }

  mutating func skipLinesAndComments() {
    while index < end {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      case UInt8(ascii: "#"): skipComment()
      default: return
      }
    }
  }

  static func isBare(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}
