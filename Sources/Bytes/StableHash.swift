/// FNV-1a, 64 bits: the same number for the same bytes on every machine and in every version.
package struct StableHash: Hashable, Sendable {
  @usableFromInline package internal(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  @inlinable package init() {}

  @inlinable package init(_ bytes: some Sequence<UInt8>) { add(bytes) }

  @inlinable package mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  @inlinable package mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
  }

  // Without a type of its own each byte of these would be a call: generic code of another module is not made for them.

  package init(_ bytes: ArraySlice<UInt8>) { add(bytes.span) }

  package init(_ text: String.UTF8View) { add(text) }

  package mutating func add(_ bytes: Span<UInt8>) {
    for index in bytes.indices { add(bytes[index]) }
  }

  package mutating func add(_ bytes: [UInt8]) { add(bytes.span) }

  package mutating func add(_ bytes: ArraySlice<UInt8>) { add(bytes.span) }

  package mutating func add(_ text: String.UTF8View) { for byte in text { add(byte) } }

  package mutating func add(_ text: Substring.UTF8View) { for byte in text { add(byte) } }

  /// 16 hexadecimal digits.
  package var hex: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

extension StableHash: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(value)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    value = try reader.read()
  }
}
