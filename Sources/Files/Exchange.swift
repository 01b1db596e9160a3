#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Exchanges two folders, so that readers always see one or the other.
///
/// Where the file system cannot do it in one step, the first is renamed aside for a moment; when the
/// process dies in that moment, ``recoverExchange(_:)`` restores it.
package func exchangeFolders(_ first: String, _ second: String) throws(FileError) {
  let code = exchangeInOneStep(first, second)
  if code == 0 { return }
  guard [ENOSYS, EINVAL, ENOTSUP].contains(code) else { throw FileError(path: first, code: code) }
  try exchangeInSteps(first, second)
}

#if canImport(Glibc)
  private typealias RenameAt2 =
    @convention(c) (
      Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
    ) -> Int32

  /// Glibc's header declares `renameat2` only with `_GNU_SOURCE`, so it is looked up by name.
  ///
  /// - Returns: 0, or an error number.
  func exchangeInOneStep(_ first: String, _ second: String) -> Int32 {
    guard let symbol = unsafe dlsym(nil, "renameat2") else { return ENOSYS }
    let rename = unsafe unsafeBitCast(symbol, to: RenameAt2.self)
    // RENAME_EXCHANGE of linux/fs.h.
    let exchange: UInt32 = 1 << 1
    return unsafe rename(AT_FDCWD, first, AT_FDCWD, second, exchange) == 0 ? 0 : errno
  }
#else
  /// - Returns: 0, or an error number.
  func exchangeInOneStep(_ first: String, _ second: String) -> Int32 {
    unsafe renamex_np(first, second, UInt32(RENAME_SWAP)) == 0 ? 0 : errno
  }
#endif

/// The exchange by three renames.
func exchangeInSteps(_ first: String, _ second: String) throws(FileError) {
  try moveFile(from: first, to: asidePath(of: first))
  do throws(FileError) {
    try moveFile(from: second, to: first)
  } catch {
    try moveFile(from: asidePath(of: first), to: first)
    throw error
  }
  try moveFile(from: asidePath(of: first), to: second)
}

/// Restores a folder that an interrupted exchange left aside.
///
/// - Returns: Whether there was anything to restore.
@discardableResult
package func recoverExchange(_ first: String) throws(FileError) -> Bool {
  let aside = asidePath(of: first)
  guard try fileStatus(of: aside, followingLinks: false) != nil else { return false }
  guard try fileStatus(of: first, followingLinks: false) == nil else {
    // Both are there: only the last step of the exchange is missing, so the old folder is aside.
    return try removeAll(aside)
  }
  try moveFile(from: aside, to: first)
  return true
}

private func asidePath(of path: String) -> String {
  joinedPath(folderPath(of: path), ".\(fileName(of: path)).aside")
}
