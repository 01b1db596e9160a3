/// Writes values one after another as bytes: numbers seven bits to a byte, the lowest first, texts after their
/// length.
package struct RecordWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  private let known: [String]

  /// `known` are texts that are written often and that the reader is given too, as a path: each takes a byte.
  package init(known: [String] = []) { self.known = known }

  /// Makes room for some bytes more.
  package mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

  package mutating func write(_ value: some Recordable) { value.write(to: &self) }

  package mutating func write(_ number: Int) {
    // The sign goes into the lowest bit, so that small numbers of both signs are short.
    var rest = UInt(bitPattern: (number << 1) ^ (number >> (Int.bitWidth - 1)))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  package mutating func write(byte: UInt8) { bytes.append(byte) }

  package mutating func write(_ text: String) {
    // Equal strings may differ in how their accents are put together.
    for index in known.indices where known[index].utf8.count == text.utf8.count {
      if known[index].utf8.elementsEqual(text.utf8) { return write(-1 - index) }
    }
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  package mutating func write(bytes other: [UInt8]) {
    write(other.count)
    bytes.append(contentsOf: other)
  }
}
