#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Repeats a call as long as a signal interrupts it.
func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}

/// An open file, closed when the value goes away.
struct Descriptor: ~Copyable {
  let number: Int32
  /// For error messages.
  let path: String

  /// - Parameters:
  ///   - path: The file to open.
  ///   - flags: As for `open(2)`; `O_CLOEXEC` is added.
  ///   - mode: The permissions of a file that is created, before the umask.
  /// - Throws: The system's error, with the path.
  init(opening path: String, _ flags: Int32, mode: mode_t = 0o666) throws(FileError) {
    let number = retrying { unsafe open(path, flags | O_CLOEXEC, mode) }
    guard number != -1 else { throw FileError(path: path, code: errno) }
    self.number = number
    self.path = path
  }

  /// Opens a name in an open folder; `path` is for error messages.
  init(
    opening name: String, in folder: borrowing Descriptor, _ flags: Int32, path: String
  ) throws(FileError) {
    let at = folder.number
    let number = retrying { unsafe openat(at, name, flags | O_CLOEXEC) }
    guard number != -1 else { throw FileError(path: path, code: errno) }
    self.number = number
    self.path = path
  }

  /// A second descriptor of an open file; closing it leaves the first open.
  init(copying other: Int32, path: String) throws(FileError) {
    let number = fcntl(other, F_DUPFD_CLOEXEC, 0)
    guard number != -1 else { throw FileError(path: path, code: errno) }
    self.number = number
    self.path = path
  }

  deinit { close(number) }

  /// Another descriptor of the open file, which is not closed with this value.
  func copy() throws(FileError) -> Int32 {
    let other = fcntl(number, F_DUPFD_CLOEXEC, 0)
    guard other != -1 else { throw FileError(path: path, code: errno) }
    return other
  }

  func status() throws(FileError) -> FileStatus {
    var raw = stat()
    guard unsafe fstat(number, &raw) == 0 else { throw FileError(path: path, code: errno) }
    return FileStatus(raw)
  }

  func write(_ bytes: [UInt8]) throws(FileError) {
    try writeAll(bytes, to: number, path: path)
  }

  /// Waits until the bytes are on the disk.
  func flush() throws(FileError) {
    guard retrying({ fsync(number) }) == 0 else { throw FileError(path: path, code: errno) }
  }
}

/// Writes all the bytes, in as many calls as it takes.
func writeAll(_ bytes: [UInt8], to number: Int32, path: String) throws(FileError) {
  var written = 0
  while written < bytes.count {
    let count = unsafe bytes.withUnsafeBytes { buffer in
      let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[written...])
      return retrying { unsafe write(number, rest.baseAddress, rest.count) }
    }
    if count >= 0 {
      written += count
    } else if errno == EAGAIN {
      // A terminal or pipe that someone else made non-blocking.
      var waiting = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
      _ = unsafe poll(&waiting, 1, -1)
    } else {
      throw FileError(path: path, code: errno)
    }
  }
}
