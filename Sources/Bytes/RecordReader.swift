/// Reads what a ``RecordWriter`` wrote. Bytes that it did not write are an error, never a crash.
package struct RecordReader: Sendable {
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private let known: [String]

  /// `known` are the texts that the writer was given.
  package init(_ bytes: ArraySlice<UInt8>, known: [String] = []) {
    self.bytes = bytes
    position = bytes.startIndex
    self.known = known
  }

  package init(_ bytes: [UInt8], known: [String] = []) { self.init(bytes[...], known: known) }

  package var isAtEnd: Bool { position == bytes.endIndex }

  package mutating func read<Value: Recordable>() throws(RecordError) -> Value {
    try Value(from: &self)
  }

  package mutating func byte() throws(RecordError) -> UInt8 {
    guard position < bytes.endIndex else { throw RecordError() }
    defer { position += 1 }
    return bytes[position]
  }

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
    let count = try int()
    if count >= 0 { return String(decoding: try slice(count), as: UTF8.self) }
    guard count >= -known.count else { throw RecordError() }
    return known[-1 - count]
  }

  package mutating func byteArray() throws(RecordError) -> [UInt8] { Array(try slice(try int())) }

  private mutating func slice(_ count: Int) throws(RecordError) -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.endIndex - position else { throw RecordError() }
    defer { position += count }
    return bytes[position..<position + count]
  }
}
