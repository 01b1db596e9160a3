internal import Bytes

/// The name of a field in a record: 1 to 16 UTF-8 bytes, packed into two words.
///
/// Two names are compared with two machine instructions, which makes a linear search through a
/// record of a dozen fields cheaper than hashing.
package struct FieldName: Hashable, Sendable {
  @usableFromInline var first: UInt64 = 0
  @usableFromInline var second: UInt64 = 0

  package static let longest = 16

  func write(to writer: inout RecordWriter) {
    writer.write(first)
    writer.write(second)
  }

  /// - Returns: `nil` when there are no bytes, or too many, or a NUL among them.
  package init?(_ bytes: some Collection<UInt8>) {
    guard !bytes.isEmpty, bytes.count <= Self.longest else { return nil }
    for (index, byte) in bytes.enumerated() {
      guard byte != 0 else { return nil }
      if index < 8 {
        first |= UInt64(byte) << UInt64(index * 8)
      } else {
        second |= UInt64(byte) << UInt64((index - 8) * 8)
      }
    }
  }
}

extension FieldName: ExpressibleByStringLiteral {
  /// - Precondition: `literal` has 1 to 16 bytes.
  @inlinable
  package init(stringLiteral literal: StaticString) {
    // The compiler knows the bytes, so that a name costs nothing.
    let count = literal.utf8CodeUnitCount
    precondition((1...16).contains(count), "a field name needs 1 to 16 bytes")
    for index in 0..<count {
      let byte = unsafe UInt64(literal.utf8Start[index])
      if index < 8 {
        first |= byte << UInt64(index * 8)
      } else {
        second |= byte << UInt64((index - 8) * 8)
      }
    }
  }
}
