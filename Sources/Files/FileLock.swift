#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A lock on a path that one process has at a time, for as long as the value lives.
///
/// The file stays after the lock: removing it would let two processes lock two files with the same name.
package struct FileLock: ~Copyable {
  private let descriptor: Descriptor

  /// Takes the lock without waiting; the file is made when it is missing.
  ///
  /// - Throws: `.held` when another process, or another lock of this one, has it.
  package init(_ path: String) throws(FileError) {
    descriptor = try Self.locked(path)
  }

  /// Ends the lock: as a local value it could end after its last use, before the work is done.
  package consuming func release() {}

  private static func locked(_ path: String) throws(FileError) -> Descriptor {
    let descriptor = try Descriptor(opening: path, O_RDWR | O_CREAT | O_NOFOLLOW)
    guard retrying({ flock(descriptor.number, LOCK_EX | LOCK_NB) }) == 0 else {
      let code = errno
      throw FileError(path: path, reason: code == EWOULDBLOCK ? .held : .system(errno: code))
    }
    return descriptor
  }
}
