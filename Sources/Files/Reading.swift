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
  try readFileWithStatus(path, limit: limit, followingLinks: followingLinks).bytes
}

/// As ``readFile(_:limit:followingLinks:)``, with the status that the file had before it was read.
func readFileWithStatus(
  _ path: String, limit: Int = largestFile, followingLinks: Bool = true
) throws(FileError) -> (bytes: [UInt8], status: FileStatus) {
  let flags = readingFlags | (followingLinks ? 0 : O_NOFOLLOW)
  return try Descriptor(opening: path, flags).fileBytes(limit: limit)
}

/// Reads a regular file, and says in what state it was.
///
/// - Throws: As ``readFile(_:limit:followingLinks:)``.
package func noteFile(
  _ path: String, limit: Int = largestFile
) throws(FileError) -> (bytes: [UInt8], input: Input) {
  let (bytes, status) = try readFileWithStatus(path, limit: limit)
  return (
    bytes, Input(path: path, state: .read(status, ContentHash(of: bytes)), followsLinks: true)
  )
}

/// Reads a regular file in a folder. The folder may be a link; below it none is followed, not even one that is put
/// there while the file is being opened.
///
/// - Parameters:
///   - path: The file; one that does not lie below `root` by its name is read as it is.
///   - root: The folder.
///   - limit: The most bytes the file may have.
/// - Returns: All its bytes.
/// - Throws: `ELOOP` or `ENOTDIR` at a link; `.tooLarge`, `.notAFile`, or the system's error.
package func readFile(
  _ path: String, below root: String, limit: Int = largestFile
) throws(FileError) -> [UInt8] {
  try readFileWithStatus(path, below: root, limit: limit).bytes
}

/// As ``readFile(_:below:limit:)``, with the status that the file had before it was read.
func readFileWithStatus(
  _ path: String, below root: String, limit: Int = largestFile
) throws(FileError) -> (bytes: [UInt8], status: FileStatus) {
  try descriptor(of: path, below: root).fileBytes(limit: limit)
}

/// Opens a regular file in a folder for reading, as ``readFile(_:below:limit:)`` does.
///
/// - Returns: a descriptor, which the caller closes, and the size of the file.
package func openedFile(
  _ path: String, below root: String
) throws(FileError) -> (descriptor: Int32, size: Int) {
  let file = try descriptor(of: path, below: root)
  let status = try file.status()
  guard status.kind == .file else { throw FileError(path: path, reason: .notAFile) }
  return (try file.copy(), status.size)
}

private func descriptor(of path: String, below root: String) throws(FileError) -> Descriptor {
  guard var names = names(from: root, to: path), let file = names.popLast() else {
    return try Descriptor(opening: path, readingFlags)
  }
  let folderFlags = O_RDONLY | O_DIRECTORY
  var folder = try Descriptor(opening: root.isEmpty ? "." : root, folderFlags)
  for name in names {
    folder = try Descriptor(opening: name, in: folder, folderFlags | O_NOFOLLOW, path: path)
  }
  return try Descriptor(opening: file, in: folder, readingFlags | O_NOFOLLOW, path: path)
}

/// Without `O_NONBLOCK`, opening a pipe would wait for someone to write into it.
private let readingFlags = O_RDONLY | O_NONBLOCK

/// The names on the way from a folder down to a file; `nil` when the file does not lie in it by its name.
private func names(from root: String, to path: String) -> [String]? {
  let prefix = folderPrefix(root)
  guard path.hasPrefix(prefix) else { return nil }
  let inner = path.dropFirst(prefix.count)
  guard inner.utf8.first != 0x2F else { return nil }
  let names = inner.split(separator: "/").map(String.init)
  return names.contains("..") ? nil : names
}

/// Reads standard input to its end, whatever it is connected to.
///
/// - Throws: `.tooLarge` after ``largestFile`` bytes, or the system's error.
package func readStandardInput() throws(FileError) -> [UInt8] {
  try Descriptor(copying: STDIN_FILENO, path: "standard input")
    .allBytes(expecting: 1 << 16, limit: largestFile)
}

extension Descriptor {
  /// All bytes of a regular file.
  fileprivate func fileBytes(
    limit: Int
  ) throws(FileError) -> (bytes: [UInt8], status: FileStatus) {
    let status = try status()
    guard status.kind == .file else { throw FileError(path: path, reason: .notAFile) }
    return (try allBytes(expecting: status.size, limit: limit), status)
  }

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
