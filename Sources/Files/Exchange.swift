#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Exchanges two files or two folders in one step, so that readers always see one or the other.
///
/// - Throws: The system's error; ``FileError/isNotOffered`` when the file system cannot do it.
package func exchange(_ first: String, _ second: String) throws(FileError) {
  let code = renamed(first, second, .exchange)
  guard code == 0 else { throw FileError(path: first, code: code) }
}

/// Exchanges two folders, also where the file system cannot do it in one step.
///
/// The first is then renamed to `aside` for a moment; when the process dies in that moment,
/// ``recoverExchange(_:aside:)`` restores it. `aside` lies in a folder of the program's own, so that nothing
/// of anyone else is ever taken for it.
package func exchangeFolders(
  _ first: String, _ second: String, aside: String
) throws(FileError) {
  do throws(FileError) {
    try exchange(first, second)
  } catch {
    guard error.isNotOffered else { throw error }
    try exchangeInSteps(first, second, aside: aside)
  }
}

/// The exchange by three renames.
func exchangeInSteps(_ first: String, _ second: String, aside: String) throws(FileError) {
  try moveFile(from: first, to: aside)
  do throws(FileError) {
    try moveFile(from: second, to: first)
  } catch {
    try moveFile(from: aside, to: first)
    throw error
  }
  try moveFile(from: aside, to: second)
}

/// Restores a folder that an interrupted exchange left aside.
///
/// - Returns: Whether there was anything to restore.
@discardableResult
package func recoverExchange(_ first: String, aside: String) throws(FileError) -> Bool {
  guard try fileStatus(of: aside, followingLinks: false) != nil else { return false }
  guard try fileStatus(of: first, followingLinks: false) == nil else {
    // Both are there: only the last step of the exchange is missing, so the old folder is aside.
    return try removeAll(aside)
  }
  try moveFile(from: aside, to: first)
  return true
}

/// Renames a file or a folder to a name that nobody has.
///
/// - Throws: `EEXIST` when something is at `destination`, or another error of the system.
package func placeFile(from source: String, to destination: String) throws(FileError) {
  var code = renamed(source, destination, .place)
  if FileError(path: destination, code: code).isNotOffered {
    code = try placeInSteps(source, destination)
  }
  guard code == 0 else { throw FileError(path: destination, code: code) }
}

/// By a second name and the removal of the first; for a folder or where there are no second names, by a
/// look and a rename.
///
/// - Returns: 0, or an error number.
private func placeInSteps(_ source: String, _ destination: String) throws(FileError) -> Int32 {
  if unsafe link(source, destination) == 0 {
    return unsafe unlink(source) == 0 ? 0 : errno
  }
  guard errno != EEXIST else { return EEXIST }
  guard try fileStatus(of: destination, followingLinks: false) == nil else { return EEXIST }
  return unsafe rename(source, destination) == 0 ? 0 : errno
}

extension FileError {
  /// Whether the file system or the system does not know the way in which a rename was asked for.
  package var isNotOffered: Bool { [ENOSYS, EINVAL, ENOTSUP].contains(code) }
}

/// What a rename does beside renaming.
private enum RenameMode {
  /// Fails when the destination is there.
  case place
  case exchange
}

#if canImport(Glibc)
  private typealias RenameAt2 =
    @convention(c) (
      Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
    ) -> Int32

  /// Glibc's header declares `renameat2` only with `_GNU_SOURCE`, so it is looked up by name.
  ///
  /// - Returns: 0, or an error number.
  private func renamed(_ first: String, _ second: String, _ mode: RenameMode) -> Int32 {
    guard let symbol = unsafe dlsym(nil, "renameat2") else { return ENOSYS }
    let rename = unsafe unsafeBitCast(symbol, to: RenameAt2.self)
    // RENAME_NOREPLACE and RENAME_EXCHANGE of linux/fs.h.
    let flags: UInt32 = mode == .place ? 1 << 0 : 1 << 1
    return unsafe rename(AT_FDCWD, first, AT_FDCWD, second, flags) == 0 ? 0 : errno
  }
#else
  /// - Returns: 0, or an error number.
  private func renamed(_ first: String, _ second: String, _ mode: RenameMode) -> Int32 {
    let flags = UInt32(mode == .place ? RENAME_EXCL : RENAME_SWAP)
    return unsafe renamex_np(first, second, flags) == 0 ? 0 : errno
  }
#endif
