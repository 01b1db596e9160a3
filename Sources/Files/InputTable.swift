#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What a run depended on, in the form in which it is kept from run to run: rows of one size, sorted by the bytes of
/// their paths, and the paths after them. It is looked at in place, so reading it costs no more than its bytes.
///
/// With it the next run can tell in two ways what is as it was, without reading it: for everything at once by
/// ``check(_:)``, and for one file by ``hash(ofUnchanged:)``.
package struct InputTable: Sendable {
  package let bytes: [UInt8]
  /// The number of rows.
  package let count: Int

  /// Of each row, in this order: kind, purpose, flags; the place of the path; size, modified, changed, inode; two
  /// numbers of a hash.
  static let rowSize = 56
  /// Version and byte order: a table of another machine is no table.
  private static let mark: UInt64 = 0x0102_0304_6275_0001
  static let headerSize = 16

  package static let empty = InputTable([], readAt: 0)

  /// - Parameters:
  ///   - inputs: in any order.
  ///   - start: when the run began that found them.
  package init(_ inputs: consuming [Input], readAt start: Int64) {
    // In place: there may be many, and they are large.
    var sorted = inputs
    sorted.sort { bytesPrecede($0.path, $1.path) }
    var rows: [UInt8] = []
    var paths: [UInt8] = []
    rows.reserveCapacity(Self.headerSize + sorted.count * (Self.rowSize + 64))
    rows.append(bytesOf: Self.mark)
    rows.append(bytesOf: UInt64(sorted.count))
    for input in sorted {
      InputRow(input, path: paths.count, readAt: start).append(to: &rows)
      paths.append(contentsOf: input.path.utf8)
      paths.append(0)
    }
    rows += paths
    bytes = rows
    count = sorted.count
  }

  /// - Returns: `nil` when the bytes are no table. Whether they are undamaged is for the caller to know.
  package init?(parsing bytes: [UInt8]) {
    guard bytes.count >= Self.headerSize, bytes.number(at: 0) == Self.mark,
      let count = Int(exactly: bytes.number(at: 8) as UInt64),
      count <= (bytes.count - Self.headerSize) / Self.rowSize,
      count == 0 || bytes.last == 0
    else { return nil }
    let paths = bytes.count - Self.headerSize - count * Self.rowSize
    for index in 0..<count {
      let row = InputRow(of: bytes, at: index)
      guard row.isKnown, row.path < paths else { return nil }
    }
    self.bytes = bytes
    self.count = count
  }

  // MARK: One file

  /// The hash of what an earlier run read of a file, when the file is as that run found it: size, times and inode are
  /// the same, and the last change was long enough before that run that no later one can hide behind it.
  ///
  /// - Returns: `nil` when it is not certain; the file has to be read then.
  package func hash(ofUnchanged path: String) -> ContentHash? {
    guard let input = unchangedFile(path), case .read(_, let hash) = input.state else { return nil }
    return hash
  }

  /// The same, with the status; links are not followed.
  func unchangedFile(_ path: String) -> Input? {
    guard let row = row(ofFile: path), !row.isRacy,
      let status = try? fileStatus(of: path, followingLinks: false), row.fits(status)
    else { return nil }
    return Input(path: path, state: .read(status, row.hash))
  }

  private func row(ofFile path: String) -> InputRow? {
    let wanted = Array(path.utf8)
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      let order = compare(InputRow(of: bytes, at: middle), with: wanted)
      if order == 0 { return file(among: middle) }
      if order < 0 { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// A path can have two rows: what was read there, and that something is there.
  private func file(among index: Int) -> InputRow? {
    let paths = max(0, index - 1)...min(count - 1, index + 1)
    return paths.lazy.map { InputRow(of: bytes, at: $0) }.first {
      $0.kind == .read && path(of: $0) == path(of: InputRow(of: bytes, at: index))
    }
  }

  func path(of row: InputRow) -> ArraySlice<UInt8> {
    bytes[(Self.headerSize + count * Self.rowSize + row.path)...].prefix { $0 != 0 }
  }

  private func compare(_ row: InputRow, with path: [UInt8]) -> Int {
    let start = Self.headerSize + count * Self.rowSize + row.path
    for (offset, byte) in path.enumerated() {
      let other = bytes[start + offset]
      // The path of a row ends in 0, which is less than any byte of a path.
      if other != byte { return other < byte ? -1 : 1 }
    }
    return bytes[start + path.count] == 0 ? 0 : 1
  }
}
