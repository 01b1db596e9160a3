/// Reads what a ``RecordWriter`` wrote. Bytes that it did not write are an error, never a crash.
package struct RecordReader: Sendable {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  package init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  package init(_ bytes: [UInt8]) { self.init(bytes[...]) }

  package var isAtEnd: Bool { position == bytes.endIndex }

  package mutating func int() throws(RecordError) -> Int {
    var value: UInt = 0
    var shift: UInt = 0
    while position < bytes.endIndex, shift < 64 {
      let byte = bytes[position]
      position += 1
      value |= UInt(byte & 0x7F) << shift
      shift += 7
      if byte < 0x80 { return Int(bitPattern: value >> 1) ^ -Int(bitPattern: value & 1) }
    }
    throw RecordError()
  }

  /// How many elements follow. Each takes a byte or more, so damaged bytes cannot ask for more memory than
  /// they take.
  package mutating func count() throws(RecordError) -> Int {
    let count = try int()
    guard count >= 0, count <= bytes.endIndex - position else { throw RecordError() }
    return count
  }

  package mutating func string() throws(RecordError) -> String {
    String(decoding: try slice(), as: UTF8.self)
  }

  package mutating func byteArray() throws(RecordError) -> [UInt8] { Array(try slice()) }

  private mutating func slice() throws(RecordError) -> ArraySlice<UInt8> {
    let count = try count()
    defer { position += count }
    return bytes[position..<position + count]
  }
}
