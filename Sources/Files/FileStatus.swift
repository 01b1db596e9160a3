#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What the file system knows about a file, enough to see that it is unchanged.
package struct FileStatus: Hashable, Sendable {
  package enum Kind: UInt8, Sendable {
    case file = 1
    case folder
    case link
    /// A device, a pipe or a socket.
    case other
  }

  package let kind: Kind
  /// In bytes.
  package let size: Int
  /// The last change of the contents, in nanoseconds since 1970.
  package let modified: Int64
  /// The last change of the contents, the names or the permissions, in nanoseconds since 1970. Unlike
  /// ``modified`` it cannot be put back.
  package let changed: Int64
  package let device: UInt64
  package let inode: UInt64
  /// The nine bits of read, write and execute, with the three above them.
  package let permissions: UInt16

  /// Whether a file that was looked at twice, perhaps under two names, was left alone in between. A disk of
  /// layers may give it another inode when it is renamed.
  package func isUnchanged(since earlier: FileStatus) -> Bool {
    kind == earlier.kind && size == earlier.size && modified == earlier.modified
  }

  init(_ raw: stat) {
    kind = Kind(mode: raw.st_mode)
    size = Int(raw.st_size)
    #if canImport(Glibc)
      modified = nanoseconds(raw.st_mtim)
      changed = nanoseconds(raw.st_ctim)
    #else
      modified = nanoseconds(raw.st_mtimespec)
      changed = nanoseconds(raw.st_ctimespec)
    #endif
    device = UInt64(truncatingIfNeeded: raw.st_dev)
    inode = UInt64(truncatingIfNeeded: raw.st_ino)
    permissions = UInt16(truncatingIfNeeded: raw.st_mode & 0o7777)
  }
}

/// Nanoseconds since 1970. A time too far from that for the number wraps around.
func nanoseconds(_ time: timespec) -> Int64 {
  Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
}

extension FileStatus.Kind {
  init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    default: self = .other
    }
  }
}

/// Asks for the status of a path.
///
/// - Parameters:
///   - path: A file, a folder or anything else.
///   - followingLinks: Whether a symbolic link means what it points to.
/// - Returns: `nil` when there is nothing.
/// - Throws: When the system cannot tell, such as below a folder without search permission.
package func fileStatus(
  of path: String, followingLinks: Bool = true
) throws(FileError) -> FileStatus? {
  var raw = stat()
  let result = unsafe followingLinks ? stat(path, &raw) : lstat(path, &raw)
  if result == 0 { return FileStatus(raw) }
  guard errno == ENOENT || errno == ENOTDIR else { throw FileError(path: path, code: errno) }
  return nil
}
