#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The files that the running program consists of.
///
/// - Returns: the program, and the libraries that are loaded, as far as the system says.
/// - Throws: The system's error.
func programFiles() throws(FileError) -> (program: String, libraries: Set<String>) {
  #if canImport(Glibc)
    let program = try target(ofLink: "/proc/self/exe")
    let maps = try Descriptor(opening: "/proc/self/maps", O_RDONLY)
      .allBytes(expecting: 1 << 15, limit: 1 << 24)
    // "7f2c8a000000-7f2c8a028000 r-xp 00000000 08:01 1234     /usr/lib/libc.so.6"
    var libraries: Set<String> = []
    for line in maps.split(separator: 0x0A) {
      guard let slash = line.firstIndex(of: 0x2F), line.dropFirst(20).prefix(12).contains(0x78)
      else { continue }
      let path = String(decoding: line[slash...], as: UTF8.self)
      if path != program { libraries.insert(path) }
    }
    return (program, libraries)
  #else
    var size: UInt32 = 0
    _ = unsafe _NSGetExecutablePath(nil, &size)
    var bytes = [CChar](repeating: 0, count: Int(size) + 1)
    guard unsafe _NSGetExecutablePath(&bytes, &size) == 0 else {
      throw FileError(path: "", code: ENAMETOOLONG)
    }
    return (unsafe String(cString: bytes), [])
  #endif
}

#if canImport(Glibc)
  private func target(ofLink path: String) throws(FileError) -> String {
    var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe readlink(path, &bytes, bytes.count)
    guard count > 0 else { throw FileError(path: path, code: errno) }
    return String(decoding: bytes[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
#endif
