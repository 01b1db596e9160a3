#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Writes a file so that a reader sees either the old bytes or the new ones.
///
/// The bytes go to a hidden temporary file in the same folder, which then takes the place of `path`.
///
/// - Parameters:
///   - bytes: The new content of the file.
///   - path: The file; its folder must exist.
///   - flushing: Whether to wait until the bytes are on the disk before the old file goes.
/// - Throws: The system's error, such as a full disk; the old file is then untouched.
package func writeFile(
  _ bytes: [UInt8], to path: String, flushing: Bool = false
) throws(FileError) {
  try replaceFile(at: path) { temporary throws(FileError) in
    _ = try create(temporary, holding: bytes, flushing: flushing)
  }
}

/// Rewrites a file as ``writeFile(_:to:flushing:)`` does, and keeps its permissions.
///
/// - Throws: The system's error; `.notAFile` for anything but a file, such as a symbolic link.
package func rewriteFile(_ bytes: [UInt8], at path: String) throws(FileError) {
  guard let status = try fileStatus(of: path, followingLinks: false) else {
    throw FileError(path: path, code: ENOENT)
  }
  guard status.kind == .file else { throw FileError(path: path, reason: .notAFile) }
  try replaceFile(at: path) { temporary throws(FileError) in
    _ = try create(temporary, holding: bytes, flushing: true)
    guard unsafe chmod(temporary, mode_t(status.permissions)) == 0 else {
      throw FileError(path: path, code: errno)
    }
  }
}

/// Puts what `make` writes to a temporary path in the place of a file. Nothing is left beside it, not even when
/// a signal ends the program.
private func replaceFile(
  at path: String, by make: (_ temporary: String) throws(FileError) -> Void
) throws(FileError) {
  let temporary = joinedPath(folderPath(of: path), temporaryName())
  return try Interruption.shielding { () throws(FileError) in
    do throws(FileError) {
      try make(temporary)
      try moveFile(from: temporary, to: path)
    } catch {
      unsafe unlink(temporary)
      throw FileError(path: path, reason: error.reason)
    }
  }
}

/// Appends bytes to a file, which is created when it is missing.
package func appendFile(_ bytes: [UInt8], to path: String) throws(FileError) {
  try Descriptor(opening: path, O_WRONLY | O_CREAT | O_APPEND).write(bytes)
}

/// Writes a new file without a temporary file, for a folder that nobody reads yet.
///
/// - Parameters:
///   - bytes: The content of the file.
///   - path: The file; its folder must exist.
///   - flushing: Whether to wait until the bytes are on the disk.
/// - Returns: The status of the new file.
/// - Throws: `EEXIST` when something is there, or another error of the system.
@discardableResult
package func createFile(
  _ bytes: [UInt8], at path: String, flushing: Bool = false
) throws(FileError) -> FileStatus {
  try create(path, holding: bytes, flushing: flushing)
}

private func create(
  _ path: String, holding bytes: [UInt8], flushing: Bool
) throws(FileError) -> FileStatus {
  let descriptor = try Descriptor(opening: path, O_WRONLY | O_CREAT | O_EXCL)
  try descriptor.write(bytes)
  if flushing { try descriptor.flush() }
  return try descriptor.status()
}

/// Gives a file a second name without copying it.
///
/// - Throws: `EEXIST` when `path` exists, `EXDEV` across file systems, or another error of the system.
package func linkFile(_ existing: String, at path: String) throws(FileError) {
  guard unsafe link(existing, path) == 0 else { throw FileError(path: path, code: errno) }
}

extension FileError {
  /// Another file system, one without second names, or too many of them.
  package var forbidsSecondName: Bool {
    [EXDEV, EPERM, EMLINK, ENOTSUP, ENOSYS].contains(code)
  }

  /// Whether a file cannot be renamed there.
  var isOfAnotherDisk: Bool { code == EXDEV }
}

/// Renames a file or a folder; a file that is at `destination` is replaced.
package func moveFile(from source: String, to destination: String) throws(FileError) {
  guard unsafe rename(source, destination) == 0 else {
    throw FileError(path: destination, code: errno)
  }
}

/// Removes a file or a symbolic link, never what it points to.
///
/// - Returns: `false` when there was none.
@discardableResult
package func removeFile(_ path: String) throws(FileError) -> Bool {
  if unsafe unlink(path) == 0 { return true }
  guard errno == ENOENT || errno == ENOTDIR else { throw FileError(path: path, code: errno) }
  return false
}

/// A name that nobody else uses, hidden so that a walk ignores the remains of a killed build.
func temporaryName() -> String {
  ".build-site-\(getpid())-\(String(UInt64.random(in: 0 ... .max), radix: 36)).tmp"
}
