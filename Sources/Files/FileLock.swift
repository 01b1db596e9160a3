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

  /// Whether the path still leads to the file that is locked, and not to one that has replaced it.
  fileprivate func holds(_ path: String) throws(FileError) -> Bool {
    guard let there = try fileStatus(of: path, followingLinks: false) else { return false }
    let own = try descriptor.status()
    return there.device == own.device && there.inode == own.inode
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

/// Does something with a file while no other process that asks for this lock has the file. `work` may replace it.
///
/// - Throws: What `work` throws; `.held` when another process has it for longer than five seconds; `ENOENT` when there
///   is no such file, and `.notAFile` when it is something else.
package func withLockedFile<Result>(
  _ path: String, _ work: () throws -> Result
) throws -> Result {
  var waits = 0
  while true {
    guard let status = try fileStatus(of: path, followingLinks: false) else {
      throw FileError(path: path, code: ENOENT)
    }
    guard status.kind == .file else { throw FileError(path: path, reason: .notAFile) }
    do {
      let lock = try FileLock(path)
      // One that waited may have the lock of a file that is no longer there.
      guard try lock.holds(path) else { continue }
      let result = try work()
      lock.release()
      return result
    } catch let error as FileError {
      guard case .held = error.reason, error.path == path, waits < 100 else { throw error }
      waits += 1
      usleep(50_000)
    }
  }
}
