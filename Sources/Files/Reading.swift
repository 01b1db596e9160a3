#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The limit of ``readFile(_:limit:followingLinks:)`` when it is given none: 64 MB.
package let largestFile = 64 << 20

/// Reads a regular file.
///
/// - Parameters:
///   - path: The file.
///   - limit: The most bytes the file may have.
///   - followingLinks: `false` refuses a path whose last part is a symbolic link.
/// - Returns: All its bytes.
/// - Throws: `.tooLarge`, `.notAFile`, or the system's error.
package func readFile(
  _ path: String, limit: Int = largestFile, followingLinks: Bool = true
) throws(FileError) -> [UInt8] {
  // Without O_NONBLOCK, opening a pipe would wait for someone to write into it.
  let flags = O_RDONLY | O_NONBLOCK | (followingLinks ? 0 : O_NOFOLLOW)
  let descriptor = try Descriptor(opening: path, flags)
  let status = try descriptor.status()
  guard status.kind == .file else { throw FileError(path: path, reason: .notAFile) }
  return try descriptor.allBytes(expecting: status.size, limit: limit)
}

/// Reads standard input to its end, whatever it is connected to.
///
/// - Throws: `.tooLarge` after ``largestFile`` bytes, or the system's error.
package func readStandardInput() throws(FileError) -> [UInt8] {
  try Descriptor(copying: STDIN_FILENO, path: "standard input")
    .allBytes(expecting: 1 << 16, limit: largestFile)
}

extension Descriptor {
  /// Reads to the end. `size` is the expected number of bytes; more bytes cost another array.
  func allBytes(expecting size: Int, limit: Int) throws(FileError) -> [UInt8] {
    guard size <= limit else { throw FileError(path: path, reason: .tooLarge(limit: limit)) }
    // One byte more than the size, so that the end of the file is seen without another array.
    var bytes = try bytes(upTo: size + 1)
    guard bytes.count > size else { return bytes }
    // The file grew, or the system does not know its size.
    while true {
      guard bytes.count <= limit else {
        throw FileError(path: path, reason: .tooLarge(limit: limit))
      }
      let piece = try self.bytes(upTo: 1 << 16)
      guard !piece.isEmpty else { return bytes }
      bytes += piece
    }
  }

  /// Reads until it has `count` bytes or the file ends.
  fileprivate func bytes(upTo count: Int) throws(FileError) -> [UInt8] {
    var code: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < buffer.count {
        let rest = unsafe UnsafeMutableBufferPointer(rebasing: buffer[filled...])
        let result = retrying { unsafe read(number, rest.baseAddress, rest.count) }
        if result == -1 { code = errno }
        guard result > 0 else { break }
        filled += result
      }
    }
    guard code == 0 else { throw FileError(path: path, code: code) }
    return bytes
  }
}
