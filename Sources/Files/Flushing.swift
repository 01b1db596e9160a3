#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Waits until the bytes of a file are on the disk.
package func flushFile(_ path: String) throws(FileError) {
  try Descriptor(opening: path, O_RDONLY | O_NOFOLLOW).flush()
}

/// Waits until the names in a folder are on the disk.
package func flushFolder(_ path: String) throws(FileError) {
  do throws(FileError) {
    try Descriptor(opening: path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY).flush()
  } catch {
    // Some file systems keep no names to wait for.
    guard error.isNotOffered || error.code == EBADF else { throw error }
  }
}

/// Waits until everything that was written to the file system of a folder is on the disk.
///
/// - Returns: `false` when the system has no such call.
/// - Throws: The system's error, such as a write that failed in the meantime.
package func flushFileSystem(of folder: String) throws(FileError) -> Bool {
  #if canImport(Glibc)
    // Glibc's header declares `syncfs` only with `_GNU_SOURCE`, so it is looked up by name.
    guard let symbol = unsafe dlsym(nil, "syncfs") else { return false }
    typealias SyncFS = @convention(c) (Int32) -> Int32
    let syncfs = unsafe unsafeBitCast(symbol, to: SyncFS.self)
    let descriptor = try Descriptor(opening: folder, O_RDONLY | O_DIRECTORY)
    let number = descriptor.number
    guard retrying({ syncfs(number) }) != 0 else { return true }
    let error = FileError(path: folder, code: errno)
    guard error.isNotOffered else { throw error }
  #endif
  return false
}
