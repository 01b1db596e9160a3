#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// How a check decides whether something is as it was.
package enum InputCheckMode: Sendable {
  /// By the outcome: a file whose status differs, or may hide a change, is read, and may have the same bytes.
  case outcome
  /// By the status alone: nothing was touched since it was found, not even for a moment.
  case status
}

extension InputTable {
  /// What has changed.
  package enum Difference: Int, Sendable {
    case none = 0
    /// Only something by which git decides what it leaves out.
    case git
    case content
  }

  /// Compares everything with the disk, on all processors.
  ///
  /// Nothing is read but the names in folders and, with ``InputCheckMode/outcome``, the files of which a status does
  /// not tell. Whatever cannot be looked at has changed.
  package func check(_ mode: InputCheckMode) async -> Difference {
    let difference = await withTaskGroup(of: Difference.self) { group in
      for start in stride(from: 0, to: count, by: Self.pieceSize) {
        group.addTask { check(start..<min(start + Self.pieceSize, count), mode) }
      }
      var all = Difference.none
      for await part in group {
        if part.rawValue > all.rawValue { all = part }
        if all == .content { group.cancelAll() }
      }
      return all
    }
    guard difference != .content else { return difference }
    // A build that published something in the meantime shows here.
    let isAlone = (0..<count).allSatisfy { index in
      bytes[Self.headerSize + index * Self.rowSize + 1] != Input.Purpose.gate.rawValue
        || isUnchanged(index, mode)
    }
    return isAlone ? difference : .content
  }

  /// Enough rows to be worth a task, few enough to be in one part of a large folder.
  private static let pieceSize = 1_024

  /// The paths are sorted, so all of them begin as the first and the last do, and the way to the folder that they
  /// have in common is gone once.
  private func check(_ rows: Range<Int>, _ mode: InputCheckMode) -> Difference {
    let way = commonFolder(of: rows)
    guard !way.isEmpty,
      let folder = try? Descriptor(
        opening: String(decoding: way, as: UTF8.self), O_RDONLY | O_DIRECTORY)
    else { return check(rows, mode, from: AT_FDCWD, length: 0) }
    return check(rows, mode, from: folder, length: way.count)
  }

  private func check(
    _ rows: Range<Int>, _ mode: InputCheckMode, from folder: borrowing Descriptor, length: Int
  ) -> Difference {
    check(rows, mode, from: folder.number, length: length)
  }

  private func check(
    _ rows: Range<Int>, _ mode: InputCheckMode, from folder: Int32, length: Int
  ) -> Difference {
    var difference = Difference.none
    for index in rows where !isUnchanged(index, mode, from: folder, length: length) {
      guard InputRow(of: bytes, at: index).purpose == .git else { return .content }
      difference = .git
    }
    return difference
  }

  /// The beginning that the paths of some rows have in common, up to the last `/`.
  private func commonFolder(of rows: Range<Int>) -> ArraySlice<UInt8> {
    let first = path(of: InputRow(of: bytes, at: rows.lowerBound))
    let last = path(of: InputRow(of: bytes, at: rows.upperBound - 1))
    let common = first.prefix(zip(first, last).prefix { $0 == $1 }.count)
    return common.prefix((common.lastIndex(of: 0x2F).map { $0 - common.startIndex } ?? -1) + 1)
  }

  /// `folder` is open, and its name and the `/` after it take up the first bytes of the path.
  private func isUnchanged(
    _ index: Int, _ mode: InputCheckMode, from folder: Int32 = AT_FDCWD, length: Int = 0
  ) -> Bool {
    if index.isMultiple(of: 64), Task.isCancelled { return false }
    let row = InputRow(of: bytes, at: index)
    guard row.kind != .listed else { return isUnchanged(folder: row, mode) }
    let start = Self.headerSize + count * Self.rowSize + row.path
    var raw = stat()
    let flags = row.followsLinks ? 0 : AT_SYMLINK_NOFOLLOW
    let result = unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return Int32(-1) }
      // The path ends in 0 before the table does.
      return unsafe fstatat(
        folder, (base + start + length).assumingMemoryBound(to: CChar.self), &raw,
        flags)
    }
    guard result == 0 else { return row.thing == 0 && (errno == ENOENT || errno == ENOTDIR) }
    let status = FileStatus(raw)
    guard row.thing == status.kind.rawValue else { return false }
    switch row.kind {
    case .present: return true
    case .written: return row.size == Int64(status.size) && row.modified == status.modified
    case .seen: return row.fits(status) && (mode == .status || !row.isRacy)
    case .read:
      if row.fits(status), mode == .status || !row.isRacy { return true }
      return mode == .outcome && row.size == Int64(status.size) && hasSameBytes(row)
    case .listed, nil: return false
    }
  }

  private func isUnchanged(folder row: InputRow, _ mode: InputCheckMode) -> Bool {
    guard let names = try? FolderNames(of: text(row)) else { return false }
    return names.sum == row.hash.high && (mode == .outcome || row.fits(names.status))
  }

  private func hasSameBytes(_ row: InputRow) -> Bool {
    guard let found = try? readFile(text(row), followingLinks: row.followsLinks) else {
      return false
    }
    return ContentHash(of: found) == row.hash
  }

  private func text(_ row: InputRow) -> String { String(decoding: path(of: row), as: UTF8.self) }
}
