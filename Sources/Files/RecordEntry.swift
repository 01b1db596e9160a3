internal import Bytes

/// A record in a file: the hash of all that follows, the name, how many bytes it takes, and those bytes.
enum RecordEntry {
  /// The bytes before those of the record.
  static let header = 40

  static func bytes(of record: [UInt8], named name: ContentHash) -> [UInt8] {
    var rest = RecordWriter()
    rest.write(name)
    rest.write(UInt64(record.count))
    let tail = rest.bytes + record
    var entry = RecordWriter()
    entry.write(ContentHash(of: tail))
    return entry.bytes + tail
  }

  /// The name and the record of an entry at the start of some bytes.
  ///
  /// - Returns: `nil` when no whole, undamaged entry is there.
  static func reading(
    _ bytes: ArraySlice<UInt8>
  ) -> (name: ContentHash, record: ArraySlice<UInt8>)? {
    var reader = RecordReader(bytes.prefix(header))
    do throws(RecordError) {
      let hash: ContentHash = try reader.read()
      let name: ContentHash = try reader.read()
      let count: UInt64 = try reader.read()
      guard count <= UInt64(bytes.count - header) else { return nil }
      let end = bytes.startIndex + header + Int(count)
      guard ContentHash(of: bytes[(bytes.startIndex + 16)..<end]) == hash else { return nil }
      return (name, bytes[(bytes.startIndex + header)..<end])
    } catch {
      return nil
    }
  }
}

/// Where an entry lies.
struct RecordPlace: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    case base
    case journal
  }

  let part: Part
  let offset: Int
  /// The bytes of the entry with its header.
  let count: Int
}

/// Which entries a base file has: behind them, and found from the last bytes of the file.
struct RecordIndex {
  struct Line: Recordable {
    let name: ContentHash
    let offset: Int
    let count: Int
  }

  /// The first bytes of a base.
  static let opening = Array("build-site records 1\n".utf8)
  /// The place of the index, its hash, and a mark that the file ends here.
  static let footer = 32
  private static let mark: UInt64 = 0x31_63_65_72_2d_73_62_0a

  static func bytes(of lines: [Line], at offset: Int) -> [UInt8] {
    var index = RecordWriter()
    index.write(lines)
    var end = RecordWriter()
    end.write(UInt64(offset))
    end.write(ContentHash(of: index.bytes))
    end.write(mark)
    return index.bytes + end.bytes
  }

  /// - Returns: `nil` when the file is not a whole base.
  static func lines(in file: borrowing Descriptor, size: Int) -> [Line]? {
    guard size >= opening.count + footer, file.bytes(at: 0, count: opening.count) == opening,
      let end = file.bytes(at: size - footer, count: footer)
    else { return nil }
    var reader = RecordReader(end)
    do throws(RecordError) {
      let offset: UInt64 = try reader.read()
      let hash: ContentHash = try reader.read()
      let mark: UInt64 = try reader.read()
      guard mark == Self.mark, offset >= opening.count, offset <= size - footer,
        let bytes = file.bytes(at: Int(offset), count: size - footer - Int(offset)),
        ContentHash(of: bytes) == hash
      else { return nil }
      var index = RecordReader(bytes)
      let lines: [Line] = try index.read()
      return lines
    } catch {
      return nil
    }
  }
}

extension RecordIndex.Line {
  func write(to writer: inout RecordWriter) {
    writer.write(name)
    writer.write(offset)
    writer.write(count)
  }

  init(from reader: inout RecordReader) throws(RecordError) {
    name = try reader.read()
    offset = try reader.read()
    count = try reader.read()
    guard offset >= 0, count >= RecordEntry.header else { throw RecordError() }
  }
}
