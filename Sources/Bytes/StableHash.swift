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
