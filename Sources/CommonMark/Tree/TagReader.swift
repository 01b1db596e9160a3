internal import Bytes

/// An attribute of a tag.
package struct HTMLAttribute: Hashable, Sendable {
  /// As it is written, including capitals.
  package let spelling: String
  /// As it is written, without its quotes; `nil` for a name without a value.
  package internal(set) var value: String?
  /// Where the value is in the file, without its quotes; `nil` when it is not found there.
  package internal(set) var range: Range<Int>?
  /// The quote mark around the value; `nil` when there is none.
  let quote: UInt8?
  /// Where the value is in the bytes that the tag was read from.
  let literalRange: Range<Int>?

  package var name: String { spelling.lowercased() }
  /// The value as a browser reads it.
  package var text: String { (value ?? "").decodingEntities }

  /// The same value under another name.
  func renamed(_ name: String) -> HTMLAttribute {
    HTMLAttribute(
      spelling: name, value: value, range: range, quote: quote, literalRange: literalRange)
  }

  /// Another value under the same name.
  func with(value: String) -> HTMLAttribute {
    var changed = self
    changed.value = value
    return changed
  }
}

/// Reads the parts of a tag.
struct TagReader {
  /// A tag, from its `<` to its `>`.
  struct Tag {
    let name: String
    let attributes: [HTMLAttribute]
    let isClosing: Bool
    let isSelfClosed: Bool
  }

  let bytes: [UInt8]
  /// The position of the next byte; at first the one after the `<`.
  private(set) var index: Int

  init(bytes: [UInt8], index: Int) {
    self.bytes = bytes
    self.index = index
  }

  private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// Reads the whole tag; `nil` when there is something else here.
  mutating func tag() -> Tag? {
    let isClosing = take(0x2F)
    guard let name = name() else { return nil }
    var attributes: [HTMLAttribute] = []
    while let attribute = attribute() { attributes.append(attribute) }
    skipBlanks()
    let isSelfClosed = take(0x2F)
    guard take(0x3E) else { return nil }
    return Tag(
      name: name, attributes: attributes, isClosing: isClosing, isSelfClosed: isSelfClosed)
  }

  /// The end of the comment that begins at the `!`.
  func commentEnd() -> Int? {
    var place = index + 3
    while place + 2 < bytes.count {
      if bytes[place] == 0x2D, bytes[place + 1] == 0x2D, bytes[place + 2] == 0x3E {
        return place + 3
      }
      place += 1
    }
    return nil
  }

  private mutating func take(_ wanted: UInt8) -> Bool {
    guard byte == wanted else { return false }
    index += 1
    return true
  }

  private mutating func skipBlanks() {
    while let byte, byte.isCmarkSpace { index += 1 }
  }

  private mutating func name() -> String? {
    let start = index
    guard let first = byte, first.isLetter else { return nil }
    while let byte, byte.isAlphanumeric || byte == 0x2D { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func attribute() -> HTMLAttribute? {
    let start = index
    skipBlanks()
    let nameStart = index
    while let byte, byte.isAlphanumeric || [0x2D, 0x5F, 0x3A, 0x2E].contains(byte) {
      index += 1
    }
    guard index > nameStart, nameStart > start else {
      index = start
      return nil
    }
    let name = String(decoding: bytes[nameStart..<index], as: UTF8.self)
    let afterName = index
    skipBlanks()
    guard take(0x3D) else {
      index = afterName
      return HTMLAttribute(spelling: name, value: nil, range: nil, quote: nil, literalRange: nil)
    }
    skipBlanks()
    var (quote, range) = value()
    // A browser takes the blanks around an address away.
    if ["href", "src"].contains(name.lowercased()) {
      let address = bytes[range].trimmed
      range = address.startIndex..<address.endIndex
    }
    return HTMLAttribute(
      spelling: name, value: String(decoding: bytes[range], as: UTF8.self), range: nil,
      quote: quote, literalRange: range)
  }

  private mutating func value() -> (quote: UInt8?, range: Range<Int>) {
    if let quote = byte, quote == 0x22 || quote == 0x27 {
      let start = index + 1
      let end = bytes[start...].firstIndex(of: quote) ?? bytes.count
      index = min(end + 1, bytes.count)
      return (quote, start..<end)
    }
    let start = index
    while let byte, !byte.isCmarkSpace, ![0x22, 0x27, 0x3C, 0x3D, 0x3E, 0x60].contains(byte) {
      index += 1
    }
    return (nil, start..<index)
  }
}
