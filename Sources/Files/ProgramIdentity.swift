#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The hash of what the running program consists of: the bytes of its own file, and the size and time of each library
/// that it has loaded; `nil` when the system does not say. It is worked out when it is first asked for.
///
/// Two runs with the same identity do the same with the same files. The bytes count, not the time of the file,
/// because a CI job builds or downloads it anew.
package let programIdentity: ContentHash? = try? identity()

private func identity() throws(FileError) -> ContentHash {
  let files = try programFiles()
  var identity: [UInt8] = []
  #if canImport(Glibc)
    // The path may lead to a newer program by now.
    let file = try Descriptor(opening: "/proc/self/exe", O_RDONLY)
  #else
    let file = try Descriptor(opening: files.program, O_RDONLY)
  #endif
  var offset = 0
  let size = try file.status().size
  while offset < size {
    guard let piece = file.bytes(at: offset, count: min(1 << 20, size - offset)) else {
      throw FileError(path: files.program, reason: .changed)
    }
    identity += ContentHash(of: piece).hex.utf8
    offset += piece.count
  }
  for library in files.libraries.sorted() {
    guard let status = try fileStatus(of: library) else {
      throw FileError(path: library, reason: .changed)
    }
    identity += "\(library) \(status.size) \(status.modified)\n".utf8
  }
  return ContentHash(of: identity)
}
