/// A value with one form as bytes, by which it is kept from run to run and compared with another.
///
/// What a type writes it reads again in the same order. Equal values write equal bytes in every process, which
/// ``Swift/Hashable`` does not promise.
package protocol Recordable {
  func write(to writer: inout RecordWriter)
  /// - Throws: ``RecordError`` when the bytes are not what ``write(to:)`` writes.
  init(from reader: inout RecordReader) throws(RecordError)
}

/// Bytes that no record consists of: they were damaged, or another version wrote them.
package struct RecordError: Error, Hashable {
  package init() {}
}

extension Int: Recordable {
  package func write(to writer: inout RecordWriter) { writer.write(self) }
  package init(from reader: inout RecordReader) throws(RecordError) { self = try reader.int() }
}

extension UInt8: Recordable {
  package func write(to writer: inout RecordWriter) { writer.write(byte: self) }
  package init(from reader: inout RecordReader) throws(RecordError) { self = try reader.byte() }
}

/// Eight bytes, since hashes are seldom small.
extension UInt64: Recordable {
  package func write(to writer: inout RecordWriter) {
    for shift in stride(from: 0, to: 64, by: 8) {
      writer.write(byte: UInt8(truncatingIfNeeded: self >> shift))
    }
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    self = 0
    for shift in stride(from: 0, to: 64, by: 8) {
      self |= UInt64(try reader.byte()) << shift
    }
  }
}

extension Bool: Recordable {
  package func write(to writer: inout RecordWriter) { writer.write(self ? 1 : 0) }
  package init(from reader: inout RecordReader) throws(RecordError) {
    switch try reader.int() {
    case 0: self = false
    case 1: self = true
    default: throw RecordError()
    }
  }
}

extension String: Recordable {
  package func write(to writer: inout RecordWriter) { writer.write(self) }
  package init(from reader: inout RecordReader) throws(RecordError) { self = try reader.string() }
}

extension Optional: Recordable where Wrapped: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(self == nil ? 0 : 1)
    self?.write(to: &writer)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    self = try Bool(from: &reader) ? Wrapped(from: &reader) : nil
  }
}

extension Array: Recordable where Element: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(count)
    for element in self { element.write(to: &writer) }
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    let count = try reader.count()
    self = []
    reserveCapacity(count)
    for _ in 0..<count { append(try Element(from: &reader)) }
  }
}

/// In the order of the keys.
extension Dictionary: Recordable where Key: Recordable & Comparable, Value: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(count)
    for (key, value) in sorted(by: { $0.key < $1.key }) {
      writer.write(key)
      writer.write(value)
    }
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    let count = try reader.count()
    self.init(minimumCapacity: count)
    for _ in 0..<count {
      let key: Key = try reader.read()
      self[key] = .some(try reader.read())
    }
    guard self.count == count else { throw RecordError() }
  }
}

/// In the order of the members.
extension Set: Recordable where Element: Recordable & Comparable {
  package func write(to writer: inout RecordWriter) { writer.write(sorted()) }
  package init(from reader: inout RecordReader) throws(RecordError) {
    let members: [Element] = try reader.read()
    self.init(members)
    guard count == members.count else { throw RecordError() }
  }
}

extension ClosedRange: Recordable where Bound: Recordable {
  package func write(to writer: inout RecordWriter) {
    lowerBound.write(to: &writer)
    upperBound.write(to: &writer)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    let lower = try Bound(from: &reader)
    let upper = try Bound(from: &reader)
    guard lower <= upper else { throw RecordError() }
    self = lower...upper
  }
}

extension Range: Recordable where Bound: Recordable {
  package func write(to writer: inout RecordWriter) {
    lowerBound.write(to: &writer)
    upperBound.write(to: &writer)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    let lower = try Bound(from: &reader)
    let upper = try Bound(from: &reader)
    guard lower <= upper else { throw RecordError() }
    self = lower..<upper
  }
}

/// An enumeration is recorded as its raw value.
extension Recordable where Self: RawRepresentable, RawValue: Recordable {
  package func write(to writer: inout RecordWriter) { rawValue.write(to: &writer) }
  package init(from reader: inout RecordReader) throws(RecordError) {
    guard let value = Self(rawValue: try RawValue(from: &reader)) else { throw RecordError() }
    self = value
  }
}
